import type { QuestionType } from './procedure-definition.ts';

/**
 * What an answer may look like as it is typed, before it is tidied; the reading of answers and the JSON Schema of the
 * form both go by it, so that they cannot differ. Regular expressions with the flag u.
 */
export const typedShape: Readonly<Partial<Record<QuestionType, string>>> = {
  name: "^[\\p{L}\\p{M}][\\p{L}\\p{M}'’. -]*$",
  commune: '^[a-z0-9.-]+$',
  email: '^[^\\s@]+@[^\\s@]+\\.[A-Za-z]{2,20}$',
  // with spaces, points or hyphens between the digits, and with the country's code
  phone: '^(\\+84[ .-]*|0[ .-]*)(\\d[ .-]*){8}\\d([ .-]*\\d)?$',
  // 12 digits, as on the card or in groups
  'personal-id': '^(\\d ?){11}\\d$',
  // dd/mm/yyyy as people type it, yyyy-mm-dd as machines write it
  date: '^(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}-\\d{2}-\\d{2})$',
  'whole-number': '^(\\d{1,16}|\\d{1,3}(\\.\\d{3}){1,4})$',
  money: '^(\\d{1,16}|\\d{1,3}(\\.\\d{3}){1,4})( ?(đ|đồng|₫|VND))?$',
};

/**
 * Characters no answer may have: control characters but for tab and line end, halves of a character, and the marks that
 * turn the direction of a text and so make it read otherwise than it is.
 */
export const unusableCharacter =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]';

/** How many characters an answer may have when the question does not say. */
export const longestAnswer: Readonly<Record<QuestionType, number>> = {
  text: 500,
  'long-text': 4000,
  name: 200,
  email: 200,
  commune: 60,
  date: 40,
  'whole-number': 40,
  choice: 100,
  'yes-no': 10,
  'personal-id': 40,
  phone: 40,
  money: 40,
};

/** The bounds of a number when the question does not say; a sum of money may reach a thousand billion đồng. */
export const numberBounds = {
  'whole-number': { min: 0, max: 1_000_000_000 },
  money: { min: 0, max: 1_000_000_000_000_000 },
} as const;
