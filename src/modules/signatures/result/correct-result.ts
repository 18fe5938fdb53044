import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { deriveSigning, type SigningRefusal, type UnitTree } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { RegisterRefusal } from '../refusals.ts';
import { issueResult } from './issue-result.ts';
import type { ResultPaper } from './result-paper.ts';
import { selectResults, selectRevocation } from './result-store.ts';

export interface CorrectionWish {
  readonly code: string;
  /** The whole text as it should have been. */
  readonly paragraphs: readonly string[];
  /** What was wrong, for whoever holds the old paper. */
  readonly reason: string;
  /** Codes of the procedure and its field: what a delegation is looked at for. */
  readonly kinds: readonly string[];
}

/**
 * Puts a wrong result right by a new version with a number of its own; the old one stays and says what replaced it.
 * Only by somebody who may sign it now, in the form that follows from their post.
 * @returns the number of the new version
 * @see NĐ 30/2020/NĐ-CP art. 18: wrong content is replaced by a document of equal form
 */
export async function correctResult(
  db: Database,
  tree: UnitTree,
  actor: Actor & { readonly accountId: string },
  wish: CorrectionWish,
  at: Temporal.Instant,
): Promise<Result<number, RegisterRefusal | SigningRefusal>> {
  const last = (await selectResults(db, wish.code)).at(-1);
  if (!last) return refused('result-unknown');
  const power = await deriveSigning(db, tree, actor, { unitId: last.unitId, kinds: wish.kinds, amount: null }, at);
  if (!power.ok) return power;
  if (await selectRevocation(db, wish.code)) return refused('result-revoked-already');
  if (!last.file) return refused('result-not-signed-yet');
  if (!wish.reason) return refused('result-reason-missing', {}, 'reason');
  if (wish.paragraphs.join('\n') === last.content.paragraphs.join('\n')) {
    return refused('result-unchanged', {}, 'paragraphs');
  }
  const content: ResultPaper = { ...last.content, paragraphs: wish.paragraphs };
  const correction = { code: last.code, version: last.version + 1, reason: wish.reason };
  try {
    await db.transaction().execute((transaction) =>
      issueResult(
        transaction,
        {
          caseId: last.caseId,
          unitId: last.unitId,
          content,
          signer: { accountId: actor.accountId, name: actor.name },
          power: power.value,
          validUntil: last.validUntil,
          correction,
        },
        at,
      ),
    );
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'result_version_once')
      return refused('result-changed-meanwhile');
    throw error;
  }
  return accepted(correction.version);
}
