import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { verifyJournals } from '#case-engine/verify-journals.ts';
import { openFileStore } from '#platform/file-store.ts';
import { scan } from '../../../stories/city.ts';
import { officerOf, openCity } from '../../../tests/city.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import type { RoundCasePage } from './round-case-page.ts';
import { listSheets } from './round-store.ts';
import { frozenHash } from './rules/frozen-round.ts';
import { sheetFacts } from './rules/round-facts.ts';
import { roundKinds } from './rules/round-kinds.ts';
import { selfScored } from './rules/sheet-score.ts';

const database = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'motcua-rounds-'));
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const { db } = database;
let city: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  city = await openCity(db, await openFileStore(folder), '2021-11-05T09:00');
});

const division = 'so-noi-vu.administrative-reform';
const appraiser = officerOf(division, ['unit-head'], 11, `hn/so-noi-vu/${division}`);
const closer = officerOf('so-noi-vu', ['agency-head'], 12, 'hn/so-noi-vu');
const justice = officerOf('so-tu-phap', ['agency-head'], 13, 'hn/so-tu-phap');
const health = officerOf('so-y-te', ['agency-head'], 14, 'hn/so-y-te');

const day = (written: string) => Temporal.PlainDate.from(written);
const wish = {
  frame: 'par-2021',
  title: '',
  from: day('2021-01-01'),
  to: day('2021-11-04'),
  dueOn: { score: day('2021-11-12'), appraise: day('2021-11-19'), object: day('2021-11-24'), close: day('2021-11-30') },
};
const move = async (who: Actor, caseId: string, name: string, data: object = {}) => {
  const made = await city.app.work.move(who, { caseId, move: name, data });
  return made.ok ? made.value.state : made.refusal.code;
};
const evidence = { document: '12/QĐ-STP ngày 05/01/2021', reason: 'Ban hành đúng hạn' };
const frame = () => city.app.indices.frames.find(({ id }) => id === 'par-2021')!;

let roundId = '';
const sheetOf = async (unitId: string) =>
  (await listSheets(db, roundId)).find((sheet) => sheetFacts(sheet).unitId === unitId)!.caseId;
const scoreAll = async (who: Actor, sheet: string, points: (most: number) => number) => {
  for (const one of selfScored(frame(), 'so'))
    await move(who, sheet, 'score-criterion', { criterionId: one.id, points: points(one.points), ...evidence });
};

