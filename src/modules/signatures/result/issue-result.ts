import { localDay, toLocal } from '#kernel/zone.ts';
import type { SigningPower } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId, secretCode } from '#platform/random.ts';
import type { ResultPaper } from './result-paper.ts';
import { insertResult } from './result-store.ts';

/** A decision that becomes a paper. */
export interface NewResult {
  readonly caseId: string | null;
  readonly unitId: string;
  readonly content: ResultPaper;
  readonly signer: { readonly accountId: string; readonly name: string };
  readonly power: SigningPower;
  readonly validFrom?: Temporal.PlainDate;
  readonly validUntil?: Temporal.PlainDate | null;
  /** Of a correction: the code that stays, the version that follows, and what is corrected. */
  readonly correction?: { readonly code: string; readonly version: number; readonly reason: string };
}

/**
 * Enters a result into the register, with its number, in the transaction of the decision itself. The file is made and signed
 * after that transaction (signResults): a signing service may be slow or down, and no decision is lost or doubled by it.
 * @param transaction the one in which the decision is recorded
 */
export async function issueResult(
  transaction: Database,
  result: NewResult,
  at: Temporal.Instant,
): Promise<{ readonly id: string; readonly code: string; readonly number: number }> {
  const { year } = toLocal(at);
  const id = newId();
  const code = result.correction?.code ?? secretCode(12);
  const number = await insertResult(transaction, {
    id,
    code,
    version: result.correction?.version ?? 1,
    caseId: result.caseId,
    unitId: result.unitId,
    year,
    content: result.content,
    signerAccountId: result.signer.accountId,
    signerName: result.signer.name,
    signerPositionId: result.power.positionId,
    signingForm: result.power.form,
    block: result.power.block,
    delegationId: result.power.delegationId,
    decidedAt: at,
    validFrom: result.validFrom ?? localDay(at),
    validUntil: result.validUntil ?? null,
    changeReason: result.correction?.reason ?? null,
  });
  return { id, code, number };
}
