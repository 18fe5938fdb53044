import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, type EntryDraft, type JournalEntry, noHash } from '#case-engine/rules/journal.ts';
import { dossierKind } from '#modules/dossiers/rules/dossier-kind.ts';
import { caseFact } from './case-fact.ts';

const caseId = '01929d3e-0000-7000-8000-000000000001';
const actor = { kind: 'officer', accountId: null, name: 'Cán bộ', unitId: null, role: null } as const;
const start = Temporal.Instant.from('2021-01-04T01:00:00Z');
const after = (hours: number) => start.add({ hours }).toString();

/** A journal with moves of every kind that figures look at, in any order an engine could write them. */
const anyJournal = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 100 }),
      what: fc.constantFrom('due', 'ask-supplement', 'apologise', 'end', 'deliver', 'send-back', 'pass-on', 'nothing'),
      days: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 12 },
  )
  .map((moves) => {
    const clock = {
      receivedAt: '2021-01-04T08:00',
      limit: '3 working-day',
      pauses: [],
      exclusions: [],
      hoursOf: 'x',
      reappointedTo: null,
    };
    const opening = {
      state: 'submitted',
      reference: 'MC-1',
      typeCode: '1.001193',
      typeVersion: 1,
      title: 'A',
      receivingUnitId: 'x-00007',
      counted: { unitId: 'x-00007', as: 'one' },
      facts: { channel: 'online' },
    };
    const drafts: EntryDraft[] = [
      { at: after(0), verb: 'submit', actor, data: {}, effect: opening as unknown as EntryDraft['effect'] },
      {
        at: after(1),
        verb: 'accept',
        actor,
        data: {},
        effect: { state: 'accepted', acceptedAt: after(1), clock, dueAt: after(80) },
      },
    ];
    let hours = 1;
    for (const { gap, what, days } of moves) {
      hours += gap;
      const effect =
        what === 'due' || what === 'ask-supplement'
          ? { clock, dueAt: after(hours + days * 24) }
          : what === 'end'
            ? { state: 'settled', endedAt: after(hours), timeliness: 'late' as const }
            : what === 'deliver' || what === 'send-back'
              ? { deliveredAt: what === 'deliver' ? after(hours) : null }
              : what === 'pass-on'
                ? { counted: { unitId: `x-${days}`, as: 'one' } }
                : {};
      drafts.push({ at: after(hours), verb: what, actor, data: {}, effect });
    }
    const entries: JournalEntry[] = [];
    for (const draft of drafts) entries.push(chain(caseId, entries.length, entries.at(-1)?.hash ?? noHash, draft));
    return entries;
  });

test('what was known of a case at a moment stays known: later entries only add to a fact, or keep what they replace', () => {
  fc.assert(
    fc.property(anyJournal, fc.nat(12), (entries, cut) => {
      const known = entries.slice(0, 2 + (cut % Math.max(1, entries.length - 1)));
      const [then, now] = [caseFact(dossierKind, known), caseFact(dossierKind, entries)];
      expect([now.openedAt, now.acceptedAt, now.firstLateAt]).toEqual([
        then.openedAt,
        then.acceptedAt,
        then.firstLateAt,
      ]);
      if (then.supplementAt) expect(now.supplementAt).toBe(then.supplementAt);
      expect(now.supplements).toBeGreaterThanOrEqual(then.supplements);
      // the deadline that held then can still be told now
      const at = known.at(-1)!.at;
      const replaced = now.lateBefore.find(({ until }) => until > at);
      expect(replaced?.lateAt ?? now.lateAt).toBe(then.lateAt);
      // and so can how it had ended
      const earlier = now.earlier.find(({ until }) => until > at);
      const ended = earlier ? earlier.endedAt : now.endedAt;
      const endedThen = ended !== null && ended <= at ? ended : null;
      expect(endedThen).toBe(then.endedAt);
      // for which unit it counted, and whether the work was handed in then
      expect((earlier ?? now).receiverId).toBe(then.receiverId);
      expect(now.delivered.filter((moment) => moment <= at)).toEqual(then.delivered);
      expect(now.countedAs).toBe('dossier.one');
    }),
  );
});
