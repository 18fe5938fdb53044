import type { CaseState } from '#case-engine/rules/case-state.ts';

/**
 * How far a dossier is, in whole percent: the steps of its route that are behind it.
 * Submitted counts as nothing, returned as everything; a dossier that ended otherwise is at 100 too: nothing is left to do.
 */
export function percentDone(state: CaseState): number {
  if (state.state === 'submitted') return 0;
  if (!state.holder || state.state === 'returned') return 100;
  const steps = state.route.length;
  if (steps === 0) return 0;
  const behind = state.state === 'accepted' ? 0.5 : state.step + (state.handOver ? 0.5 : 0);
  return Math.min(99, Math.max(5, Math.round((behind / steps) * 100)));
}
