import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import * as figures from '#modules/figures/index.ts';
import * as organisation from '#modules/organisation/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import type { AppFigures } from './app-figures.ts';
import type { AppGround } from './app-ground.ts';

/** Tasks, plans, recurring duties, what is published of a month. */
export const tasksOf = ({ db, now, today, ground, taskPolicy, askFigures }: AppGround & AppFigures) => ({
  /** The agencies in whose name someone gives tasks. */
  agenciesOf: async (actor: Actor) => [...tasks.agenciesGivenFor(actor, await taskPolicy(), now()).keys()],
  assign: async (actor: Actor, wish: tasks.AssignmentWish, key?: CommandCall['key']) => {
    const strange = wish.tasks.findIndex(({ goal }) => goal && !figures.figureDefinition(goal.figureId));
    const { figureId = '' } = wish.tasks[strange]?.goal ?? {};
    if (strange >= 0) return refused('figure-unknown' as const, { id: figureId }, `tasks.${strange}.goalFigure`);
    return tasks.assignTasks(db, await ground(), actor, wish, now(), key, await taskPolicy());
  },
  /** How far a measure has come to its goal: its figure for the unit that leads, from the first of January to its day or today. */
  goalNow: async ({ goal, leadUnitId }: tasks.TaskFacts, dueAt: string | null) => {
    const unit = (await ground()).tree.get(leadUnitId);
    const agency = unit && organisation.agencyOf(unit, (await ground()).tree);
    const definition = goal && figures.figureDefinition(goal.figureId);
    if (!goal || !agency || !definition) return undefined;
    const due = dueAt ? localDay(Temporal.Instant.from(dueAt)) : today();
    const to = Temporal.PlainDate.compare(due, today()) < 0 ? due : today();
    const asked = { ids: [goal.figureId], unitId: agency.id, from: to.with({ month: 1, day: 1 }), to };
    const answer = await askFigures(asked);
    const value = answer.ok ? (answer.value.figures[0]?.value ?? null) : null;
    return {
      definition,
      value,
      atLeast: goal.atLeast,
      isReached: value !== null && figures.asNumber(value) >= goal.atLeast,
    };
  },
  list: (query: Omit<tasks.TaskListQuery, 'now'>) => tasks.listTasks(db, { ...query, now: now() }),
  count: (query: Omit<tasks.TaskListQuery, 'now' | 'show' | 'after'>) => tasks.countTasks(db, { ...query, now: now() }),
  leadUnits: (agencyIds: readonly string[]) => tasks.listLeadUnits(db, agencyIds),
  /** The month as it would be published now. */
  previewMonth: async (month: string) => tasks.previewMonth(db, await ground(), month),
  publishMonth: async (actor: Actor, month: string) => tasks.publishMonth(db, await ground(), actor, month, now()),
  /** Documents with how far their tasks are: a plan and its measures. */
  plans: (agencyIds: readonly string[]) => tasks.listPlans(db, agencyIds, now()),
  measures: (sourceId: string, agencyIds: readonly string[]) => tasks.listMeasures(db, sourceId, agencyIds),
  duties: (agencyIds: readonly string[]) => tasks.listDutiesOf(db, agencyIds),
  recordDuty: async (actor: Actor & { readonly accountId: string }, wish: tasks.DutyWish) =>
    tasks.recordDuty(db, await ground(), actor, wish, now()),
  policy: taskPolicy,
  changeRaising: async (actor: Actor, raising: tasks.TaskPolicy['raising'], decision: string) =>
    tasks.changePolicy(db, await ground(), actor, raising, decision, now()),
  /** What happens because days pass: tasks of recurring duties, reminders, tasks that lateness raises. */
  passTime: async () => {
    const city = await ground();
    await tasks.makeRecurringTasks(db, city, now());
    await tasks.remindTasks(db, city, now());
    await tasks.raiseTasks(db, city, now());
  },
  publication: (month: string) => tasks.findPublication(db, month),
  publications: () => tasks.listPublications(db),
  makeCalendar: (accountId: string) => tasks.makeCalendarFeed(db, accountId, now()),
  calendar: (secret: string, linkOf: (kind: string, caseId: string) => string) =>
    tasks.readCalendarFeed(db, secret, linkOf, now()),
});
