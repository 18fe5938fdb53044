import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#app.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { asNumber } from '#modules/figures/index.ts';
import { openFileStore } from '#platform/file-store.ts';
import { loadDemoCity } from '../src/load-demo-city.ts';
import { auditFigures, auditScript } from './audit-figures.ts';
import { openCity, ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { sampleSubmission } from './sample-submission.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

let app: App;
let setClock: (at: string) => void;

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refusal: unknown }>): Promise<T> {
  const answer = await done;
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const move = (actor: Actor, caseId: string, name: string, data: object) =>
  must(app.dossiers.move(actor, { caseId, move: name, data }));

const sample = async (channel: 'desk' | 'online' | 'post') => ({
  ...(await sampleSubmission(app, '1.004873', 'x-00007')),
  channel,
});

/** Two months of a ward: one dossier every working morning, each with another fate. */
beforeAll(async () => {
  ({ app, setClock } = await openCity(database.db, await openFileStore(folder), '2021-08-30T08:00'));
  await loadDemoCity(database.db, moment('2021-08-30T08:00'), () => undefined);
  let fate = 0;
  for (let day = Temporal.PlainDate.from('2021-08-30'); day.month < 10 || day.day < 20; day = day.add({ days: 2 })) {
    if (day.dayOfWeek > 5) continue;
    setClock(`${day}T09:00`);
    const handedOver = fate % 6 === 5 ? moment(`${day.subtract({ days: 4 })}T15:00`) : undefined;
    const channel = handedOver ? 'post' : 'desk';
    const { caseId } = await must(app.dossiers.receive(ward.desk, await sample(channel), undefined, handedOver));
    fate += 1;
    if (fate % 6 === 0) {
      await move(ward.desk, caseId, 'ask-supplement', {
        items: [{ what: 'Bản sao', reason: 'Thiếu', clause: 'Điều 15' }],
      });
      if (fate % 12 === 0) await move(ward.desk, caseId, 'withdraw', { reason: 'Không còn nhu cầu' });
      continue;
    }
    if (fate % 5 === 0) continue;
    setClock(`${day.add({ days: fate % 4 === 0 ? 9 : 1 })}T10:00`);
    await move(ward.desk, caseId, 'forward', { note: '' });
    await move(ward.signatory, caseId, 'take-over', {});
    await move(ward.handler, caseId, 'propose', { outcome: 'grant', summary: 'Đủ điều kiện.' });
    await move(ward.signatory, caseId, 'sign', {});
    await move(ward.clerk, caseId, 'issue', { number: `${fate}/XN-UBND` });
  }
  setClock('2021-11-05T09:00');
}, 120_000);

test.each([
  ['2021-08-01', '2021-10-31', '2021-11-05T09:00'],
  ['2021-09-01', '2021-09-30', '2021-11-05T09:00'],
  ['2021-09-01', '2021-09-30', '2021-09-20T12:00'],
  ['2021-09-10', '2021-10-31', '2021-10-04T09:00'],
  ['2021-10-01', '2021-10-30', '2021-10-30T23:59:59'],
])('fifteen figures of %s to %s as of %s are those an outsider counts from the journal', async (first, last, known) => {
  const counted = await auditFigures(database.pool, { first, last, known: `${known}+07` });
  expect(Object.keys(counted)).toHaveLength(15);
  const answer = await must(
    app.figures.ask({
      ids: Object.keys(counted),
      from: Temporal.PlainDate.from(first),
      to: Temporal.PlainDate.from(last),
      asOf: moment(known),
    }),
  );
  const ours = answer.figures.map(({ definition, value }) => [definition.id, value && asNumber(value)]);
  expect(Object.fromEntries(ours)).toEqual(counted);
  expect(counted['dossiers.received']).toBeGreaterThan(0);
});

test('the script stays short enough to be read', () => {
  expect(auditScript.split('\n').length).toBeLessThanOrEqual(200);
});
