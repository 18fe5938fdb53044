/** What a refusal says of the matter at hand, for the sentence shown: names, numbers, days. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * A "no" that a person can cause and read.
 * `code` is published and never reused; the sentence in both languages stands in the catalogue of the module that refuses.
 * `field` names the answer or form field it is about, when there is one.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly facts: Facts;
  readonly field?: string;
}

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function accepted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<Code extends string>(
  code: Code,
  facts: Facts = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: field === undefined ? { code, facts } : { code, facts, field } };
}

/** How a refusal reads and which HTTP status carries it. `{name}` in a sentence is filled from the facts. */
export interface RefusalSentence {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly vi: string;
  readonly en: string;
}

export type RefusalCatalogue<Code extends string = string> = Readonly<Record<Code, RefusalSentence>>;

/** The sentence of a refusal in one language, with its facts filled in. */
export function sentenceOf(refusal: Refusal, catalogue: RefusalCatalogue, language: 'vi' | 'en'): string {
  const sentence = catalogue[refusal.code];
  if (!sentence) throw new Error(`the refusal ${refusal.code} has no sentence in the catalogue`);
  return sentence[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(refusal.facts[name] ?? whole));
}
