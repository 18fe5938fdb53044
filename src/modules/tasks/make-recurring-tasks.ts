import { openCases } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { dueOf, startClock } from '#case-engine/rules/case-clock.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { log } from '#platform/log.ts';
import { newId } from '#platform/random.ts';
import { type AssignmentWish, type AssignRefusal, agenciesGivenFor, taskRow, writeTasks } from './assign-tasks.ts';
import { missingClarity } from './rules/open-task.ts';
import { periodOf } from './rules/periods.ts';
import { findSource, getTaskPolicy, insertSource, insertTasks } from './task-store.ts';
import { insertDuty, insertRecurringTask, isPeriodMade, listDuties, type RecurringDuty } from './timetable-store.ts';

/** A duty as it is recorded: a document, one task of it, how often, and how many working days into the period it is due. */
export interface DutyWish extends Omit<AssignmentWish, 'tasks'> {
  readonly task: Omit<AssignmentWish['tasks'][number], 'deadline'>;
  readonly every: 'month' | 'quarter';
  readonly dueWorkingDays: number;
  readonly untilOn: Temporal.PlainDate | undefined;
}

/** Records a duty; its first task is made for the period that runs. */
export async function recordDuty(
  db: Database,
  ground: CityGround,
  actor: Actor & { readonly accountId: string },
  wish: DutyWish,
  at: Temporal.Instant,
): Promise<Result<{ readonly id: string }, AssignRefusal>> {
  const [first] = agenciesGivenFor(actor, await getTaskPolicy(db, localDay(at)), at);
  if (!first) return refused('task-not-yours-to-give');
  const [agencyId, post] = first;
  const { source, task } = wish;
  if (!source.number || !source.issuer) return refused('task-source-missing', {}, 'number');
  const missing = missingClarity({
    ...task,
    lead: { unitId: task.leadUnitId, role: 'agency-head' },
    deadline: wish.dueWorkingDays >= 1 && wish.dueWorkingDays <= 60,
  });
  if (missing) {
    const { vi, en } = missing.name;
    const field = missing.field === 'dueOn' ? 'dueWorkingDays' : `tasks.0.${missing.field}`;
    return refused('task-not-clear', { missing: vi, missingEn: en }, field);
  }
  const lead = ground.tree.get(task.leadUnitId);
  const agency = ground.tree.get(agencyId);
  if (!lead || !agency?.path || !lead.path.startsWith(`${agency.path}/`))
    return refused(
      'task-unit-outside',
      { agency: agency?.name.vi ?? '', agencyEn: agency?.name.en ?? '' },
      'tasks.0.leadUnitId',
    );
  const [id, sourceId] = [newId(), newId()];
  const follower = wish.follower ?? { unitId: post.unitId, role: post.role };
  const duty: RecurringDuty = {
    id,
    sourceId,
    every: wish.every,
    dueWorkingDays: wish.dueWorkingDays,
    opening: { ...task, giver: wish.giver, follower, agencyId, secret: wish.secret },
    firstOn: localDay(at).toString(),
    untilOn: wish.untilOn?.toString() ?? null,
  };
  await db.transaction().execute(async (transaction) => {
    const record = { ...source, id: sourceId, agencyId, secret: wish.secret, recordedBy: actor.accountId };
    await insertSource(transaction, record, at);
    await insertDuty(transaction, duty, actor.accountId, at);
  });
  await makeRecurringTasks(db, ground, at);
  return accepted({ id });
}

/**
 * Makes the task of every duty for the period that runs, once for a period, whatever program comes first.
 * @returns how many were made
 */
export async function makeRecurringTasks(db: Database, ground: CityGround, at: Temporal.Instant): Promise<number> {
  const today = localDay(at);
  let made = 0;
  for (const duty of await listDuties(db, today)) {
    const period = periodOf(duty.every, today);
    if (await isPeriodMade(db, duty.id, period.name)) continue;
    const opened = await makeOne(db, ground, duty, period, at);
    if (opened.ok) made++;
    else
      log.error({ dutyId: duty.id, period: period.name, code: opened.refusal.code }, 'a recurring task was not made');
  }
  return made;
}

async function makeOne(
  db: Database,
  ground: CityGround,
  duty: RecurringDuty,
  period: ReturnType<typeof periodOf>,
  at: Temporal.Instant,
) {
  const source = await findSource(db, duty.sourceId);
  const { opening } = duty;
  const begins = toInstant(period.firstDay.toPlainDateTime({ hour: 8 }));
  const limit = `${duty.dueWorkingDays} working-day`;
  const due = dueOf(startClock(begins, limit, opening.leadUnitId), clockGround(ground, opening.leadUnitId));
  if (!due.ok) return due;
  const dueOn = localDay(Temporal.Instant.from(due.value));
  const isPast = Temporal.PlainDate.compare(dueOn, localDay(at)) < 0;
  const deadline = isPast ? { limit: '1 working-day' } : { on: dueOn };
  const key = { caller: duty.id, key: period.name, requestHash: '0'.repeat(64) };
  return openCases<AssignRefusal>(db, key, async () => {
    if (!source) return refused('task-document-unknown');
    return accepted({
      writings: (transaction) =>
        writeTasks(
          transaction,
          ground,
          {
            giver: opening.giver,
            source,
            secret: opening.secret,
            follower: opening.follower,
            agencyId: opening.agencyId,
            post: opening.follower,
            sourceId: duty.sourceId,
            more: { period: period.name },
            tasks: [{ ...opening, deadline }],
          },
          time,
          at,
        ),
      beside: async (transaction, writings) => {
        await insertTasks(transaction, writings.flatMap(taskRow), at);
        const caseId = writings[0]?.state.caseId;
        if (caseId) await insertRecurringTask(transaction, duty.id, period.name, caseId);
      },
    });
  });
}
