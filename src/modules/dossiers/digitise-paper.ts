import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findDossierPage } from './dossier-page.ts';
import { insertDigitisation } from './hand-in-store.ts';
import type { DossierRefusal } from './refusals.ts';

/** The desk post by which an officer signs off electronic copies of a dossier. */
export function digitisingPost(state: CaseState, actor: Actor, at: Temporal.Instant) {
  const desk = `${state.receivingUnitId}.desk`;
  return postsHeld(actor, at).find(
    ({ unitId, role }) => unitId === desk && (role === 'intake-officer' || role === 'desk-head'),
  );
}

/**
 * An officer of the receiving desk signs off that an electronic copy says what the original says: name of the paper, who
 * compared it, when. Once, and never taken back: a wrong copy is followed by a right one.
 * @see NĐ 107/2021/NĐ-CP on digitising at intake
 */
export async function digitisePaper(
  db: Database,
  ground: CityGround,
  actor: Actor,
  wish: { readonly caseId: string; readonly paperId: string; readonly name: string },
  at: Temporal.Instant,
): Promise<Result<null, DossierRefusal>> {
  const page = await findDossierPage(db, ground, actor, wish.caseId, at);
  const paper = page?.papers.find(({ id }) => id === wish.paperId);
  if (!page || !paper) return refused('dossier-not-found');
  const post = digitisingPost(page.state, actor, at);
  if (!post || !actor.accountId || actor.kind !== 'officer') return refused('digitisation-not-yours');
  const name = tidy(wish.name);
  if (name === '' || name.length > 300) return refused('digitisation-name-missing', {}, 'name');
  const by = { byAccountId: actor.accountId, byName: actor.name, unitId: post.unitId };
  const row = { paperId: paper.id, name, sha256: paper.sha256, ...by };
  return (await insertDigitisation(db, row, at)) ? accepted(null) : refused('digitisation-done');
}
