import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { appendToCase, findCaseForCommand, listFamily, lockFamily } from './case-store.ts';
import {
  answerAgain,
  answerOf,
  type CommandCall,
  inTransaction,
  keptBy,
  type MoveAnswer,
  Overtaken,
  settleRace,
} from './record-entries.ts';
import type { CaseRefusal } from './refusals.ts';
import type { CaseState } from './rules/case-state.ts';
import type { CaseWriting } from './rules/family.ts';

/**
 * A command whose act may change other cases of the family: a leg opened or answered, a branch called off.
 * One transaction; the first case of the family is locked, so that two answers that arrive together wait for one another
 * and neither is lost. Retried with the same key it gives the same answer.
 * @param decide what the act writes, the case of the act first
 */
export async function recordFamily<Code extends string>(
  db: Database,
  rootId: string,
  caseId: string,
  call: CommandCall,
  decide: (
    state: CaseState,
    family: ReadonlyMap<string, CaseState>,
    transaction: Database,
  ) => Promise<Result<readonly CaseWriting[], Code>>,
): Promise<Result<MoveAnswer, Code | CaseRefusal>> {
  const write = async (transaction: Database): Promise<Result<MoveAnswer, Code | CaseRefusal>> => {
    await lockFamily(transaction, rootId);
    const { state, kept } = await findCaseForCommand(transaction, caseId, call.key);
    if (kept) return answerAgain(kept, call.key);
    if (!state) return refused('case-not-found');
    if (call.seen !== undefined && call.seen !== state.entries) return refused('case-changed');
    const family = new Map((await listFamily(transaction, rootId)).map((member) => [member.caseId, member]));
    const decided = await decide(state, family, transaction);
    if (!decided.ok) return decided;
    const [first, ...others] = decided.value;
    if (first?.state.caseId !== caseId) throw new RangeError('the case of the act is written first');
    const answer = answerOf(first.state);
    for (const { kind, before, state: after, entries } of [first, ...others]) {
      const kept = after.caseId === caseId ? keptBy(call.key, answer, entries) : undefined;
      if (!(await appendToCase(transaction, kind, after, before?.entries ?? 0, entries, kept))) throw new Overtaken();
    }
    return accepted(answer);
  };
  return settleRace(db, call.key, () => inTransaction(db, write));
}
