import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeMove } from '#case-engine/make-move.ts';
import { openCase } from '#case-engine/record-entries.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { listWork } from '#case-engine/work-list.ts';
import { accepted } from '#kernel/result.ts';
import { type CityGround, getCityGround } from '#modules/organisation/index.ts';
import { newId } from '#platform/random.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { officerOf, ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { root } from './guards/read-sources.ts';
import { freshDatabase } from './on-database.ts';

const walk = readFileSync(join(root, 'docs/adding-a-kind.md'), 'utf8');
const files = [...walk.matchAll(/```ts\n\/\/ src\/(\S+)\n([\s\S]*?)```/g)];
const folder = mkdtempSync(join(root, 'tests/.walk-'));
const database = await freshDatabase();
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: the modules of the walk are read when the test runs
let kind: any;
// biome-ignore lint/suspicious/noExplicitAny: the same
let making: any;
let ground: CityGround;
beforeAll(async () => {
  for (const [, path = '', text = ''] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  await loadReferenceData(database.db, () => undefined);
  ground = await getCityGround(database.db);
  const of = (path: string) => import(pathToFileURL(join(folder, 'modules/receptions', path)).href);
  ({ receptionKind: kind } = await of('rules/reception-kind.ts'));
  making = (await of('reception-making.ts')).receptionMaking(ground);
});

const chair = officerOf('x-00007', ['agency-head'], 71);
const list = (at: string) =>
  listWork(database.db, {
    kinds: ['reception'],
    scope: 'unit',
    accountId: chair.accountId ?? '',
    unitIds: ['x-00007'],
    jurisdiction: [],
    now: moment(at),
    soonUntil: moment(at),
  });

test('the walk that adds a kind is shorter than a hundred lines', () => {
  expect(walk.split('\n').length).toBeLessThan(100);
  expect(files).toHaveLength(2);
});

test('the kind of the walk lives: opened, refused, received, late, answered, its journal whole', async () => {
  const { db } = database;
  const caseId = newId();
  const at = moment('2021-11-05T09:00');
  const due = moment('2021-11-09T17:00').toString();
  const opened = await openCase(db, kind, caseId, undefined, async () =>
    accepted({
      drafts: async () =>
        accepted([
          {
            at: at.toString(),
            verb: 'book',
            actor: {
              kind: 'officer',
              accountId: chair.accountId,
              name: chair.name,
              unitId: 'x-00007',
              role: 'agency-head',
            },
            data: {},
            effect: {
              state: 'booked',
              reference: 'TD-0001',
              typeCode: 'reception',
              typeVersion: 1,
              title: 'Bà Ngô Thị Lành, về tiền đền bù',
              receivingUnitId: 'x-00007',
              holder: { unitId: 'x-00007', role: 'agency-head', accountId: null, name: null },
              dueAt: due,
              firstDueAt: due,
              facts: {},
            },
          },
        ]),
      beside: async () => undefined,
    }),
  );
  expect(opened.ok || opened.refusal).toBe(true);

  const move = (name: string, data: object, when: string, actor = chair) =>
    makeMove(db, making, actor, { caseId, move: name, data }, moment(when));
  expect(await move('receive', { said: 'Đề nghị đo lại đất.' }, '2021-11-08T09:00', ward.desk)).toMatchObject({
    refusal: { code: 'move-not-yours' },
  });
  expect(await move('receive', {}, '2021-11-08T09:00')).toMatchObject({ refusal: { code: 'move-data-wrong' } });
  expect(await move('receive', { said: 'Đề nghị đo lại đất.' }, '2021-11-08T09:00')).toMatchObject({
    ok: true,
    value: { state: 'received', dueAt: moment('2021-11-22T17:00').toString() },
  });
  expect((await list('2021-11-24T09:00')).rows.map(({ title }) => title)).toEqual(['Bà Ngô Thị Lành, về tiền đền bù']);
  expect(await move('answer', { number: '12/UBND' }, '2021-11-24T10:00')).toMatchObject({
    value: { state: 'answered' },
  });
  expect((await list('2021-11-24T11:00')).rows).toEqual([]);
  for await (const verified of verifyJournals(db, [kind]))
    expect(verified).toMatchObject({ cases: 1, entries: 3, broken: [] });
});
