import { holds } from '#kernel/feel.ts';
import { type Limit, readLimit, writeLimit } from '#kernel/limit.ts';
import type { Answers } from './answers.ts';
import type {
  LegDefinition,
  LegsDefinition,
  LimitText,
  ProcedureDefinition,
  RouteStep,
} from './procedure-definition.ts';

/** The legs of a step that the answers call for. Legs within legs lie inside their own leg's limit. */
export function legsThatApply(step: RouteStep, answers: Answers): readonly LegDefinition[] {
  return (step.legs?.legs ?? []).filter((leg) => holds(leg.when, answers));
}

/**
 * What the citizen is promised when other agencies take part: the own limit with the legs', by the declared rule.
 * Legs whose days are excluded do not enter. All are in one unit, which is checked when a version is published.
 */
export function promisedLimit(definition: ProcedureDefinition, own: LimitText, answers: Answers): LimitText {
  const rule = definition.clock.legs ?? 'own';
  if (rule === 'own') return own;
  const limit = counted(own);
  let amount = limit.amount;
  for (const step of definition.route) {
    const amounts = legsThatApply(step, answers)
      .filter((leg) => !leg.excluded)
      .map((leg) => counted(leg.limit).amount);
    amount += rule === 'longest-path' && together(step.legs) ? Math.max(0, ...amounts) : sum(amounts);
  }
  return writeLimit({ ...limit, amount });
}

const together = (legs: LegsDefinition | undefined): boolean => legs?.mode === 'parallel';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

function counted(text: LimitText): Exclude<Limit, { unit: 'same-day' }> {
  const limit = readLimit(text);
  if (!limit.ok || limit.value.unit === 'same-day') throw new RangeError(`“${text}” cannot be added to another limit`);
  return limit.value;
}
