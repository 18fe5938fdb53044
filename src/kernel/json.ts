/** What a journal can hold: plain JSON, so that an outsider can read it and compute its hash. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type JsonObject = { readonly [name: string]: Json | undefined };

/**
 * The one way to write a JSON value: names sorted by code unit, no spaces, undefined left out.
 * The database may keep the names of an object in another order; the canonical form is the same.
 * Sealing a journal costs most of what the rules cost, so the value is put in order and then written by the engine itself.
 */
export function canonicalJson(value: Json | undefined): string {
  const ordered = inOrder(value);
  return ordered === unorderable ? writeByName(value) : (JSON.stringify(ordered) ?? 'null');
}

const unorderable = Symbol('names that an object of JavaScript keeps in an order of its own');

/** The value with its names in order, or the value itself where they are; `unorderable` when some name looks like an index. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(unorderable) ? unorderable : items;
  }
  const names = Object.keys(value).sort();
  const ordered: Record<string, unknown> = {};
  for (const name of names) {
    const first = name.charCodeAt(0);
    const inner = inOrder((value as Record<string, unknown>)[name]);
    if ((first >= 48 && first <= 57) || name === '__proto__' || inner === unorderable) return unorderable;
    ordered[name] = inner;
  }
  return ordered;
}

/** The same, name by name: slower, and right whatever the names are. */
function writeByName(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeByName).join(',')}]`;
  const object = value as JsonObject;
  let written = '';
  for (const name of Object.keys(object).sort()) {
    if (object[name] === undefined) continue;
    written += `${written === '' ? '' : ','}${JSON.stringify(name)}:${writeByName(object[name])}`;
  }
  return `{${written}}`;
}
