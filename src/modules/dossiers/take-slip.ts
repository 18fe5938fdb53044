import type { HeldPost } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { JsonObject } from '#kernel/json.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyOf, type CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import type { DossierMove } from './rules/move-data.ts';
import { formOfMove } from './rules/slips.ts';
import { takeSlipNumber } from './slip-store.ts';

/**
 * The number of the slip a move issues, as its entry keeps it; null when the move issues none.
 * What another agency does in a dossier is no slip of its own: only the dossier writes to the citizen.
 * The desk's slips are in the book of the agency that receives, an apology in that of the head who apologises.
 * Call it in the transaction that writes the entry.
 */
export async function takeSlip(
  transaction: Database,
  ground: CityGround,
  state: Pick<CaseState, 'caseId' | 'kind' | 'receivingUnitId'>,
  move: DossierMove,
  post: HeldPost | null,
  at: Temporal.Instant,
): Promise<JsonObject | null> {
  const form = formOfMove[move];
  if (!form || state.kind !== 'dossier') return null;
  const unit = form === '04' && post ? ground.tree.get(post.unitId) : undefined;
  const agencyId = (unit && agencyOf(unit, ground.tree)?.id) ?? state.receivingUnitId;
  return { ...(await takeSlipNumber(transaction, { form, agencyId, year: localDay(at).year }, state.caseId, at)) };
}
