import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertAccess } from './access-store.ts';
import type { PaperRefusal } from './refusals.ts';
import type { KeptPaper } from './rules/kept-paper.ts';
import { readVaultBasis } from './rules/vault-basis.ts';
import { listKeptPapers } from './vault-store.ts';

export interface VaultLook {
  readonly personalId: string;
  /** The agency whose desk receives the person. */
  readonly agencyId: string;
  readonly basis?: string | undefined;
  readonly clause?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * An officer of a desk looks at what is kept for the person who stands there: with their consent, or by a clause of law
 * and for a reason. Every look is written down for the person, whether or not a paper is then used.
 */
export async function lookIntoVault(
  db: Database,
  actor: Actor,
  look: VaultLook,
  at: Temporal.Instant,
): Promise<Result<readonly KeptPaper[], PaperRefusal>> {
  const desk = `${look.agencyId}.desk`;
  const post = postsHeld(actor, at).find(({ unitId, role }) => unitId === desk && atDesk.includes(role));
  if (!post || !actor.accountId) return refused('vault-not-yours');
  const basis = readVaultBasis(look);
  if (!basis.ok) return basis;
  if (!/^\d{12}$/.test(look.personalId)) return refused('kept-paper-not-found');
  const papers = await listKeptPapers(db, { personalId: look.personalId, accountId: null });
  await insertAccess(
    db,
    papers.map(({ id }) => id),
    {
      act: 'listed',
      basis: basis.value.basis,
      accountId: actor.accountId,
      name: actor.name,
      unitId: post.unitId,
      caseId: null,
      clause: basis.value.clause || null,
      reason: basis.value.reason || null,
    },
    at,
  );
  return accepted(papers);
}

const atDesk: readonly string[] = ['intake-officer', 'desk-head'];
