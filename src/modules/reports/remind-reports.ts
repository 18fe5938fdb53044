import { recordEntries } from '#case-engine/record-entries.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { isNewRung, rungNow } from '#case-engine/rules/ladder.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { reportReminders } from './read-regimes.ts';
import { listPartsDue } from './report-store.ts';
import { reportingKindIfKnown } from './rules/report-kinds.ts';

const none = '00000000-0000-0000-0000-000000000000';

/**
 * Climbs the ladder of reminders of parts and opinions that are not sent: an entry in the journal, once for a rung.
 * @returns how many were reminded
 */
export async function remindReports(db: Database, ground: CityGround, at: Temporal.Instant): Promise<number> {
  const today = localDay(at);
  const rungs = reportReminders();
  const reach = Math.max(0, ...rungs.map(({ workingDays }) => Math.abs(workingDays))) * 2 + 14;
  let reminded = 0;
  for (let after: string | undefined = none; after; ) {
    const due: readonly CaseState[] = await listPartsDue(
      db,
      at.subtract({ hours: 24 * reach }),
      at.add({ hours: 24 * reach }),
      after,
    );
    for (const state of due) {
      if (!state.dueAt || !state.holder) continue;
      const rung = rungNow(rungs, localDay(Temporal.Instant.from(state.dueAt)), today, ground.calendar);
      const last = state.facts.reminded as { workingDays: number; dueAt: string } | undefined;
      if (!rung || !isNewRung(rung, last, state.dueAt)) continue;
      const { unitId } = rung.to === 'gatherer' && state.parent ? state.parent : state.holder;
      const whom = ground.tree.get(unitId)?.name.vi ?? unitId;
      const { workingDays } = rung;
      const written = await recordEntries(db, reportingKindIfKnown, state.caseId, { seen: state.entries }, async () =>
        accepted([
          {
            at: at.toString(),
            verb: 'remind',
            actor: time,
            data: { whom, unitId, workingDays },
            effect: { facts: { reminded: { workingDays, dueAt: state.dueAt as string } } },
          },
        ]),
      );
      if (written.ok) reminded++;
    }
    after = due.length === 200 ? due.at(-1)?.caseId : undefined;
  }
  return reminded;
}
