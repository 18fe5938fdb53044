import { agencyName, type UnitTree } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';
import { log } from '#platform/log.ts';
import { writeResultCode } from '../rules/result-code.ts';
import type { Signer } from '../sign/signer.ts';
import { resultPdf } from './result-paper.ts';
import { lockResultToSign, type ResultRecord, updateResultFault, updateResultSigned } from './result-store.ts';

/** What signing needs besides the register. */
export interface SigningPlace {
  readonly files: FileStore;
  readonly signer: Signer;
  readonly tree: UnitTree;
  readonly publicUrl: string | undefined;
}

/** In one go; what is left waits for the next. */
const mostAtOnce = 50;

/**
 * Makes and signs the files of results that were decided and are not signed yet: of one case right after the decision, of
 * all when the program starts and every while. Each row is locked while it is signed, so that no two sign it, and whoever
 * dies in between leaves it waiting. A fault is noted on the row; the row waits for the next time.
 * @returns how many were signed
 */
export async function signResults(
  db: Database,
  place: SigningPlace,
  which: { readonly caseId: string } | { readonly code: string } | 'all',
  at: Temporal.Instant,
): Promise<number> {
  const tried: string[] = [];
  let signed = 0;
  while (tried.length < mostAtOnce) {
    const meant = which === 'all' ? { notTriedSince: tried } : which;
    const outcome = await signNext(db, place, meant, at);
    if (!outcome) break;
    tried.push(outcome.id);
    if (outcome.fault === undefined) {
      signed++;
      continue;
    }
    await updateResultFault(db, outcome.id, outcome.fault);
    log.warn({ resultId: outcome.id, fault: outcome.fault }, 'a result waits to be signed');
    if (which !== 'all') break;
  }
  return signed;
}

type Which = Parameters<typeof lockResultToSign>[1];

function signNext(db: Database, place: SigningPlace, which: Which, at: Temporal.Instant) {
  return db.transaction().execute(async (transaction) => {
    const result = await lockResultToSign(transaction, which);
    if (!result) return undefined;
    try {
      const file = await signedFile(result, place, at);
      await updateResultSigned(transaction, result.id, { at, file });
      return { id: result.id, fault: undefined };
    } catch (error) {
      return { id: result.id, fault: error instanceof Error ? error.message : String(error) };
    }
  });
}

async function signedFile(result: ResultRecord, place: SigningPlace, at: Temporal.Instant): Promise<string> {
  const unit = place.tree.get(result.unitId);
  if (!unit) throw new Error(`no unit has the id ${result.unitId}`);
  const pdf = await resultPdf(result, place.publicUrl);
  const signed = await place.signer.sign(pdf, {
    signer: {
      positionId: result.signerPositionId,
      accountId: result.signerAccountId,
      name: result.signerName,
      title: titleIn(result.block),
      organisation: agencyName(unit).vi,
    },
    reason: `${result.content.title} ${writeResultCode(result.code)}`,
    location: result.content.place,
    at,
    block: result.block,
  });
  if (!signed.ok) throw new Error(signed.refusal.code);
  const stored = await place.files.put(signed.value);
  if (!stored.ok) throw new Error(stored.refusal.code);
  return stored.value.sha256;
}

/** The title above the name as a sentence writes it: the last line of the block, without the form before it. */
function titleIn(block: readonly string[]): string {
  const line = (block.at(-1) ?? '').replace(/^Q\. /, 'QUYỀN ').toLocaleLowerCase('vi');
  return line.slice(0, 1).toLocaleUpperCase('vi') + line.slice(1);
}
