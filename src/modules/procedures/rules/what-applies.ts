import { holds, wholeNumber } from '#kernel/feel.ts';
import type { Answers } from './answers.ts';
import type { DuesItem, LimitCase, ProcedureDefinition } from './procedure-definition.ts';
import { promisedLimit } from './promised-limit.ts';

/** The case of the time limit that the answers fall under, the first whose condition holds, with what legs add to it. */
export function limitThatApplies(definition: ProcedureDefinition, answers: Answers): LimitCase {
  const limit = definition.limits.find((candidate) => holds(candidate.when, answers));
  if (!limit) throw new RangeError(`the last limit of ${definition.code} has a condition`);
  return {
    ...limit,
    statutory: promisedLimit(definition, limit.statutory, answers),
    announced: promisedLimit(definition, limit.announced, answers),
  };
}

/** A due in its amount, whole đồng. */
export interface AppliedDue {
  readonly item: DuesItem;
  readonly amount: bigint;
}

/** What is to be paid in the case the answers describe. */
export function duesOf(definition: ProcedureDefinition, answers: Answers): readonly AppliedDue[] {
  return definition.dues.flatMap((item) => {
    const amount = holds(item.when, answers) ? wholeNumber(item.amount, answers) : undefined;
    return amount === undefined ? [] : [{ item, amount }];
  });
}
