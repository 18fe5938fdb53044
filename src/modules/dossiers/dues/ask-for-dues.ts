import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { EntryActor } from '#case-engine/rules/journal.ts';
import type { JsonObject } from '#kernel/json.ts';
import { duesOf, issueBill } from '#modules/dues/index.ts';
import type { Answers, ProcedureDefinition } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { duesFact } from '../rules/bill-fact.ts';

/**
 * At acceptance: the bill of the procedure's fees and charges, in the transaction of the acceptance.
 * Collected for the unit that does the work, with which the desk settles each quarter (NĐ 61/2018/NĐ-CP art. 12.9).
 * @returns the facts to be kept of it; none when nothing is due
 */
export async function askForDues(
  db: Database,
  state: CaseState,
  definition: ProcedureDefinition,
  answers: Answers,
  by: EntryActor,
  at: Temporal.Instant,
): Promise<JsonObject> {
  const lines = duesOf(definition, answers);
  const issued = await issueBill(db, { ...billOfProcedure(state, definition), lines, at, by });
  if (!issued) return {};
  const bill = { code: issued.code, reason: 'procedure', total: issued.total.toString() } as const;
  const first = definition.duesFirst ? { duesFirst: definition.duesFirst.source } : {};
  return { ...duesFact([{ ...bill, paid: '0', givenBack: '0', isEnded: false }]), ...first };
}

/** Whose bill it is and on what it rests. */
export function billOfProcedure(state: CaseState, definition: ProcedureDefinition) {
  return {
    caseId: state.caseId,
    reason: 'procedure' as const,
    agencyId: state.receivingUnitId,
    payeeUnitId: state.route.find(({ work }) => work === 'handle')?.unitId ?? state.receivingUnitId,
    basis: `${definition.code}, ${definition.inForce.decision}`,
  };
}
