import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReferenceProcedures } from '../load-reference-procedures.ts';
import { formSchema } from './form-schema.ts';
import type { ProcedureDefinition, Question } from './procedure-definition.ts';
import { readAnswer } from './read-answer.ts';

const today = Temporal.PlainDate.from('2021-11-05');
const ajv = new Ajv2020({ strictTypes: false, strictSchema: false });

/** What the schema cannot know: days that do not exist or lie on the wrong side, bounds of a number typed as text. */
const beyondSchema = ['answer-not-a-day', 'day-in-future', 'day-in-past', 'number-too-small', 'number-too-large'];

const tidyText = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
const typed = fc.oneof(
  tidyText,
  fc.constantFrom<unknown>(
    '',
    null,
    true,
    false,
    'yes',
    'no',
    'female',
    'x\u0000',
    'Nguyễn Minh An',
    'an@noi.vn',
    {},
    [],
  ),
  fc.constantFrom(
    '001099000001',
    '0912345678',
    '+84 912 345 678',
    '05/11/2021',
    '2021-11-05',
    '1.500.000',
    '1.500.000 đồng',
  ),
  fc.integer({ min: -5, max: 200 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant('ă'.repeat(10_000)),
);

describe.each(readReferenceProcedures().map((definition) => [definition.code, definition] as const))(
  'the schema of the form of %s',
  (_, definition: ProcedureDefinition) => {
    const schema = formSchema(definition) as { properties: Record<string, object>; required: string[] };

    test('takes an answer exactly when reading it does', () => {
      ajv.compile(schema);
      for (const question of definition.form.pages.flatMap((page) => page.questions)) agree(question, schema);
    });

    test('asks for every question that must always be answered, and shows an example of the rest', () => {
      const always = definition.form.pages
        .flatMap((page) => page.questions)
        .filter((question) => question.required && !question.when);
      expect(schema.required).toEqual(always.map((question) => question.id));
    });
  },
);

function agree(question: Question, schema: { properties: Record<string, object> }): void {
  const valid = ajv.compile({ ...schema.properties[question.id] });
  fc.assert(
    fc.property(typed, (answer) => {
      const read = readAnswer(question, answer, today);
      const code = read.ok ? undefined : read.refusal.code;
      if (code !== undefined && beyondSchema.includes(code)) return;
      expect([valid(answer), question.id, answer, code]).toEqual([read.ok, question.id, answer, code]);
    }),
    { numRuns: 60 },
  );
}
