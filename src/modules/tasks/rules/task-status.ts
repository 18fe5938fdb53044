import { limitOf } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { lateFrom, type Timeliness, timeliness } from '#case-engine/rules/clock.ts';
import { toInstant, toLocal } from '#kernel/zone.ts';
import { taskFacts } from './task-facts.ts';

/**
 * The four official states of a task: derived from its journal, never set.
 * @see Quyết định 42/2014/QĐ-TTg, sửa đổi bởi Quyết định 23/2018/QĐ-TTg: hoàn thành đúng hạn, hoàn thành quá hạn, đang thực
 * hiện trong hạn, đang thực hiện quá hạn
 */
export const taskStatuses = ['done-on-time', 'done-late', 'in-time', 'overdue'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

type Clocked = Pick<CaseState, 'state' | 'dueAt' | 'firstDueAt' | 'clock' | 'facts' | 'timeliness'>;

const dayLimit = { unit: 'working-day', amount: 1 } as const;
const limitOfTask = ({ clock }: Pick<CaseState, 'clock'>) => (clock ? limitOf(clock) : dayLimit);

/** How a moment met a due moment of the task, in the unit of its limit; a due day given as a day is met until its end. */
export function metAt(state: Pick<CaseState, 'clock'>, doneAt: string, dueAt: string): Timeliness {
  const local = (moment: string) => toLocal(Temporal.Instant.from(moment));
  return timeliness(local(doneAt), local(dueAt), limitOfTask(state));
}

/** The first moment at which a task that is not handed in is overdue. */
export function overdueFrom(state: Pick<CaseState, 'clock'>, dueAt: string): Temporal.Instant {
  return toInstant(lateFrom(toLocal(Temporal.Instant.from(dueAt)), limitOfTask(state)));
}

/**
 * The official state of a task at a moment; null of a task that was recalled, which is counted nowhere.
 * What counts is when the product that was found good was handed in: a follower who is slow makes nobody late. A product
 * that was sent back counts nothing.
 * @param deadline against which day: the one in force, or the one first given, so that both rates can be told
 */
export function taskStatus(
  state: Clocked,
  at: Temporal.Instant,
  deadline: 'current' | 'first' = 'current',
): TaskStatus | null {
  if (state.state === 'recalled') return null;
  const dueAt = deadline === 'first' ? state.firstDueAt : state.dueAt;
  if (dueAt === null) throw new RangeError('a task has a due moment');
  const { handedIn } = taskFacts(state);
  if (state.state === 'completed') {
    return metAt(state, handedIn?.at ?? at.toString(), dueAt) === 'late' ? 'done-late' : 'done-on-time';
  }
  const until = state.state === 'awaiting-review' && handedIn ? Temporal.Instant.from(handedIn.at) : at;
  return Temporal.Instant.compare(until, overdueFrom(state, dueAt)) >= 0 ? 'overdue' : 'in-time';
}
