import type { Json } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import {
  appendToCases,
  findCaseForCommand,
  findKeptAnswer,
  type IdempotencyKey,
  type KeptAnswer,
} from './case-store.ts';
import type { CaseRefusal } from './refusals.ts';
import type { CaseState } from './rules/case-state.ts';
import { type CaseWriting, extend } from './rules/family.ts';
import type { EntryDraft, JournalEntry } from './rules/journal.ts';
import type { CaseKind } from './rules/kind.ts';

/** What a caller of a command may give with it. */
export interface CommandCall {
  readonly key?: IdempotencyKey;
  /** The number of entries the person saw: a form opened before another's move is stale. */
  readonly seen?: number;
}

/** What every command answers: which case, in which state, how many entries it has now. */
export interface MoveAnswer {
  readonly caseId: string;
  readonly reference: string;
  readonly code: string | null;
  readonly state: string;
  readonly entries: number;
  readonly dueAt: string | null;
}

export function answerOf(state: CaseState): MoveAnswer {
  const { caseId, reference, code, entries, dueAt } = state;
  return { caseId, reference, code, state: state.state, entries, dueAt };
}

type Written = Result<MoveAnswer, CaseRefusal>;

/** Thrown inside a transaction so that everything it wrote is taken back; never leaves this file. */
export class Overtaken extends Error {}

/**
 * The shape of every command on a case: look, ask the rule, append.
 * Retried with the same key it gives the same answer; of two at once, one wins and the other is refused with `case-changed`.
 * `decide` may write beside the journal (a dossier number, a paper): give `together` and all of it is one transaction.
 */
export async function recordEntries<Code extends string>(
  db: Database,
  kindOf: (kind: string) => CaseKind | undefined,
  caseId: string,
  call: CommandCall & { readonly together?: boolean },
  decide: (state: CaseState, db: Database) => Promise<Result<readonly EntryDraft[], Code>>,
): Promise<Result<MoveAnswer, Code | CaseRefusal>> {
  const { state: before, kept } = await findCaseForCommand(db, caseId, call.key);
  if (kept) return answerAgain(kept, call.key);
  const kind = before && kindOf(before.kind);
  if (!before || !kind) return refused('case-not-found');
  if (call.seen !== undefined && call.seen !== before.entries) return refused('case-changed');

  const write = async (database: Database) => {
    const decided = await decide(before, database);
    if (!decided.ok) return decided;
    const { state, entries } = extend(kind, caseId, before, decided.value);
    const answer = answerOf(state);
    const kept = keptBy(call.key, answer, entries);
    if (!(await appendToCases(database, [{ kind, state, seen: before.entries, entries, kept }]))) throw new Overtaken();
    return accepted(answer);
  };
  return settleRace(db, call.key, () => (call.together ? inTransaction(db, write) : write(db)));
}

/** What opening a case writes: its first entries, and what belongs to it beside the journal, in the same transaction. */
export interface CaseOpening<Code extends string> {
  drafts(transaction: Database): Promise<Result<readonly EntryDraft[], Code>>;
  beside(transaction: Database, state: CaseState): Promise<void>;
}

/** Opens a new case. `look` reads and checks before the transaction begins, so that it is short. */
export async function openCase<Code extends string>(
  db: Database,
  kind: CaseKind,
  caseId: string,
  key: IdempotencyKey | undefined,
  look: () => Promise<Result<CaseOpening<Code>, Code>>,
): Promise<Result<MoveAnswer, Code | CaseRefusal>> {
  const kept = key && (await findKeptAnswer(db, key));
  if (kept) return answerAgain(kept, key);
  const opening = await look();
  if (!opening.ok) return opening;
  return settleRace(db, key, () =>
    inTransaction(db, async (transaction) => {
      const decided = await opening.value.drafts(transaction);
      if (!decided.ok) return decided;
      const { state, entries } = extend(kind, caseId, null, decided.value);
      const answer = answerOf(state);
      await appendToCases(transaction, [{ kind, state, seen: 0, entries, kept: keptBy(key, answer, entries) }]);
      await opening.value.beside(transaction, state);
      return accepted(answer);
    }),
  );
}

