import { evaluate } from 'feelin';

/** What an expression may ask for: the answers of a person, by the names of the questions. */
export type FeelContext = Readonly<Record<string, unknown>>;

/**
 * A condition in FEEL, the expression language of DMN. A name that was not answered is null, and a condition on it is
 * false: what does not apply is not asked for.
 */
export function holds(condition: string | undefined, context: FeelContext): boolean {
  return condition === undefined || evaluate(condition, context).value === true;
}

/** A whole number given by a FEEL expression; undefined when an answer it needs is missing. */
export function wholeNumber(expression: string, context: FeelContext): bigint | undefined {
  const { value } = evaluate(expression, context);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
}
