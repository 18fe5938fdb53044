import { sql } from 'kysely';
import type { Json } from '#kernel/json.ts';
import { fold as foldText } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import type { CaseState } from './rules/case-state.ts';
import type { JournalEntry } from './rules/journal.ts';
import { type CaseKind, stateOf } from './rules/kind.ts';
import { lateAt } from './rules/late-at.ts';

/** A key that makes a retried command give the same answer: who asked, the key, and what was asked. */
export interface IdempotencyKey {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of the request, so that a key used for something else is noticed. */
  readonly requestHash: string;
}

export interface KeptAnswer {
  readonly requestHash: string;
  readonly answer: Json;
}

/** The case as it is now, with the answer kept under the key, in one look. */
export async function findCaseForCommand(
  db: Database,
  caseId: string,
  key: IdempotencyKey | undefined,
): Promise<{ readonly state: CaseState | undefined; readonly kept: KeptAnswer | undefined }> {
  const { rows } = await sql<{ folded: CaseState | null; request_hash: string | null; answer: Json }>`
    select c.folded, encode(a.request_hash, 'hex') as request_hash, a.answer
    from (select 1) as one
      left join cases c on c.id = ${caseId}::uuid
      left join command_answer a on a.caller = ${key?.caller ?? null}::text and a.key = ${key?.key ?? null}::text`.execute(
    db,
  );
  const row = rows[0];
  return {
    state: row?.folded ?? undefined,
    kept: row?.request_hash ? { requestHash: row.request_hash, answer: row.answer } : undefined,
  };
}

/** The answer kept under a key, if the command was answered before. */
export async function findKeptAnswer(db: Database, key: IdempotencyKey): Promise<KeptAnswer | undefined> {
  const { rows } = await sql<KeptAnswer>`
    select encode(request_hash, 'hex') as "requestHash", answer from command_answer
    where caller = ${key.caller} and key = ${key.key}`.execute(db);
  return rows[0];
}

/** The state of a case, or undefined. */
export async function findCase(db: Database, caseId: string): Promise<CaseState | undefined> {
  return (await findCaseForCommand(db, caseId, undefined)).state;
}

/** Holds the first case of a family until the transaction ends. */
export async function lockFamily(transaction: Database, rootId: string): Promise<void> {
  await sql`select from cases where id = ${rootId}::uuid for update`.execute(transaction);
}

/** A case with all that was opened from it, to any depth, the first of the family first; and the answer kept under the key. */
export async function findFamilyForCommand(
  db: Database,
  rootId: string,
  key: IdempotencyKey | undefined,
): Promise<{ readonly family: readonly CaseState[]; readonly kept: KeptAnswer | undefined }> {
  const { rows } = await sql<{ folded: CaseState; request_hash: string | null; answer: Json }>`
    select c.folded, encode(a.request_hash, 'hex') as request_hash, a.answer
    from cases c
      left join command_answer a on a.caller = ${key?.caller ?? null}::text and a.key = ${key?.key ?? null}::text
    where c.id = ${rootId}::uuid or c.root_id = ${rootId}::uuid
    order by c.root_id nulls first, c.opened_at, c.id`.execute(db);
  const kept = rows[0]?.request_hash ? { requestHash: rows[0].request_hash, answer: rows[0].answer } : undefined;
  return { family: rows.map(({ folded }) => folded), kept };
}

/** The same, to be looked at. */
export async function listFamily(db: Database, rootId: string): Promise<readonly CaseState[]> {
  return (await findFamilyForCommand(db, rootId, undefined)).family;
}

/** What is appended to one case: where it stands after, how many entries it had when it was read, what is added. */
export interface CaseAppend {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly seen: number;
  readonly entries: readonly JournalEntry[];
  readonly kept?: (IdempotencyKey & { readonly answer: Json; readonly at: string }) | undefined;
}

/**
 * Writes entries at the end of journals with the folded cases and the kept answer: one statement, all or nothing.
 * @returns false when another move came first on one of them: several are then taken back by the transaction they are in
 */
export async function appendToCases(db: Database, appends: readonly CaseAppend[]): Promise<boolean> {
  const calls = appends.map(({ kind, state, seen, entries, kept }) => {
    const answer = kept && {
      caller: kept.caller,
      key: kept.key,
      request_hash: `\\x${kept.requestHash}`,
      case_id: state.caseId,
      answer: kept.answer,
      answered_at: kept.at,
    };
    return sql`append_to_case(${JSON.stringify(columnsOf(kind, state))}::jsonb, ${wordsOf(state)}, ${seen}::int,
      ${JSON.stringify(entries.map(entryColumns))}::jsonb, ${answer ? JSON.stringify(answer) : null}::jsonb)`;
  });
  const { rows } = await sql<{ written: readonly boolean[] }>`select array[${sql.join(calls)}] as written`.execute(db);
  return rows[0]?.written.every(Boolean) === true;
}

/** The entries of a journal in order. */
export async function listJournal(db: Database, caseId: string): Promise<readonly JournalEntry[]> {
  const { rows } = await sql<{
    seq: number;
    at: Temporal.Instant;
    verb: string;
    actor: JournalEntry['actor'];
    data: JournalEntry['data'];
    effect: JournalEntry['effect'];
    previous_hash: string;
    hash: string;
  }>`
    select seq, at, verb, actor, data, effect, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
    from journal where case_id = ${caseId}::uuid order by seq`.execute(db);
  return rows.map(({ previous_hash, at, ...entry }) => ({
    ...entry,
    at: at.toString(),
    caseId,
    previousHash: previous_hash,
  }));
}

/** What the columns of a case repeat of its fold, for lists and figures. */
export function columnsOf(kind: CaseKind, state: CaseState): { readonly [column: string]: Json | undefined } {
  return {
    id: state.caseId,
    kind: state.kind,
    entries: state.entries,
    last_hash: `\\x${state.lastHash}`,
    state: state.state,
    open: stateOf(kind, state.state).open,
    folded: state as unknown as Json,
    type_code: state.typeCode,
    type_version: state.typeVersion,
    code: state.code,
    reference: state.reference,
    title: state.title,
    receiving_unit_id: state.receivingUnitId,
    holder_unit_id: state.holder?.unitId ?? null,
    holder_role: state.holder?.role ?? null,
    holder_account_id: state.holder?.accountId ?? null,
    handed_to_unit_id: state.handOver?.toUnitId ?? null,
    owner_account_id: state.ownerAccountId,
    opened_at: state.openedAt,
    accepted_at: state.acceptedAt,
    due_at: state.dueAt,
    late_at: lateAt(kind, state),
    first_due_at: state.firstDueAt,
    step_due_at: state.stepDueAt,
    ended_at: state.endedAt,
    timeliness: state.timeliness,
    parent_id: state.parent?.caseId ?? null,
    root_id: state.parent?.rootId ?? null,
  };
}

/** By what people look for a case: its code, reference, title, and what its kind adds. */
function wordsOf(state: CaseState): string {
  const { code, reference, title, facts } = state;
  return foldText([code, reference, title, facts.searchWords].filter(Boolean).join(' '));
}

function entryColumns(entry: JournalEntry) {
  return {
    case_id: entry.caseId,
    seq: entry.seq,
    at: entry.at,
    verb: entry.verb,
    actor: entry.actor,
    data: entry.data,
    effect: entry.effect,
    previous_hash: `\\x${entry.previousHash}`,
    hash: `\\x${entry.hash}`,
  };
}
