import type { Refusal } from '#kernel/result.ts';
import type { RegisterRefusal } from './refusals.ts';
import { brokenChecks } from './rules/entry-checks.ts';
import { notReadable, type RawValue, readValue, type UnitFinder } from './rules/read-value.ts';
import type { EntryValues, RegisterDefinition, RegisterField, RegisterValue } from './rules/register-definition.ts';
import { expectedWords } from './rules/value-words.ts';
import { type SchemaObjection, schemaObjections } from './validate-values.ts';

/** What somebody wants to stand in an entry, by field, as typed or as a cell holds it. */
export type RawValues = Readonly<Record<string, RawValue>>;

/** What was understood, and everything that is wrong, at most one thing a field. */
export interface PreparedEntry {
  readonly entered: EntryValues;
  readonly refusals: readonly Refusal<RegisterRefusal>[];
}

/** Reads the values, holds them against the schema and the checks of the register, and says all that is wrong at once. */
export function prepareEntry(definition: RegisterDefinition, raw: RawValues, unit: UnitFinder): PreparedEntry {
  const { properties } = definition.fields;
  const entered: Record<string, RegisterValue> = {};
  const refusals = new Map<string, Refusal<RegisterRefusal>>();
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(properties, name)) {
      refusals.set(name, {
        code: 'register-field-unknown',
        facts: { name: name.slice(0, 60) },
        field: name.slice(0, 60),
      });
    }
  }
  for (const [name, field] of Object.entries(properties)) {
    const value = readValue(field, raw[name], unit);
    if (value === notReadable) refusals.set(name, notUnderstood(name, field, raw[name]));
    else if (value !== undefined) entered[name] = value;
  }
  for (const objection of schemaObjections(definition, entered)) {
    const field = properties[objection.field];
    if (field && !refusals.has(objection.field)) refusals.set(objection.field, refusalOf(objection, field, entered));
  }
  if (refusals.size === 0) {
    for (const { field, sentence } of brokenChecks(definition, entered)) {
      if (refusals.has(field)) continue;
      const facts = { sentence: sentence.vi, sentenceEn: sentence.en };
      refusals.set(field, { code: 'register-check-broken', facts, field });
    }
  }
  return { entered, refusals: [...refusals.values()] };
}

const labelsOf = ({ label }: RegisterField) => ({ label: label.vi, labelEn: label.en });

function notUnderstood(name: string, field: RegisterField, raw: RawValue): Refusal<RegisterRefusal> {
  const expected = expectedWords(field);
  const facts = {
    ...labelsOf(field),
    given: String(raw).slice(0, 80),
    expected: expected.vi,
    expectedEn: expected.en,
  };
  return { code: 'register-value-wrong', facts, field: name };
}

function refusalOf(objection: SchemaObjection, field: RegisterField, entered: EntryValues): Refusal<RegisterRefusal> {
  const { keyword, limit, field: name } = objection;
  const facts = { ...labelsOf(field), limit };
  if (keyword === 'required') return { code: 'register-value-missing', facts, field: name };
  if (keyword === 'minimum') return { code: 'register-value-low', facts, field: name };
  if (keyword === 'maximum') return { code: 'register-value-high', facts, field: name };
  if (keyword === 'maxLength' || keyword === 'maxItems') return { code: 'register-value-long', facts, field: name };
  return notUnderstood(name, field, entered[name]);
}

/** A refusal with all there is to put right, for a form that shows everything at once. */
export interface EntryRefused {
  readonly ok: false;
  readonly refusal: Refusal<RegisterRefusal>;
  readonly refusals: readonly Refusal<RegisterRefusal>[];
}

export function entryRefused(
  ...refusals: readonly [Refusal<RegisterRefusal>, ...Refusal<RegisterRefusal>[]]
): EntryRefused {
  return { ok: false, refusal: refusals[0], refusals };
}
