import type { CaseState } from '#case-engine/rules/case-state.ts';
import { idsOnPath, type UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { LadderRung } from './feedback-policy.ts';
import { type FeedbackPost, headAt } from './route-feedback.ts';

/** Whom a rung speaks to; the last one is the chair of the City, whose list everyone reads. */
export function postOnRung(rung: LadderRung, state: CaseState, tree: UnitTree): FeedbackPost | null {
  const { holder } = state;
  if (!holder) return null;
  switch (rung.to) {
    case 'handler':
      return { unitId: holder.unitId, role: holder.role };
    case 'head':
      return headAt(holder.unitId, tree);
    case 'agency':
      return { unitId: feedbackFacts(state).agencyId, role: 'agency-head' };
    case 'city': {
      const [topmost] = idsOnPath(tree.get(holder.unitId)?.path ?? '');
      return topmost ? { unitId: topmost, role: 'agency-head' } : null;
    }
  }
}
