import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain, type EntryDraft, firstBrokenEntry, fold, foldEntry, type JournalEntry, noHash } from './journal.ts';

const caseId = '01929d3e-0000-7000-8000-000000000001';
const actor = {
  kind: 'officer',
  accountId: null,
  name: 'Nguyễn Thị Hoa',
  unitId: 'x-00007.desk',
  role: 'intake-officer',
} as const;

function draft(verb: string, effect: EntryDraft['effect'], data: EntryDraft['data'] = {}): EntryDraft {
  return { at: '2021-11-05T02:00:00Z', verb, actor, data, effect };
}

const opening = draft('submit', {
  state: 'submitted',
  reference: 'MC-1',
  typeCode: '1.001193',
  typeVersion: 1,
  title: 'Trần Văn An',
  receivingUnitId: 'x-00007',
} as EntryDraft['effect']);

function journalOf(drafts: readonly EntryDraft[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const next of drafts) entries.push(chain(caseId, entries.length, entries.at(-1)?.hash ?? noHash, next));
  return entries;
}

const anyDraft = fc
  .record({
    verb: fc.constantFrom('urge', 'propose', 'approve'),
    state: fc.constantFrom('accepted', 'in-process', 'settled'),
    note: fc.string(),
    fact: fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue() as fc.Arbitrary<string>),
  })
  .map(({ verb, state, note, fact }) => draft(verb, { state, facts: fact }, { note }));
const anyJournal = fc.array(anyDraft, { maxLength: 8 }).map((rest) => journalOf([opening, ...rest]));

describe('the journal of a case', () => {
  test('folds to the same state entry by entry as all at once', () => {
    fc.assert(
      fc.property(anyJournal, (entries) => {
        let state: ReturnType<typeof fold> | null = null;
        for (const entry of entries) state = foldEntry('dossier', state, entry);
        expect(state).toEqual(fold('dossier', entries));
      }),
    );
  });

  test('has an unbroken chain as it is written', () => {
    fc.assert(fc.property(anyJournal, (entries) => firstBrokenEntry(entries) === undefined));
  });

  test('survives the trip through a database that reorders the names of an object', () => {
    fc.assert(
      fc.property(anyJournal, (entries) => {
        const reversed = (value: unknown): unknown =>
          value !== null && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(
                Object.entries(value)
                  .reverse()
                  .map(([name, inner]) => [name, reversed(inner)]),
              )
            : value;
        expect(firstBrokenEntry(entries.map((entry) => reversed(entry) as JournalEntry))).toBeUndefined();
      }),
    );
  });

  test('names the first entry whose content was changed afterwards', () => {
    fc.assert(
      fc.property(anyJournal, fc.nat(), (entries, pick) => {
        const index = pick % entries.length;
        const forged = entries.map((entry, at) =>
          at === index ? { ...entry, data: { ...entry.data, forged: 'yes' } } : entry,
        );
        expect(firstBrokenEntry(forged)).toEqual({ seq: index + 1, fault: 'content-changed' });
      }),
    );
  });

  test('names the entry after one that was taken out', () => {
    const entries = journalOf([opening, draft('urge', {}), draft('urge', {})]);
    expect(firstBrokenEntry(entries.toSpliced(1, 1))).toEqual({ seq: 3, fault: 'sequence-broken' });
  });

  test('notices an entry forged together with its own hash, because the next one points to the old hash', () => {
    const entries = journalOf([opening, draft('urge', {}, { note: 'a' }), draft('urge', {})]);
    const forged = chain(caseId, 1, entries[0]?.hash ?? '', draft('urge', {}, { note: 'b' }));
    expect(firstBrokenEntry(entries.with(1, forged))).toEqual({ seq: 3, fault: 'chain-broken' });
  });

  test('counts how often each move was made', () => {
    const state = fold('dossier', journalOf([opening, draft('urge', {}), draft('urge', {})]));
    expect(state.made).toEqual({ submit: 1, urge: 2 });
    expect(state.entries).toBe(3);
  });
});
