import { canonicalJson } from '#kernel/json.ts';
import type { EntryValues, RegisterDefinition, RegisterValue } from './register-definition.ts';

/** One field that two versions of an entry say differently. */
export interface FieldDifference {
  readonly field: string;
  readonly before: RegisterValue | undefined;
  readonly after: RegisterValue | undefined;
}

/** What a version changed, in the order of the fields. */
export function entryDifference(
  definition: RegisterDefinition,
  before: EntryValues,
  after: EntryValues,
): readonly FieldDifference[] {
  return Object.keys(definition.fields.properties).flatMap((field) =>
    canonicalJson(before[field]) === canonicalJson(after[field])
      ? []
      : [{ field, before: before[field], after: after[field] }],
  );
}
