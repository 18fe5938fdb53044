/** The door of assigned tasks: given, followed, answered for, published. */
export {
  type AssignmentWish,
  agenciesGivenFor,
  assignTasks,
  type TaskWish,
} from './assign-tasks.ts';
export { makeCalendarFeed, readCalendarFeed } from './calendar-feed.ts';
export { changePolicy } from './change-policy.ts';
export { type GiveRefusal, giveRemedies } from './give-remedies.ts';
export { type DutyWish, makeRecurringTasks, recordDuty } from './make-recurring-tasks.ts';
export { makeTaskMove } from './make-task-move.ts';
export { listMeasures, listPlans, type PlanProgress } from './plan-queries.ts';
export { findPublication, listPublications, type Publication } from './publication-store.ts';
export { previewMonth, publishMonth } from './publish-month.ts';
export { raiseTasks } from './raise-tasks.ts';
export { taskRefusals } from './refusals.ts';
export { remindTasks } from './remind-tasks.ts';
export { taskCounts } from './rules/open-task.ts';
export type { PublishedMonth, StatusCounts } from './rules/publication.ts';
export { type TaskFacts, type TaskGiver, taskFacts, taskGivers } from './rules/task-facts.ts';
export { taskKindIfKnown } from './rules/task-family.ts';
export { taskKind, taskKinds } from './rules/task-kind.ts';
export type { TaskPolicy } from './rules/task-policy.ts';
export { type TaskStatus, taskStatus, taskStatuses } from './rules/task-status.ts';
export { isTaskMove, taskInputs } from './task-input.ts';
export { findTaskPage, type TaskPage } from './task-page.ts';
export { countTasks, listLeadUnits, listTasks, type TaskListQuery } from './task-queries.ts';
export { getTaskPolicy } from './task-store.ts';
export { listDutiesOf } from './timetable-store.ts';