/** Cases that are opened by one act: written together or not at all. */
export interface CasesOpening<Code extends string> {
  writings(transaction: Database): Promise<Result<readonly CaseWriting[], Code>>;
  beside?(transaction: Database, writings: readonly CaseWriting[]): Promise<void>;
}

/** Opens several cases by one act, with the cases these open in turn. The answer names all, in the order written. */
export async function openCases<Code extends string>(
  db: Database,
  key: IdempotencyKey | undefined,
  look: () => Promise<Result<CasesOpening<Code>, Code>>,
): Promise<Result<readonly MoveAnswer[], Code | CaseRefusal>> {
  const again = (kept: KeptAnswer): Result<readonly MoveAnswer[], CaseRefusal> =>
    kept.requestHash === key?.requestHash
      ? accepted((kept.answer as unknown as { opened: readonly MoveAnswer[] }).opened)
      : refused('key-used-otherwise');
  const kept = key && (await findKeptAnswer(db, key));
  if (kept) return again(kept);
  const opening = await look();
  if (!opening.ok) return opening;
  const write = () =>
    inTransaction(db, async (transaction): Promise<Result<readonly MoveAnswer[], Code>> => {
      const decided = await opening.value.writings(transaction);
      if (!decided.ok) return decided;
      const answers = decided.value.map(({ state }) => answerOf(state));
      const at = decided.value[0]?.entries.at(-1)?.at;
      const keeps = key && at ? { ...key, answer: { opened: answers } as unknown as Json, at } : undefined;
      await appendToCases(
        transaction,
        decided.value.map(({ kind, state, entries }, index) => ({
          kind,
          state,
          seen: 0,
          entries,
          kept: index === 0 ? keeps : undefined,
        })),
      );
      await opening.value.beside?.(transaction, decided.value);
      return accepted(answers);
    });
  try {
    return await write();
  } catch (thrown) {
    const sameKey = (thrown as { constraint?: string }).constraint === 'command_answer_pkey';
    const written = sameKey && key && (await findKeptAnswer(db, key));
    if (!written) throw thrown;
    return again(written);
  }
}

export function keptBy(key: IdempotencyKey | undefined, answer: MoveAnswer, entries: readonly JournalEntry[]) {
  const at = entries.at(-1)?.at;
  return key && at ? { ...key, answer: answer as unknown as Json, at } : undefined;
}

/** A refusal inside takes back what was written before it. */
export async function inTransaction<Answer, Code extends string>(
  db: Database,
  write: (transaction: Database) => Promise<Result<Answer, Code>>,
): Promise<Result<Answer, Code>> {
  let answer: Result<Answer, Code> | undefined;
  try {
    return await db.transaction().execute(async (transaction) => {
      answer = await write(transaction);
      if (!answer.ok) throw new RefusedInside();
      return answer;
    });
  } catch (thrown) {
    if (thrown instanceof RefusedInside && answer) return answer;
    throw thrown;
  }
}

class RefusedInside extends Error {}

/** When another was faster: the same request gives its answer, a different one is refused. */
export async function settleRace<Code extends string>(
  db: Database,
  key: IdempotencyKey | undefined,
  write: () => Promise<Result<MoveAnswer, Code>>,
): Promise<Result<MoveAnswer, Code | CaseRefusal>> {
  try {
    return await write();
  } catch (thrown) {
    const sameKey = (thrown as { constraint?: string }).constraint === 'command_answer_pkey';
    if (!(thrown instanceof Overtaken) && !sameKey) throw thrown;
    const kept = key && (await findKeptAnswer(db, key));
    return kept ? answerAgain(kept, key) : refused('case-changed');
  }
}

export function answerAgain(kept: KeptAnswer, key: IdempotencyKey | undefined): Written {
  if (kept.requestHash !== key?.requestHash) return refused('key-used-otherwise');
  return accepted(kept.answer as unknown as MoveAnswer);
}
