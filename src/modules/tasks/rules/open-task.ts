import type { Role } from '#case-engine/rules/authority.ts';
import { branchCaseId } from '#case-engine/rules/branches.ts';
import type { ClockGround } from '#case-engine/rules/case-clock.ts';
import type { Branch, CaseParent, Holder, OpeningEffect, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { type DeadlineGiven, type DeadlineRefusal, deadlineFrom } from './deadline.ts';
import type { TaskGiver, TaskGoal, TaskSource } from './task-facts.ts';

/** A post that works or follows. */
export interface TaskPost {
  readonly unitId: string;
  readonly role: Role;
}

/** Another unit that contributes, with what is asked of it; it answers by itself. */
export interface CoUnit extends TaskPost {
  readonly question: string;
}

/** All that is said of a task when it is given. */
export interface TaskOpening {
  readonly caseId: string;
  readonly code: string | null;
  readonly giver: TaskGiver;
  readonly agencyId: string;
  /** It is given for the City itself; figures count those apart. */
  readonly ofCity: boolean;
  readonly source: TaskSource;
  readonly paragraph: string;
  readonly quote: string;
  readonly title: string;
  readonly lead: TaskPost;
  readonly coUnits: readonly CoUnit[];
  readonly product: string;
  readonly answerable: string;
  readonly goal?: TaskGoal | undefined;
  readonly follower: TaskPost;
  readonly secret: boolean;
  readonly deadline: DeadlineGiven | null;
  readonly at: Temporal.Instant;
  readonly parent?: CaseParent;
  /** Period of a recurring duty, causes of a task raised by rule. */
  readonly more?: JsonObject;
}

export type OpenTaskRefusal = 'task-not-clear' | 'follower-is-doer' | DeadlineRefusal;

const clarities = {
  who: { vi: 'rõ người (đơn vị chủ trì)', en: 'who does it' },
  what: { vi: 'rõ việc (nội dung)', en: 'what is to be done' },
  when: { vi: 'rõ tiến độ (hạn hoàn thành)', en: 'by when' },
  result: { vi: 'rõ kết quả (sản phẩm)', en: 'the result expected' },
  answerable: { vi: 'rõ trách nhiệm (người chịu trách nhiệm)', en: 'who answers for it' },
} as const satisfies Readonly<Record<string, Text>>;

/** The first of the five clarities ("5 rõ") that is missing, with the field it is asked in. */
export function missingClarity(
  task: Pick<TaskOpening, 'title' | 'quote' | 'product' | 'answerable'> & {
    readonly lead: TaskPost | null;
    readonly deadline: unknown;
  },
): { readonly field: string; readonly name: Text } | null {
  if (!task.lead?.unitId) return { field: 'leadUnitId', name: clarities.who };
  if (!task.title || !task.quote) return { field: task.quote ? 'title' : 'quote', name: clarities.what };
  if (!task.deadline) return { field: 'dueOn', name: clarities.when };
  if (!task.product) return { field: 'product', name: clarities.result };
  return task.answerable ? null : { field: 'answerable', name: clarities.answerable };
}

/** Where whoever does the work stands: nobody in particular yet. */
const heldAt = ({ unitId, role }: TaskPost): Holder => ({ unitId, role, accountId: null, name: null });

/** What tasks are counted as. */
export const taskCounts = ['government', 'council', 'party', 'city', 'agency', 'remedy', 'secret', 'part'] as const;
export type TaskCount = (typeof taskCounts)[number];

const above: Partial<Record<TaskGiver, TaskCount>> = {
  government: 'government',
  'prime-minister': 'government',
  council: 'council',
  'party-committee': 'party',
};

/**
 * What figures count a task as: by who gave it. Secret ones and those of the Party are counted apart, so that no figure shows
 * them; a part of a task is no task of its own; what an inspection gives to mend is counted with inspections.
 */
function countedAs({ giver, secret, parent, more, ofCity }: TaskOpening): TaskCount {
  if (parent) return 'part';
  if (secret) return 'secret';
  const causes = (more?.causes ?? []) as readonly { readonly kind: string }[];
  if (causes.some(({ kind }) => kind === 'inspection')) return 'remedy';
  return above[giver] ?? (ofCity ? 'city' : 'agency');
}

/** The one step of a task: whoever leads works, to the due day. */
const workAt = ({ unitId, role }: TaskPost): readonly ResolvedStep[] => [
  { id: 'work', work: 'handle', role, unitId, hours: 0, name: { vi: 'Thực hiện', en: 'Working on it' } },
];

/**
 * The first effect of a task: given to the unit that leads, with the parts of the units that contribute.
 * @returns refused without one of the five clarities, or when the doer would follow themselves
 */
export function openTask(task: TaskOpening, ground: ClockGround): Result<OpeningEffect, OpenTaskRefusal> {
  const missing = missingClarity(task);
  if (missing || !task.deadline) {
    const { field, name } = missing ?? { field: 'dueOn', name: clarities.when };
    return refused('task-not-clear', { missing: name.vi, missingEn: name.en }, field);
  }
  const { lead, follower } = task;
  if (lead.unitId === follower.unitId && lead.role === follower.role)
    return refused('follower-is-doer', {}, 'followerRole');
  const due = deadlineFrom(task.deadline, task.at, lead.unitId, ground);
  if (!due.ok) return due;
  const at = task.at.toString();
  const branches = Object.fromEntries(
    task.coUnits.map((unit, index) => [`co-${index + 1}`, partBranch(task.caseId, `co-${index + 1}`, unit, at)]),
  );
  return accepted({
    state: 'assigned',
    reference: referenceOf(task.caseId),
    code: task.code,
    typeCode: task.giver,
    typeVersion: 1,
    // lists show titles to whoever oversees a unit: what is secret says only that it is
    title: task.secret ? 'Nhiệm vụ mật' : task.title,
    receivingUnitId: task.agencyId,
    holder: heldAt(lead),
    route: workAt(lead),
    step: 0,
    clock: due.value.clock,
    acceptedAt: at,
    dueAt: due.value.dueAt,
    firstDueAt: due.value.dueAt,
    counted: { unitId: lead.unitId, as: countedAs(task) },
    ...(task.parent ? { parent: task.parent } : {}),
    ...(task.coUnits.length > 0 ? { branches } : {}),
    facts: {
      giver: task.giver,
      source: { ...task.source },
      paragraph: task.paragraph,
      quote: task.quote,
      product: task.product,
      answerable: task.answerable,
      leadUnitId: lead.unitId,
      follower: { ...heldAt(follower) },
      secret: task.secret,
      ...(task.goal ? { goal: { ...task.goal } } : {}),
      doers: [],
      given: Object.fromEntries(task.coUnits.map((unit, index) => [`co-${index + 1}`, { ...unit }])),
      ...task.more,
      ...(task.secret ? { secretTitle: task.title } : {}),
      searchWords: task.secret ? '' : `${task.source.number} ${task.quote.slice(0, 500)}`,
    },
  });
}

/** The part of a unit that contributes, as the task names it. */
export function partBranch(caseId: string, branchId: string, unit: CoUnit, at: string): Branch {
  return {
    caseId: branchCaseId(caseId, branchId),
    kind: 'task-part',
    name: { vi: 'Phối hợp thực hiện', en: 'Contribution' },
    unitId: unit.unitId,
    group: null,
    lead: false,
    openedAt: at,
    closedAt: null,
    outcome: null,
  };
}
