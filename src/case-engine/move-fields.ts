import * as z from 'zod';

/** A text of a form: at most so many signs, in composed form, without the control characters no database keeps. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(most)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
        .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
    );

/** A text that must be there. */
export const said = (most: number) => line(most).pipe(z.string().min(1));

/** A text that may be left out. */
export const optional = (most: number) => line(most).default('');