describe('a round of the reform index', () => {
  test('is opened by whoever appraises, over days that are past, and gives every agency of the frame its sheet', async () => {
    const codeOf = async (who: Actor, more: object = {}) => {
      const opened = await city.app.indices.openRound(who, { ...wish, ...more });
      return opened.ok ? '' : opened.refusal.code;
    };
    expect(await codeOf(justice)).toBe('round-not-yours');
    expect(await codeOf(appraiser, { to: day('2021-12-31') })).toBe('round-period-wrong');
    expect(await codeOf(appraiser, { dueOn: { ...wish.dueOn, object: day('2021-11-15') } })).toBe('round-days-wrong');
    const opened = await city.app.indices.openRound(appraiser, wish);
    if (!opened.ok) throw new Error(opened.refusal.code);
    roundId = opened.value.caseId;
    const [row] = await city.app.indices.rounds();
    expect(row).toMatchObject({ sheets: 52, sent: 0, scored: 0, late: 0 });
    expect(await codeOf(appraiser)).toBe('round-open-already');
  });

  test('what is counted is on the sheet already and cannot be typed over', async () => {
    const sheet = await sheetOf('so-tu-phap');
    const state = await findCase(db, sheet);
    expect(sheetFacts(state!).counts).toMatchObject({ 'dossiers.received': 0, 'tasks.all.done': 0 });
    const typed = { criterionId: '3.2.1', points: 5, ...evidence };
    expect(await move(justice, sheet, 'score-criterion', typed)).toBe('criterion-is-counted');
    expect(await move(justice, sheet, 'score-criterion', { ...typed, criterionId: '8.1.1' })).toBe(
      'criterion-is-surveyed',
    );
    expect(await move(justice, sheet, 'score-criterion', { ...typed, criterionId: '9.9.9' })).toBe(
      'criterion-not-on-sheet',
    );
  });

  test('points need evidence, lie between nothing and all there are, and are given by the agency alone', async () => {
    const sheet = await sheetOf('so-tu-phap');
    const own = { criterionId: '1.1.1', points: 1, ...evidence };
    expect(await move(health, sheet, 'score-criterion', own)).toBe('move-not-yours');
    expect(await move(justice, sheet, 'score-criterion', { ...own, points: 1.5 })).toBe('points-out-of-range');
    expect(await move(justice, sheet, 'score-criterion', { ...own, points: 0.333 })).toBe('points-out-of-range');
    expect(await move(justice, sheet, 'score-criterion', { ...own, document: '' })).toBe('self-score-without-evidence');
    expect(await move(justice, sheet, 'score-criterion', own)).toBe('scoring');
    expect(await move(justice, sheet, 'send-sheet')).toBe('self-scores-missing');
  });

  test('a file proves a score only when it was handed in just now, and is kept with the sheet', async () => {
    const sheet = await sheetOf('so-tu-phap');
    const stored = await city.app.files.put(scan.buffer);
    if (!stored.ok) throw new Error(stored.refusal.code);
    const file = { ...stored.value, fileName: 'ke-hoach.pdf' };
    const own = { criterionId: '1.1.1', points: 1, reason: 'Đúng hạn', files: [file] };
    expect(
      await move(justice, sheet, 'score-criterion', { ...own, files: [{ ...file, sha256: 'a'.repeat(64) }] }),
    ).toBe('move-data-wrong');
    expect(await move(justice, sheet, 'score-criterion', own)).toBe('scoring');
    const [kept] = sheetFacts((await findCase(db, sheet))!).selfScores?.[0]?.evidence.files ?? [];
    expect(await city.app.indices.scoreFile(sheet, kept!.id)).toMatchObject({ fileName: 'ke-hoach.pdf' });
  });

  test('an appraiser accepts or gives other points with a reason, and nothing where nothing was proved', async () => {
    const sheet = await sheetOf('so-tu-phap');
    await scoreAll(justice, sheet, (most) => most);
    expect(await move(justice, sheet, 'send-sheet')).toBe('appraising');
    const lower = { criterionId: '1.1.1', points: 0.5, reason: '' };
    expect(await move(justice, sheet, 'appraise-sheet', { scores: [lower] })).toBe('move-not-yours');
    expect(await move(appraiser, sheet, 'appraise-sheet', { scores: [lower] })).toBe('appraisal-without-reason');
    expect(await move(appraiser, sheet, 'appraise-sheet', { scores: [{ ...lower, criterionId: '3.2.1' }] })).toBe(
      'criterion-is-counted',
    );
    const scores = selfScored(frame(), 'so').map(({ id, points }) => ({ criterionId: id, points, reason: '' }));
    const [, ...rest] = scores;
    expect(await move(appraiser, sheet, 'appraise-sheet', { scores: rest })).toBe('appraising');
    expect(await move(appraiser, sheet, 'finish-appraisal')).toBe('appraisal-not-finished');
    const reasoned = { ...lower, reason: 'Ban hành chậm 10 ngày' };
    expect(await move(appraiser, sheet, 'appraise-sheet', { scores: [reasoned] })).toBe('appraising');
    expect(await move(appraiser, sheet, 'finish-appraisal')).toBe('objecting');
  });

  test('an agency objects once to a criterion, is answered once, and then its points stand', async () => {
    const sheet = await sheetOf('so-tu-phap');
    const objection = { criterionId: '1.1.1', reason: 'Kế hoạch ký ngày 05/01' };
    expect(await move(justice, sheet, 'object-criterion', objection)).toBe('objecting');
    expect(await move(justice, sheet, 'object-criterion', objection)).toBe('criterion-objected-already');
    expect(await move(justice, sheet, 'object-criterion', { ...objection, criterionId: '8.1.1' })).toBe(
      'criterion-is-surveyed',
    );
    expect(await move(justice, sheet, 'object-criterion', { ...objection, criterionId: '3.2.1' })).toBe('objecting');
    expect(await move(justice, sheet, 'agree-score')).toBe('answering');
    const answer = { criterionId: '3.2.1', answer: 'Đã đếm lại' };
    expect(await move(appraiser, sheet, 'answer-criterion', { ...answer, outcome: 'changed', points: 5 })).toBe(
      'answer-not-for-counted',
    );
    expect(await move(appraiser, sheet, 'answer-criterion', { ...answer, outcome: 'counted-again' })).toBe('answering');
    const changed = { criterionId: '1.1.1', outcome: 'changed', points: '0,75', answer: 'Chậm 3 ngày' };
    expect(await move(appraiser, sheet, 'answer-criterion', { ...changed, outcome: 'counted-again' })).toBe(
      'answer-only-for-counted',
    );
    expect(await move(appraiser, sheet, 'answer-criterion', changed)).toBe('scored');
    expect(await move(appraiser, sheet, 'answer-criterion', changed)).toBe('move-not-open');
    const page = await city.app.work.page(justice, sheet);
    const scored = (page as RoundCasePage | undefined)?.scored;
    expect(scored?.subScores.find(({ id }) => id === '1.1.1')).toMatchObject({
      points: { steps: 75, decimals: 2 },
      self: { points: 1 },
      appraised: { points: 0.5, reason: 'Ban hành chậm 10 ngày' },
      objection: { outcome: 'changed' },
    });
    expect((await findCase(db, sheet))?.timeliness).toBe('early');
  });

  test('what is not sent in time is appraised as it is, and without objections stands when their day is over', async () => {
    const sheet = await sheetOf('so-y-te');
    expect(await move(appraiser, sheet, 'take-unsent')).toBe('sheet-still-awaited');
    city.setClock('2021-11-15T09:00');
    expect(await city.app.indices.passTime()).toBeGreaterThan(0);
    expect(await city.app.indices.passTime()).toBe(0);
    for (const state of await listSheets(db, roundId)) {
      if (state.state !== 'scoring') continue;
      expect(await move(appraiser, state.caseId, 'take-unsent')).toBe('appraising');
      expect(await move(appraiser, state.caseId, 'finish-appraisal')).toBe('objecting');
    }
    expect(await move(closer, roundId, 'close-round')).toBe('sheets-open');
    expect(await move(appraiser, sheet, 'end-objections')).toBe('objections-not-over');
    city.setClock('2021-11-25T09:00');
    await city.app.indices.passTime();
    expect((await findCase(db, sheet))?.state).toBe('scored');
  });

  test('a round closes frozen with its hash, after survey points that cannot be were corrected', async () => {
    const enter = async (points: number, version: number) => {
      const entered = JSON.stringify({
        frame: 'par-2021',
        criterion: '8.1.1',
        fromOn: '2021-01-01',
        untilOn: '2021-12-31',
        points,
      });
      const id = '00000000-0000-7000-8000-000000000911';
      if (version === 1)
        await sql`
          insert into register_entry (id, register_id, unit_id, unit_path, latest_version, counting_version, standing, entered,
            search, recorded_at, changed_at)
          values (${id}, 'index-scores', 'so-tu-phap', 'hn/so-tu-phap', 1, 1, 'in-force', ${entered}::jsonb, '',
            '2021-11-24T09:00+07:00', '2021-11-24T09:00+07:00')`.execute(db);
      await sql`
        insert into register_version (entry_id, version, register_id, act, standing, entered, evidence, recorded_at, account_id,
          account_name, reason)
        values (${id}, ${version}, 'index-scores', ${version === 1 ? 'record' : 'correct'}, 'in-force', ${entered}::jsonb, '[]',
          '2021-11-24T09:00+07:00', ${id}, 'A', ${version === 1 ? '' : 'Gõ nhầm'})`.execute(db);
    };
    await enter(12, 1);
    expect(await move(appraiser, roundId, 'close-round')).toBe('move-not-yours');
    expect(await move(closer, roundId, 'close-round')).toBe('survey-points-too-many');
    const page = (await city.app.work.page(closer, roundId)) as RoundCasePage | undefined;
    expect(page?.strayPoints).toEqual([]);
    await enter(8.5, 2);
    expect(await move(closer, roundId, 'close-round')).toBe('published');
    const [row] = await city.app.indices.publishedRounds();
    const published = await city.app.indices.publishedRound(row?.code ?? '');
    expect(published?.sha256).toBe(frozenHash(published!.content));
    const first = published?.content.sheets[0];
    expect(first).toMatchObject({ unitId: 'so-tu-phap', rank: 1, groupId: 'so' });
    expect(first?.subScores.find(({ id }) => id === '8.1.1')?.points).toEqual({ steps: 850, decimals: 2 });
    expect(JSON.stringify(published?.content)).not.toContain('Cán bộ');
    const asked = { ids: ['indices.reform'], unitId: 'so-tu-phap', from: day('2021-01-01'), to: day('2021-11-25') };
    const answer = await city.app.figures.ask(asked);
    expect(answer.ok && answer.value.figures[0]?.value).toEqual(first?.total);
    await expect(sql`update index_round_frozen set sha256 = ${'a'.repeat(64)}`.execute(db)).rejects.toThrow();
  });

  test('a round that is called off takes its sheets with it, and every journal holds', async () => {
    const opened = await city.app.indices.openRound(appraiser, {
      ...wish,
      dueOn: {
        score: day('2021-11-26'),
        appraise: day('2021-11-29'),
        object: day('2021-11-30'),
        close: day('2021-12-01'),
      },
    });
    if (!opened.ok) throw new Error(opened.refusal.code);
    roundId = opened.value.caseId;
    expect(await move(appraiser, roundId, 'call-off-round', { reason: 'Mở nhầm' })).toBe('called-off');
    expect((await findCase(db, await sheetOf('so-tu-phap')))?.state).toBe('called-off');
    for await (const { broken } of verifyJournals(db, roundKinds)) expect(broken).toEqual([]);
  });
});
