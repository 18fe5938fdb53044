import { recordEntries } from '#case-engine/record-entries.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { isNewRung, rungNow } from '#case-engine/rules/ladder.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { shippedFrames } from './read-frames.ts';
import { listSheetsDue } from './round-store.ts';
import { sheetFacts } from './rules/round-facts.ts';
import { roundKindIfKnown } from './rules/round-kinds.ts';
import { afterObjections } from './rules/sheet-moves.ts';

const none = '00000000-0000-0000-0000-000000000000';

/**
 * What happens to sheets because days pass: whoever holds one is reminded, once for a rung of the ladder of its frame; once
 * the day of objections is over, points stand or wait for the answers.
 * @returns how many were reminded or moved on
 */
export async function passRoundTime(
  db: Database,
  { calendar, tree }: CityGround,
  at: Temporal.Instant,
): Promise<number> {
  const ladders = new Map(shippedFrames().map(({ id, appraisal }) => [id, appraisal?.reminders ?? []]));
  const furthest = [...ladders.values()].flat().map(({ workingDays }) => Math.abs(workingDays));
  const hours = 24 * (Math.max(0, ...furthest) * 2 + 14);
  let done = 0;
  let after = none;
  for (;;) {
    const due = await listSheetsDue(db, at.subtract({ hours }), at.add({ hours }), after);
    for (const state of due) {
      const { dueAt, holder } = state;
      if (!dueAt || !holder) continue;
      const write = (verb: string, data: { readonly [name: string]: string | number }, effect: object) =>
        recordEntries(db, roundKindIfKnown, state.caseId, { seen: state.entries }, async () =>
          accepted([{ at: at.toString(), verb, actor: time, data, effect }]),
        );
      if (state.state === 'objecting' && Temporal.Instant.compare(dueAt, at) < 0) {
        if ((await write('end-objections', {}, afterObjections(state, at))).ok) done++;
        continue;
      }
      const rungs = ladders.get(sheetFacts(state).frame) ?? [];
      const rung = rungNow(rungs, localDay(Temporal.Instant.from(dueAt)), localDay(at), calendar);
      const last = state.facts.reminded as { workingDays: number; dueAt: string } | undefined;
      if (!rung || !isNewRung(rung, last, dueAt)) continue;
      const { workingDays } = rung;
      const whom = tree.get(holder.unitId)?.name.vi ?? holder.unitId;
      const facts = { reminded: { workingDays, dueAt } };
      if ((await write('remind', { whom, unitId: holder.unitId, workingDays }, { facts })).ok) done++;
    }
    const last = due.at(-1);
    if (due.length < 200 || !last) return done;
    after = last.caseId;
  }
}
