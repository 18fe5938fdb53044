import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertAccess } from './access-store.ts';
import type { PaperRefusal } from './refusals.ts';
import { isUsableOn, type KeptPaper, type PaperOwner } from './rules/kept-paper.ts';
import type { VaultBasis } from './rules/vault-basis.ts';
import { findKeptPaper, insertConsent } from './vault-store.ts';

/** A kept paper chosen for a document of a procedure. */
export interface PaperChoice {
  readonly keptPaperId: string;
  /** The code of the document it is to stand for. */
  readonly documentCode: string;
}

/** The papers chosen, each the owner's, good today and the document that is asked for; nothing is written yet. */
export async function findChosenPapers(
  db: Database,
  owner: PaperOwner,
  choices: readonly PaperChoice[],
  on: Temporal.PlainDate,
): Promise<Result<readonly KeptPaper[], PaperRefusal>> {
  const found: KeptPaper[] = [];
  for (const { keptPaperId, documentCode } of choices) {
    const paper = isId(keptPaperId) ? await findKeptPaper(db, owner, keptPaperId) : undefined;
    if (!paper) return refused('kept-paper-not-found', {}, 'papers');
    if (!isUsableOn(paper, on)) return refused('kept-paper-expired', { name: paper.name.vi }, 'papers');
    if (paper.documentCode !== documentCode)
      return refused('kept-paper-other-document', { name: paper.name.vi }, 'papers');
    found.push(paper);
  }
  return accepted(found);
}

/** Who uses kept papers for a dossier: the person in their own account, or an officer with the right they named. */
export interface PaperUser {
  readonly accountId: string | null;
  readonly name: string;
  /** The agency that receives the dossier. */
  readonly unitId: string;
  /** Whose papers they are, as written in the dossier. */
  readonly ownerName: string;
  /** For an officer. */
  readonly officer?: VaultBasis;
}

/**
 * Writes down that papers are used for a dossier, and by what right. Choosing a paper in one's own account is the consent
 * to its use for that dossier; at the desk the officer writes down what the person said, or the law that makes it needless.
 */
export async function recordPaperUse(
  db: Database,
  keptPaperIds: readonly string[],
  caseId: string,
  user: PaperUser,
  at: Temporal.Instant,
): Promise<void> {
  const { accountId, name, unitId, ownerName, officer } = user;
  if (officer?.basis !== 'law') {
    for (const keptPaperId of keptPaperIds) {
      const who = officer
        ? { givenByAccountId: null, writtenByAccountId: accountId }
        : { givenByAccountId: accountId, writtenByAccountId: null };
      await insertConsent(db, { keptPaperId, caseId, unitId, givenByName: ownerName, until: null, ...who }, at);
    }
  }
  await insertAccess(
    db,
    keptPaperIds,
    {
      act: 'used',
      basis: officer?.basis ?? 'owner',
      accountId,
      name,
      unitId: officer ? unitId : null,
      caseId,
      clause: officer?.clause || null,
      reason: officer?.reason || null,
    },
    at,
  );
}
