import { evaluate } from 'feelin';

/** What an expression may ask for: the answers of a person, by the names of the questions. */
export type FeelContext = Readonly<Record<string, unknown>>;

/** What expressions gave for the values they ask for. Reading one takes half a millisecond; forms ask the same again and again. */
const given = new Map<string, unknown>();
const mostKept = 20_000;

/** The value of an expression, which hangs on nothing but the names it mentions. */
function resultOf(expression: string, context: FeelContext): unknown {
  const mentioned: Record<string, unknown> = {};
  for (const [name] of expression.matchAll(/[A-Za-z]\w*/g))
    if (Object.hasOwn(context, name)) mentioned[name] = context[name];
  const key = `${expression}\n${JSON.stringify(mentioned)}`;
  const known = given.get(key);
  if (known !== undefined) return known;
  const value: unknown = evaluate(expression, mentioned).value ?? null;
  if (given.size >= mostKept) given.clear();
  given.set(key, value);
  return value;
}

/**
 * A condition in FEEL, the expression language of DMN. A name that was not answered is null, and a condition on it is
 * false: what does not apply is not asked for.
 */
export function holds(condition: string | undefined, context: FeelContext): boolean {
  return condition === undefined || resultOf(condition, context) === true;
}

/** A whole number given by a FEEL expression; undefined when an answer it needs is missing. */
export function wholeNumber(expression: string, context: FeelContext): bigint | undefined {
  const value = resultOf(expression, context);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
}

/** Why an expression is no FEEL; undefined when it is. */
export function feelDefect(expression: string): string | undefined {
  try {
    evaluate(expression, {});
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const ownWords = new Set(
  'and or not true false null if then else in between min max sum floor ceiling abs modulo date'.split(' '),
);

/** The names an expression asks for: its words that are neither FEEL's own nor inside quotes. */
export function namesAskedFor(expression: string): readonly string[] {
  const words = expression.replaceAll(/"[^"]*"/g, ' ').match(/[A-Za-z]\w*/g) ?? [];
  return [...new Set(words)].filter((word) => !ownWords.has(word));
}
