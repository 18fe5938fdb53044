import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { DossierRefusal } from '../../refusals.ts';

/** A supplement is asked for once, or as often as the procedure's sector law allows (NĐ 61/2018/NĐ-CP art. 15.3, 19.4). */
export function supplementsUsedUp(state: CaseState): DossierRefusal | null {
  const allowed = Number(state.facts.supplementsAllowed ?? 1);
  return (state.made['ask-supplement'] ?? 0) >= allowed ? 'supplement-asked-already' : null;
}
