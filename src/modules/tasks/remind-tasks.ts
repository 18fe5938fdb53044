import { recordEntries } from '#case-engine/record-entries.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { isNewRung, rungNow } from '#case-engine/rules/ladder.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { taskKindIfKnown } from './rules/task-family.ts';
import { remindedPost } from './rules/task-policy.ts';
import { getTaskPolicy } from './task-store.ts';
import { listTasksDue } from './timetable-store.ts';

const none = '00000000-0000-0000-0000-000000000000';

/**
 * Climbs the ladder of reminders: an entry in the journal of each task whose next rung has come, once for a rung and a due day.
 * @returns how many were reminded
 */
export async function remindTasks(db: Database, ground: CityGround, at: Temporal.Instant): Promise<number> {
  const today = localDay(at);
  const { reminders } = await getTaskPolicy(db, today);
  const reach = Math.max(0, ...reminders.map(({ workingDays }) => Math.abs(workingDays))) * 2 + 14;
  let reminded = 0;
  for (let after: string | undefined = none; after; ) {
    const due: readonly CaseState[] = await listTasksDue(
      db,
      at.subtract({ hours: 24 * reach }),
      at.add({ hours: 24 * reach }),
      after,
    );
    for (const state of due) {
      if (!state.dueAt || state.state === 'awaiting-review') continue;
      const rung = rungNow(reminders, localDay(Temporal.Instant.from(state.dueAt)), today, ground.calendar);
      const last = state.facts.reminded as { workingDays: number; dueAt: string } | undefined;
      const post = rung && isNewRung(rung, last, state.dueAt) ? remindedPost(rung, state) : null;
      if (!rung || !post) continue;
      const whom = ground.tree.get(post.unitId)?.name.vi ?? post.unitId;
      const written = await recordEntries(db, taskKindIfKnown, state.caseId, { seen: state.entries }, async () =>
        accepted([
          {
            at: at.toString(),
            verb: 'remind',
            actor: time,
            data: { whom, unitId: post.unitId, role: post.role, workingDays: rung.workingDays },
            effect: { facts: { reminded: { workingDays: rung.workingDays, dueAt: state.dueAt } } },
          },
        ]),
      );
      if (written.ok) reminded++;
    }
    after = due.length === 200 ? due.at(-1)?.caseId : undefined;
  }
  return reminded;
}
