import { sql } from 'kysely';
import { canonicalJson, type Json } from '#kernel/json.ts';
import type { Database } from '#platform/database/connection.ts';
import { columnsOf } from './case-store.ts';
import type { CaseState } from './rules/case-state.ts';
import { type BrokenEntry, firstBrokenEntry, fold, type JournalEntry } from './rules/journal.ts';
import type { CaseKind } from './rules/kind.ts';

/** A case that is not what its journal says. `seq` is the first broken entry; 0 when the entries are whole and the case is not. */
export interface BrokenCase {
  readonly caseId: string;
  readonly reference: string;
  readonly seq: number;
  readonly fault: BrokenEntry['fault'] | 'journal-missing' | 'kind-unknown' | 'case-differs-from-journal';
  /** The columns that say something else than the fold, when that is the fault. */
  readonly columns: readonly string[];
}

export interface Verified {
  readonly cases: number;
  readonly entries: number;
  readonly broken: readonly BrokenCase[];
}

/** How many cases are read at once: a few megabytes, however large the city. */
const batchSize = 500;

interface StoredCase {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly folded: Json;
  readonly journal: readonly JournalEntry[];
}

/**
 * Recomputes every chain and every fold from the journal and compares them with what is stored.
 * Yields batch after batch, in the order of ids. Give a database on one snapshot (a repeatable-read transaction), so
 * that a move made meanwhile is not taken for a fault.
 * @param caseId only this case
 */
export async function* verifyJournals(
  db: Database,
  kinds: readonly CaseKind[],
  caseId?: string,
): AsyncGenerator<Verified> {
  let after = '00000000-0000-0000-0000-000000000000';
  while (true) {
    const batch = caseId ? await readCases(db, caseId, 1, true) : await readCases(db, after, batchSize, false);
    if (batch.length === 0) return;
    after = batch.at(-1)!.id;
    yield verifyBatch(db, kinds, batch);
    if (caseId) return;
  }
}

async function readCases(db: Database, id: string, most: number, exactly: boolean): Promise<readonly StoredCase[]> {
  const { rows } = await sql<StoredCase>`
    select c.id, c.kind, c.reference, c.folded, coalesce((
      select jsonb_agg(jsonb_build_object('seq', j.seq, 'verb', j.verb, 'actor', j.actor, 'data', j.data, 'effect', j.effect,
        'at', to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'previousHash', encode(j.previous_hash, 'hex'), 'hash', encode(j.hash, 'hex')) order by j.seq)
      from journal j where j.case_id = c.id), '[]') as journal
    from cases c
    where case when ${exactly} then c.id = ${id}::uuid else c.id > ${id}::uuid end
    order by c.id limit ${most}`.execute(db);
  return rows.map((row) => ({
    ...row,
    journal: row.journal.map((entry) => ({
      ...entry,
      caseId: row.id,
      // as it was written when it was hashed
      at: Temporal.Instant.from(entry.at).toString(),
    })),
  }));
}

async function verifyBatch(db: Database, kinds: readonly CaseKind[], batch: readonly StoredCase[]): Promise<Verified> {
  const broken: BrokenCase[] = [];
  const whole: { readonly kind: CaseKind; readonly state: CaseState }[] = [];
  let entries = 0;
  for (const stored of batch) {
    entries += stored.journal.length;
    const { id, reference, journal } = stored;
    const report = (seq: number, fault: BrokenCase['fault']) =>
      broken.push({ caseId: id, reference, seq, fault, columns: [] });
    const kind = kinds.find((each) => each.kind === stored.kind);
    const fault = firstBrokenEntry(journal);
    if (!kind) report(0, 'kind-unknown');
    else if (journal.length === 0) report(0, 'journal-missing');
    else if (fault) report(fault.seq, fault.fault);
    else whole.push({ kind, state: fold(kind.kind, journal) });
  }
  const folded = new Map(batch.map((stored) => [stored.id, canonicalJson(stored.folded)]));
  const differing = await compareColumns(db, whole);
  for (const { state } of whole) {
    const same = folded.get(state.caseId) === canonicalJson(state as unknown as Json);
    const columns = [...(same ? [] : ['folded']), ...(differing.get(state.caseId) ?? [])];
    if (columns.length > 0) {
      const { caseId, reference } = state;
      broken.push({ caseId, reference, seq: 0, fault: 'case-differs-from-journal', columns });
    }
  }
  return { cases: batch.length, entries, broken };
}

/** Lets PostgreSQL read the folded columns as it did when they were written, and say which stored ones differ. */
async function compareColumns(
  db: Database,
  whole: readonly { readonly kind: CaseKind; readonly state: CaseState }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const written = JSON.stringify(whole.map(({ kind, state }) => columnsOf(kind, state)));
  const { rows } = await sql<{ id: string; columns: readonly string[] }>`
    select c.id, array_agg(said.key order by said.key) as columns
    from jsonb_populate_recordset(null::cases, ${written}::jsonb) w
      join cases c on c.id = w.id,
      lateral jsonb_each(to_jsonb(w)) said
      join lateral jsonb_each(to_jsonb(c)) stored on stored.key = said.key
    where said.key <> 'folded' and said.value is distinct from stored.value
    group by c.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.columns]));
}
