import type { JsonObject } from '#kernel/json.ts';
import type { ProcedureDefinition, Question } from './procedure-definition.ts';

/** The form of a procedure as JSON Schema 2020-12, for other systems. Conditions are checked again on our side. */
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

const examples = {
  'personal-id': '001099000001',
  phone: '0912345678',
  email: 'ten@noi.vn',
  commune: 'x-00007',
} as const;

function schemaOf(question: Question): JsonObject {
  const said = {
    title: question.label.vi,
    'x-title-en': question.label.en,
    ...(question.hint ? { description: question.hint.vi } : {}),
  };
  const condition = question.when === undefined ? {} : { 'x-when': question.when };
  switch (question.type) {
    case 'yes-no':
      return { ...said, ...condition, enum: [true, false, 'yes', 'no'] };
    case 'choice':
      return { ...said, ...condition, enum: question.options?.map((option) => option.value) ?? [] };
    case 'whole-number':
    case 'money':
      return { ...said, ...condition, type: ['integer', 'string'], minimum: question.min ?? 0 };
    case 'date':
      return { ...said, ...condition, type: 'string', examples: ['2021-02-17', '17/02/2021'] };
    case 'personal-id':
    case 'phone':
    case 'email':
    case 'commune':
      return { ...said, ...condition, type: 'string', examples: [examples[question.type]] };
    default:
      return { ...said, ...condition, type: 'string', maxLength: question.maxLength ?? 4000 };
  }
}
