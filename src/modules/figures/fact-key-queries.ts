import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

/** What the words of a class are called in the facts. */
export interface FactWords {
  wordOf(key: number): string;
  keyOf(word: string): number;
  /** Of a kind, whatever it is counted as, or of what it is counted as. */
  keysOfKind(kind: string, as: readonly (string | null)[] | undefined): readonly number[];
}

export async function selectFactWords(db: Database): Promise<FactWords> {
  const { rows } = await sql<{ key: number; word: string }>`select key, word from fact_word`.execute(db);
  const words = new Map(rows.map(({ key, word }) => [key, word]));
  const keys = new Map(rows.map(({ key, word }) => [word, key]));
  const keyOf = (word: string) => keys.get(word) ?? -1;
  return {
    wordOf: (key) => words.get(key) ?? `${key}`,
    keyOf,
    keysOfKind: (kind, as) =>
      as
        ? as.map((one) => keyOf(one === null ? kind : `${kind}.${one}`))
        : [keyOf(kind), ...rows.filter(({ word }) => word.startsWith(`${kind}.`)).map(({ key }) => key)],
  };
}

/** What a type of case is: its procedure with field, tier and level of e-service. */
export interface FactType {
  readonly key: number;
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string } | null;
  readonly field: { readonly code: string; readonly name: { readonly vi: string; readonly en: string } } | null;
  readonly level: number | null;
}

/** The types cases are of, with what the catalogue says of the version they came in under. */
export async function selectFactTypes(db: Database): Promise<readonly FactType[]> {
  const { rows } = await sql<FactType>`
    select t.key, t.code, v.definition -> 'name' as name, v.definition -> 'field' as field,
      (v.definition ->> 'serviceLevel2021')::int as level
    from fact_type t left join procedure_version v on v.code = t.code and v.version = t.version`.execute(db);
  return rows;
}

export async function selectFactUnits(db: Database): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ key: number; unit_id: string }>`select key, unit_id from fact_unit`.execute(db);
  return new Map(rows.map(({ key, unit_id }) => [key, unit_id]));
}
