import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import { type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { selectSigningRows } from './delegation-store.ts';
import { positionOf, type SigningDocument } from './rules/delegation.ts';
import { bodyOf } from './rules/one-head.ts';
import { rankOf } from './rules/rank.ts';
import { type SigningPower, type SigningRefusal, type SigningUnit, signingFormOf } from './rules/signing-form.ts';
import type { UnitTree } from './rules/unit-tree.ts';

/**
 * In which form this person signs this document now: by each post held, the first that can. Nobody chooses it.
 * Refused with the reason of the post that comes nearest.
 */
export async function deriveSigning(
  db: Database,
  tree: UnitTree,
  actor: Actor,
  document: SigningDocument,
  at: Temporal.Instant,
): Promise<Result<SigningPower, SigningRefusal>> {
  const body = tree.get(document.unitId);
  if (!body) throw new Error(`no unit has the id ${document.unitId}`);
  const held = [...new Set(postsHeld(actor, at).map((post) => positionOf(post.postId)))];
  const rows = await selectSigningRows(db, document.unitId, held, localDay(at));
  const unit: SigningUnit = {
    id: body.id,
    body: bodyOf(body, rows.oneHead, localDay(at)),
    collective: 'Ủy ban nhân dân',
    headTitle: rows.headTitle ?? '',
  };
  const positions = Map.groupBy(rows.held, (post) => post.positionId);
  let nearest: Result<SigningPower, SigningRefusal> = refused('signing-not-empowered', { title: '' });
  for (const [positionId, posts] of positions) {
    const [{ unitId, title }] = posts as [(typeof posts)[number]];
    const rank = rankOf(posts.map((post) => ({ role: post.role, title: { vi: post.title, en: '' } })));
    const post = { positionId, unitId, title, rank };
    const answer = signingFormOf(actor, post, unit, rows.delegations, document, at);
    if (answer.ok) return answer;
    if (nearest.ok || nearest.refusal.code === 'signing-not-empowered') nearest = answer;
  }
  return nearest;
}
