import type { JsonObject } from '#kernel/json.ts';
import type { ProcedureDefinition, Question, QuestionType } from './procedure-definition.ts';
import { longestAnswer, numberBounds, typedShape, unusableCharacter } from './typed-shape.ts';

/**
 * The form of a procedure as JSON Schema 2020-12, for other systems: what `checkAnswers` takes, it takes. It does not say
 * which days exist or lie on the right side of today, nor evaluates the condition of a question (`x-when`, in FEEL);
 * `checkAnswers` does.
 */
export function formSchema(definition: ProcedureDefinition): JsonObject {
  const questions = definition.form.pages.flatMap((page) => page.questions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: definition.name.vi,
    type: 'object',
    additionalProperties: false,
    required: questions.filter((question) => question.required && question.when === undefined).map(({ id }) => id),
    properties: Object.fromEntries(questions.map((question) => [question.id, schemaOf(question)])),
  };
}

const examples: Readonly<Partial<Record<QuestionType, readonly string[]>>> = {
  name: ['Nguyễn Minh An'],
  date: ['2021-02-17', '17/02/2021'],
  'personal-id': ['001099000001'],
  phone: ['0912345678'],
  email: ['ten@noi.vn'],
  commune: ['x-00007'],
};

function schemaOf(question: Question): JsonObject {
  const { type, when, hint, label } = question;
  const shown = examples[type];
  return {
    title: label.vi,
    'x-title-en': label.en,
    ...(hint ? { description: hint.vi } : {}),
    ...(when === undefined ? {} : { 'x-when': when }),
    ...(shown ? { examples: shown } : {}),
    ...shapeOf(question),
  };
}

/** What an answer may be; one that need not be given may also be null or empty. */
function shapeOf({ type, required, options = [], min, max, minLength, maxLength }: Question): JsonObject {
  const none = required ? [] : ['', null];
  const nothing = required ? [] : ['null'];
  if (type === 'yes-no') return { enum: [true, false, 'yes', 'no', 'true', 'false', ...none] };
  if (type === 'choice') return { enum: [...options.map((option) => option.value), ...none] };
  const shape = typedShape[type] ?? '\\S';
  const pattern = required ? shape : `^\\s*$|${shape}`;
  if (type === 'whole-number' || type === 'money') {
    const bounds = numberBounds[type];
    return { type: ['integer', 'string', ...nothing], minimum: min ?? bounds.min, maximum: max ?? bounds.max, pattern };
  }
  return {
    type: ['string', ...nothing],
    pattern,
    ...(required && minLength !== undefined ? { minLength } : {}),
    maxLength: maxLength ?? longestAnswer[type],
    not: { type: 'string', pattern: unusableCharacter },
  };
}
