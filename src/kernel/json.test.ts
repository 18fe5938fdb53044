import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './json.ts';

/** Written by the definition, name by name, to compare with. */
function byDefinition(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => byDefinition(item)).join(',')}]`;
  const object = value as { readonly [name: string]: Json };
  const names = Object.keys(object).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${byDefinition(object[name] as Json)}`).join(',')}}`;
}

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => value as Json);

describe('the canonical form of a value', () => {
  test('has its names sorted by code unit at every depth, whatever they are', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(byDefinition(value));
      }),
    );
  });

  test('does not depend on the order in which the names were given', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });

  test('keeps names that look like numbers in the order of their letters', () => {
    expect(canonicalJson({ b: 1, 10: 2, 9: 3, a: { 2: null, 11: [] } })).toBe(
      '{"10":2,"9":3,"a":{"11":[],"2":null},"b":1}',
    );
  });

  test('leaves out what is undefined, and writes an undefined item of a list as null', () => {
    expect(canonicalJson({ a: undefined, b: [undefined as unknown as Json] })).toBe('{"b":[null]}');
  });
});
