/** What a journal can hold: plain JSON, so that an outsider can read it and compute its hash. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };
export type JsonObject = { readonly [name: string]: Json | undefined };

/**
 * The one way to write a JSON value: names sorted by code unit, no spaces, undefined left out.
 * The database may keep the names of an object in another order; the canonical form is the same.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as JsonObject;
  let written = '';
  for (const name of Object.keys(object).sort()) {
    if (object[name] === undefined) continue;
    written += `${written === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(object[name])}`;
  }
  return `{${written}}`;
}
