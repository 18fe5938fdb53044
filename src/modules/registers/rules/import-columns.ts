import { fold, tidy } from '#kernel/vietnamese.ts';
import type { RegisterDefinition } from './register-definition.ts';

/** Which column of a table holds what: a field of the register, or the agency. */
export interface ImportColumns {
  /** The place of each field's column, from 0. */
  readonly fields: ReadonlyMap<string, number>;
  readonly unit: number | undefined;
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}

const unitNames = new Set(['don vi', 'co quan', 'agency', 'unit']);

/** Reads the heading: each column is named by its label in either language or by the field's own name; others are left alone. */
export function importColumns(definition: RegisterDefinition, heading: readonly string[]): ImportColumns {
  const names = new Map<string, string>();
  for (const [name, { label }] of Object.entries(definition.fields.properties)) {
    for (const written of [name, label.vi, label.en]) {
      if (!names.has(plain(written))) names.set(plain(written), name);
    }
  }
  const fields = new Map<string, number>();
  const twice: string[] = [];
  let unit: number | undefined;
  for (const [place, written] of heading.entries()) {
    const name = names.get(plain(written));
    if (name !== undefined && fields.has(name)) twice.push(name);
    else if (name !== undefined) fields.set(name, place);
    else if (unitNames.has(plain(written))) unit ??= place;
  }
  return { fields, unit, twice, missing: definition.fields.required.filter((name) => !fields.has(name)) };
}

/** A label as people copy it: without the star of a required column, what stands in brackets, marks and case. */
const plain = (label: string): string => fold(tidy(label.replaceAll(/\([^)]*\)|\*/g, ' ')));
