import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Text } from '#kernel/text.ts';
import { localDay } from '#kernel/zone.ts';
import { type TaskGiver, taskFacts } from './task-facts.ts';
import { type TaskStatus, taskStatus, taskStatuses } from './task-status.ts';

/** How many tasks are in each of the four official states; together they are all of them. */
export type StatusCounts = Readonly<Record<TaskStatus, number>> & { readonly all: number };

/** What is published of the tasks one unit leads. */
export interface PublishedUnit {
  readonly unitId: string;
  readonly name: Text;
  readonly counts: StatusCounts;
  /** Late against the day first given, whatever was extended. */
  readonly lateByFirst: number;
  readonly extended: number;
}

/** A task that is late, by name. */
export interface PublishedTask {
  readonly code: string;
  readonly title: string;
  readonly document: string;
  readonly unitId: string;
  readonly name: Text;
  readonly status: TaskStatus;
  readonly firstDueOn: string;
  readonly dueOn: string;
  /** Days of any kind after the due day: to the product, or to the moment that is told. */
  readonly daysLate: number;
}

/** What is published of a month, frozen. */
export interface PublishedMonth {
  readonly month: string;
  readonly cutoffAt: string;
  readonly counts: StatusCounts;
  readonly lateByFirst: number;
  readonly extended: number;
  readonly givers: readonly { readonly giver: TaskGiver; readonly counts: StatusCounts }[];
  readonly units: readonly PublishedUnit[];
  readonly late: readonly PublishedTask[];
}

/** May it be published at all? Tasks of the Party and secret ones never are, not even as a number. */
export function isPublic(state: Pick<CaseState, 'facts' | 'parent'>): boolean {
  const { secret, giver } = taskFacts(state);
  return !secret && giver !== 'party-committee' && !state.parent;
}

function countOf(states: readonly CaseState[], at: Temporal.Instant, deadline?: 'first'): StatusCounts {
  const counts: Record<TaskStatus, number> = { 'done-on-time': 0, 'done-late': 0, 'in-time': 0, overdue: 0 };
  for (const state of states) {
    const status = taskStatus(state, at, deadline);
    if (status) counts[status]++;
  }
  return { ...counts, all: taskStatuses.reduce((sum, status) => sum + counts[status], 0) };
}

const lateByFirst = (states: readonly CaseState[], at: Temporal.Instant): number => {
  const counts = countOf(states, at, 'first');
  return counts['done-late'] + counts.overdue;
};
const extended = (states: readonly CaseState[]): number =>
  states.filter((state) => (taskFacts(state).deadlines ?? []).length > 0).length;

/**
 * The month as it is published: tasks as they stood at the cut-off, by the unit that leads and by who gave them, and every
 * late one by its code. Recalled tasks, parts of tasks, secret tasks and those of the Party are left out before anything is counted.
 */
export function publicationOf(
  month: string,
  states: readonly CaseState[],
  cutoff: Temporal.Instant,
  nameOf: (unitId: string) => Text,
): PublishedMonth {
  // the last moment before the cut-off: what is due on the last day of the month is not late on that day
  const at = cutoff.subtract({ milliseconds: 1 });
  const told = states.filter((state) => isPublic(state) && taskStatus(state, at) !== null);
  const units = [...Map.groupBy(told, (state) => taskFacts(state).leadUnitId)].map(([unitId, its]) => ({
    unitId,
    name: nameOf(unitId),
    counts: countOf(its, at),
    lateByFirst: lateByFirst(its, at),
    extended: extended(its),
  }));
  const isLate = (counts: StatusCounts) => counts['done-late'] + counts.overdue;
  const givers = [...Map.groupBy(told, (state) => taskFacts(state).giver)]
    .map(([giver, its]) => ({ giver, counts: countOf(its, at) }))
    .sort((a, b) => (a.giver < b.giver ? -1 : 1));
  return {
    month,
    cutoffAt: cutoff.toString(),
    counts: countOf(told, at),
    lateByFirst: lateByFirst(told, at),
    extended: extended(told),
    givers,
    units: units.sort(
      (a, b) => isLate(b.counts) - isLate(a.counts) || b.counts.all - a.counts.all || (a.unitId < b.unitId ? -1 : 1),
    ),
    late: told.flatMap((state) => lateTask(state, at, nameOf)).sort((a, b) => b.daysLate - a.daysLate),
  };
}

function lateTask(state: CaseState, at: Temporal.Instant, nameOf: (unitId: string) => Text): PublishedTask[] {
  const status = taskStatus(state, at);
  if ((status !== 'overdue' && status !== 'done-late') || !state.dueAt || !state.firstDueAt) return [];
  const facts = taskFacts(state);
  const dueOn = localDay(Temporal.Instant.from(state.dueAt));
  const until = status === 'done-late' && facts.handedIn ? Temporal.Instant.from(facts.handedIn.at) : at;
  return [
    {
      code: state.code ?? state.reference,
      title: state.title,
      document: facts.source.number,
      unitId: facts.leadUnitId,
      name: nameOf(facts.leadUnitId),
      status,
      firstDueOn: localDay(Temporal.Instant.from(state.firstDueAt)).toString(),
      dueOn: dueOn.toString(),
      daysLate: dueOn.until(localDay(until)).days,
    },
  ];
}
