import { openBranches } from '#case-engine/rules/branches.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { stateOf } from '#case-engine/rules/kind.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import { dossierKindOf } from './dossier-family.ts';

/** Where time is being lost now: the case that is late, or that holds a step longer than planned. */
export interface Delay {
  readonly caseId: string;
  /** Who holds it. */
  readonly unitId: string;
  /** overdue: past its own due moment; slow: past the hours planned for its step; outlasts: due after the dossier itself. */
  readonly how: 'overdue' | 'outlasts' | 'slow';
  readonly since: string;
}

/**
 * Whose lateness delays the whole: looked for at the ends of the family, because a case that waits for a late part is not
 * the one to be urged. Without open parts it is the holder of the case.
 */
export function delaysOf(
  state: CaseState,
  family: ReadonlyMap<string, CaseState>,
  now: Temporal.Instant,
): readonly Delay[] {
  const parts = openBranches(state).flatMap(([, branch]) => family.get(branch.caseId) ?? []);
  const below = parts.flatMap((part) => {
    const deeper = delaysOf(part, family, now);
    if (deeper.length > 0) return deeper;
    const outlasts = state.dueAt !== null && part.dueAt !== null && part.dueAt > state.dueAt;
    return outlasts && part.holder
      ? [{ caseId: part.caseId, unitId: holderOf(part), how: 'outlasts' as const, since: state.dueAt ?? '' }]
      : [];
  });
  const kind = dossierKindOf(state.kind);
  // while the person must answer first nobody else loses time
  if (below.length > 0 || !state.holder || stateOf(kind, state.state).waits) return below;
  if (isPast(lateAt(kind, state), now))
    return [{ caseId: state.caseId, unitId: holderOf(state), how: 'overdue', since: state.dueAt ?? '' }];
  if (isPast(state.stepDueAt, now) && parts.length === 0)
    return [{ caseId: state.caseId, unitId: holderOf(state), how: 'slow', since: state.stepDueAt ?? '' }];
  return [];
}

/** While a hand-over waits for its second signature, whoever does not sign holds the matter up. */
const holderOf = (state: CaseState): string =>
  state.handOver?.toUnitId ?? state.holder?.unitId ?? state.receivingUnitId;

const isPast = (moment: string | null, now: Temporal.Instant): boolean =>
  moment !== null && Temporal.Instant.compare(Temporal.Instant.from(moment), now) < 0;
