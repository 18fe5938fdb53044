import type { Actor } from '#case-engine/rules/authority.ts';
import { postsHeld } from '#case-engine/rules/authority.ts';
import { isOwner } from '#case-engine/rules/open-moves.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import {
  insertAccess,
  isConsentInForce,
  listConsents,
  type PaperRefusal,
  readVaultBasis,
} from '#modules/papers/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierPage } from './dossier-page.ts';
import type { DossierPaper } from './dossier-store.ts';
import type { DossierRefusal } from './refusals.ts';

export interface PaperWanted {
  readonly caseId: string;
  readonly paperId: string;
  /** When the owner took the consent back: the law by which it is opened all the same, and why. */
  readonly clause?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * A paper of a dossier for someone with a right to the dossier. When it is kept for a person, the look is written down
 * for them; one that was taken from their kept papers opens only while their consent holds, or by a clause of law.
 */
export async function openDossierPaper(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wanted: PaperWanted,
  at: Temporal.Instant,
): Promise<Result<DossierPaper, DossierRefusal | PaperRefusal>> {
  const page = await findDossierPage(db, ground, actor, wanted.caseId, at);
  const paper = page?.papers.find(({ id }) => id === wanted.paperId);
  if (!page || !paper) return refused('dossier-not-found');
  if (!paper.keptPaperId || isOwner(page.state, actor)) return accepted(paper);
  const caseId = page.state.parent?.rootId ?? wanted.caseId;
  const access = { act: 'opened', accountId: actor.accountId, name: actor.name, caseId } as const;
  const unitId = postsHeld(actor, at)[0]?.unitId ?? null;
  const plain = { ...access, unitId, clause: null, reason: null };
  if (!paper.reused) {
    await insertAccess(db, [paper.keptPaperId], { ...plain, basis: 'case' }, at);
    return accepted(paper);
  }
  const consents = (await listConsents(db, { caseId })).filter(({ keptPaperId }) => keptPaperId === paper.keptPaperId);
  if (consents.some((consent) => isConsentInForce(consent, localDay(at)))) {
    await insertAccess(db, [paper.keptPaperId], { ...plain, basis: 'consent' }, at);
    return accepted(paper);
  }
  // taken by law from the start, it needed no consent; taken back, the law must be named now
  if (consents.length === 0) {
    await insertAccess(db, [paper.keptPaperId], { ...plain, basis: 'case' }, at);
    return accepted(paper);
  }
  const basis = readVaultBasis({ basis: 'law', clause: wanted.clause, reason: wanted.reason });
  if (!basis.ok) return refused('consent-withdrawn', {}, basis.refusal.field);
  const { clause, reason } = basis.value;
  await insertAccess(db, [paper.keptPaperId], { ...plain, basis: 'law', clause, reason }, at);
  return accepted(paper);
}
