import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { appendToCases, findFamilyForCommand, lockFamily } from './case-store.ts';
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
    const { family, kept } = await findFamilyForCommand(transaction, rootId, call.key);
    if (kept) return answerAgain(kept, call.key);
    const members = new Map(family.map((member) => [member.caseId, member]));
    const state = members.get(caseId);
    if (!state) return refused('case-not-found');
    if (call.seen !== undefined && call.seen !== state.entries) return refused('case-changed');
    const decided = await decide(state, members, transaction);
    if (!decided.ok) return decided;
    const [first] = decided.value;
    if (first?.state.caseId !== caseId) throw new RangeError('the case of the act is written first');
    const answer = answerOf(first.state);
    const appends = decided.value.map(({ kind, before, state: after, entries }) => ({
      kind,
      state: after,
      seen: before?.entries ?? 0,
      entries,
      kept: after.caseId === caseId ? keptBy(call.key, answer, entries) : undefined,
    }));
    if (!(await appendToCases(transaction, appends))) throw new Overtaken();
    return accepted(answer);
  };
  return settleRace(db, call.key, () => inTransaction(db, write));
}
