import type { Role } from '#case-engine/rules/authority.ts';
import type { FeedbackField, FeedbackPolicy } from '#modules/feedback/rules/feedback-policy.ts';
import type { Checklist } from '#modules/inspections/rules/inspection-facts.ts';
import type { TaskPolicy } from '#modules/tasks/rules/task-policy.ts';
import type { LivingWorld } from './living-world.ts';

/** What tasks and inspections are lived with: the ground of the dossiers, and what their own modules keep. */
export interface KindWorld
  extends Pick<
    LivingWorld,
    | 'scenario'
    | 'seed'
    | 'axis'
    | 'endPlace'
    | 'staff'
    | 'tree'
    | 'lists'
    | 'horizon'
    | 'calendar'
    | 'hoursOf'
    | 'factKeys'
  > {
  readonly scale: number;
  readonly taskPolicy: TaskPolicy;
  readonly feedbackPolicy: FeedbackPolicy;
  readonly feedbackFields: readonly FeedbackField[];
  readonly checklists: readonly Checklist[];
  /** The agencies that live, in the order of their ids. */
  readonly agencyIds: readonly string[];
}

/** A post that does something in the course of a case. */
export interface KindPost {
  readonly unitId: string;
  readonly role: Role;
}

/** Ids of kinds of case begin here, far above those of dossiers, so that no two references are the same. */
export const firstNumberOf = { task: 2 ** 36, inspection: 2 ** 37, feedback: 2 ** 38 } as const;
