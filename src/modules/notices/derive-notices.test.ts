import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendToCases, type CaseAppend, listJournal } from '#case-engine/case-store.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { chain, type EntryDraft, foldEntry, noHash } from '#case-engine/rules/journal.ts';
import { getCityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { loadReferenceData } from '../../load-demo-city.ts';
import { deriveNotices, type NoticeGround } from './derive-notices.ts';
import { listNoticesOfCase } from './notice-store.ts';
import { noticesOf } from './rules/notices-of.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.drop);

const at = Temporal.Instant.from('2021-11-05T02:00:00Z');
let ground: NoticeGround;
beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  const contactOf = async () => ({ email: 'an@example.vn', phone: '0912345678' });
  const { tree } = await getCityGround(db);
  ground = { tree, channels: ['email', 'sms'], contactOf, tellsOfficers: () => false, pathOf: () => '' };
});

const append = (
  database: Database,
  kindOfCase: CaseAppend['kind'],
  state: CaseState,
  seen: number,
  entries: CaseAppend['entries'],
) => appendToCases(database, [{ kind: kindOfCase, state, seen, entries }]);

/** One more entry of a case, or its first. */
function extend(
  { kind: name }: { readonly kind: string },
  caseId: string,
  before: CaseState | null,
  [one]: [EntryDraft],
) {
  const entry = chain(caseId, before?.entries ?? 0, before?.lastHash ?? noHash, one);
  return { state: foldEntry(name, before, entry), entries: [entry] };
}

const states = [
  'submitted',
  'accepted',
  'in-process',
  'awaiting-supplement',
  'awaiting-payment',
  'refused',
  'settled',
  'returned',
  'withdrawn',
  'discontinued',
];
/** None counts as open, so that a wild journal needs no due moment; ended it is from the first. */
const knownStates = Object.fromEntries(states.map((state) => [state, { name: { vi: state, en: state }, open: false }]));
const kind = (name: string) => ({ kind: name, name: { vi: name, en: name }, states: knownStates, moves: [] });
const open = { holder: { unitId: 'x-00007.desk', role: 'intake-officer', accountId: null, name: null } } as CaseEffect;
const verbs = [
  'accept',
  'ask-supplement',
  'answer-supplement',
  'refuse',
  'discontinue',
  'withdraw',
  'request-payment',
  'confirm-payment',
  'apologise',
  'reappoint',
  'forward',
  'take-over',
  'assign',
  'propose',
  'issue',
  'urge',
  'return-result',
  'record-answer',
];
/** What each move really changes, where a notice hangs on it; the rest of a journal is as wild as it likes. */
const stateAfter: Readonly<Record<string, string>> = {
  accept: 'accepted',
  'ask-supplement': 'awaiting-supplement',
  'answer-supplement': 'accepted',
  refuse: 'refused',
  discontinue: 'discontinued',
  withdraw: 'withdrawn',
  'request-payment': 'awaiting-payment',
};

const draft = (verb: string, effect: CaseEffect): EntryDraft => ({
  at: at.toString(),
  verb,
  actor: { kind: 'officer', accountId: null, name: 'Cán bộ', unitId: 'x-00007.desk', role: 'intake-officer' },
  data: {},
  effect,
});

const opening = (channel: string): EntryDraft =>
  draft('submit', {
    ...open,
    state: 'submitted',
    reference: `MC-${newId()}`,
    typeCode: '1.004873',
    typeVersion: 1,
    title: 'Trần Văn An',
    receivingUnitId: 'x-00007',
    dueAt: '2021-11-08T02:00:00Z',
    endedAt: at.toString(),
    facts: { procedure: { vi: 'Khai sinh', en: 'Birth' }, channel },
  } as CaseEffect);

const step = fc
  .record({
    verb: fc.constantFrom(...verbs),
    state: fc.option(fc.constantFrom(...states)),
    outcome: fc.constantFrom('grant', 'refuse'),
  })
  .map(({ verb, state, outcome }) => {
    const next = stateAfter[verb] ?? state;
    return draft(verb, { ...(next ? { state: next } : {}), facts: { decision: { outcome } } } as CaseEffect);
  });

const journal = fc.record({
  name: fc.constantFrom('dossier', 'dossier', 'dossier', 'leg'),
  channel: fc.constantFrom('online', 'desk', 'post'),
  steps: fc.array(step, { maxLength: 12 }),
});

test('each entry that concerns the citizen gives exactly one notice a channel, whatever the journal and however many workers', async () => {
  await fc.assert(
    fc.asyncProperty(journal, async ({ name, channel, steps }) => {
      const caseId = newId();
      const first = extend(kind(name), caseId, null, [opening(channel)]);
      await append(db, kind(name), first.state, 0, first.entries);
      let state: CaseState = first.state;
      for (const one of steps) {
        const next = extend(kind(name), caseId, state, [one]);
        await append(db, kind(name), next.state, state.entries, next.entries);
        state = next.state;
      }
      await Promise.all([deriveNotices(db, ground, at), deriveNotices(db, ground, at)]);
      await deriveNotices(db, ground, at);

      let before: CaseState | null = null;
      const expected: string[] = [];
      for (const entry of await listJournal(db, caseId)) {
        const after: CaseState = foldEntry(name, before, entry);
        for (const { seq, template } of noticesOf(name, entry, before, after)) {
          for (const way of ['in-app', 'email']) expected.push(`${seq} ${template} ${way}`);
        }
        before = after;
      }
      const told = (await listNoticesOfCase(db, caseId)).map(
        (notice) => `${notice.seq} ${notice.template} ${notice.channel}`,
      );
      expect(told).toEqual(expected);
    }),
    { numRuns: 60 },
  );
  const { rows } = await sql`select 1 from notice_due`.execute(db);
  expect(rows).toEqual([]);
}, 60_000);

test('an entry is kept for notices in the transaction that writes it: taken back with it, and seen only after it', async () => {
  const caseId = newId();
  const first = extend(kind('dossier'), caseId, null, [opening('online')]);
  await expect(
    db.transaction().execute(async (transaction) => {
      await append(transaction, kind('dossier'), first.state, 0, first.entries);
      expect(await deriveNotices(db, ground, at)).toBe(0);
      throw new Error('taken back');
    }),
  ).rejects.toThrow('taken back');
  expect(await deriveNotices(db, ground, at)).toBe(0);
});

test('an entry written by a transaction that began earlier and ended later is not skipped', async () => {
  const early = extend(kind('dossier'), newId(), null, [opening('online')]);
  const late = extend(kind('dossier'), newId(), null, [opening('online')]);
  await db.transaction().execute(async (transaction) => {
    await append(transaction, kind('dossier'), early.state, 0, early.entries);
    await append(db, kind('dossier'), late.state, 0, late.entries);
    expect(await deriveNotices(db, ground, at)).toBe(1);
  });
  expect(await deriveNotices(db, ground, at)).toBe(1);
  expect(await listNoticesOfCase(db, early.state.caseId)).toHaveLength(2);
});

test('an entry that cannot be derived is put off and does not hold up the others', async () => {
  await sql`insert into notice_due (case_id, seq) values (${newId()}::uuid, 1)`.execute(db);
  const next = extend(kind('dossier'), newId(), null, [opening('online')]);
  await append(db, kind('dossier'), next.state, 0, next.entries);
  await deriveNotices(db, ground, at);
  expect(await listNoticesOfCase(db, next.state.caseId)).toHaveLength(2);
  const { rows } = await sql`select not_before from notice_due`.execute(db);
  expect(rows).toEqual([{ not_before: at.add({ minutes: 10 }) }]);
});
