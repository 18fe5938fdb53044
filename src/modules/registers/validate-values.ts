import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { RegisterDefinition } from './rules/register-definition.ts';

/** What JSON Schema finds wrong with one field. */
export interface SchemaObjection {
  readonly field: string;
  readonly keyword: string;
  readonly limit: string | number;
}

const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
ajv.addVocabulary(['label', 'hint', 'measure', 'words', 'internal']);
const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};
ajv.addFormat('date', isDay);
ajv.addFormat('month', /^\d{4}-(0[1-9]|1[0-2])$/);
ajv.addFormat('uri', (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
ajv.addFormat('unit', /^[a-z0-9.-]{1,60}$/);
ajv.addFormat('lines', true);
ajv.addFormat('dong', { type: 'number', validate: Number.isSafeInteger });

const compiled = new WeakMap<RegisterDefinition, ValidateFunction>();

/** The definition's own schema as a function; throws when it is no JSON Schema. */
export function valuesValidator(definition: RegisterDefinition): ValidateFunction {
  const known = compiled.get(definition);
  if (known) return known;
  const validator = ajv.compile(definition.fields);
  compiled.set(definition, validator);
  return validator;
}

/** What the schema finds wrong with these values, at most one objection a field. */
export function schemaObjections(definition: RegisterDefinition, values: unknown): readonly SchemaObjection[] {
  const validate = valuesValidator(definition);
  if (validate(values)) return [];
  const found = new Map<string, SchemaObjection>();
  for (const error of validate.errors ?? []) {
    const objection = objectionOf(error);
    if (!found.has(objection.field)) found.set(objection.field, objection);
  }
  return [...found.values()];
}

function objectionOf({ keyword, instancePath, params }: ErrorObject): SchemaObjection {
  const named = params as { missingProperty?: string; additionalProperty?: string; limit?: string | number };
  const field = named.missingProperty ?? named.additionalProperty ?? instancePath.split('/')[1] ?? '';
  return { field, keyword, limit: named.limit ?? '' };
}
