import { refusalCatalogue } from '#app.ts';
import { type Refusal, sentenceOf } from '#kernel/result.ts';
import type { Language } from '#kernel/text.ts';

/** The sentence of a refusal, as pages show it. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  return sentenceOf(refusal, refusalCatalogue, language);
}

export function refusalStatus(refusal: Refusal): number {
  return refusalCatalogue[refusal.code]?.status ?? 422;
}
