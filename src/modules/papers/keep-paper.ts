import type { Text } from '#kernel/text.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertKeptPaper, insertPaperEnd, insertPaperEndByFile } from './vault-store.ts';

/** A paper that a person handed in, or a result they received, with the dossier it comes from. */
export interface PaperKept {
  /** Only a number that an officer saw on a card, or of a proven account. */
  readonly ownerPersonalId: string | null;
  /** The account that handed it in, when there is one. */
  readonly ownerAccountId?: string | null;
  readonly kind: 'handed-in' | 'result';
  readonly documentCode: string;
  readonly name: Text;
  readonly fileName: string;
  readonly sha256: string;
  readonly fromCaseId: string;
  readonly keptOn: Temporal.PlainDate;
  readonly validUntil?: Temporal.PlainDate | null;
}

/**
 * Keeps a paper for its owner to use again; keeping the same one again changes nothing.
 * @returns its id @throws Error when the store of files does not know the content
 */
export function keepPaper(db: Database, paper: PaperKept): Promise<string> {
  const { ownerPersonalId, ownerAccountId = null, validUntil = null, ...rest } = paper;
  return insertKeptPaper(db, { ...rest, personalId: ownerPersonalId, accountId: ownerAccountId, validUntil });
}

/** A result that was revoked or replaced is kept, shown as such, and no longer offered. */
export function endKeptPaper(db: Database, id: string, reason: string, at: Temporal.Instant): Promise<void> {
  return insertPaperEnd(db, id, reason, at);
}

/** The same for every kept paper with a content: of a signed result one knows the file. */
export function endKeptResult(db: Database, sha256: string, reason: string, at: Temporal.Instant): Promise<void> {
  return insertPaperEndByFile(db, sha256, reason, at);
}
