import { branchCaseId, legBranchId, openBranches, timesAsked } from '#case-engine/rules/branches.ts';
import type { Branch, CaseState, ResolvedLeg, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { accepted, refused } from '#kernel/result.ts';
import { excludedDays, recount, sentLeg } from './move-effects.ts';
import { atStep, heads, type MoveRules } from './move-rule.ts';

/** What whoever works on a case asks of others: opinions, and the parts of other agencies (NĐ 61/2018/NĐ-CP art. 19.5–19.7). */
export const branchMoves = {
  consult: {
    label: { vi: 'Lấy ý kiến', en: 'Consult' },
    consequence: {
      vi: 'Gửi câu hỏi và thời hạn trả lời đến nơi được hỏi; hồ sơ vẫn ở bạn.',
      en: 'Sends the question with its deadline to the body asked; the case stays with you.',
    },
    from: ['in-process'],
    works: ['handle', 'approve'],
    by: [atStep],
    handOver: 'none',
    effect: (state, data, context) => {
      const branchId = `consultation-${(state.made.consult ?? 0) + 1}`;
      const branch: Branch = {
        caseId: branchCaseId(state.caseId, branchId),
        kind: 'consultation',
        name: data.unitName,
        unitId: data.unitId,
        group: null,
        lead: false,
        openedAt: context.at.toString(),
        closedAt: null,
        outcome: null,
      };
      const asked = { branchId, question: data.question, days: data.days };
      return accepted({ branches: { [branchId]: branch }, facts: { asked } });
    },
  },

  'call-off': {
    label: { vi: 'Thu hồi việc đã gửi', en: 'Call off' },
    consequence: {
      vi: 'Nơi được gửi không phải trả lời nữa; lý do được ghi vào nhật ký.',
      en: 'The body asked need not answer any more; the reason goes into the journal.',
    },
    from: ['in-process'],
    by: [atStep, { at: 'overseer', roles: heads }],
    handOver: 'any',
    unless: (state) => (openBranches(state).length > 0 ? null : 'branch-not-open'),
    effect: (state, data) => {
      const branch = state.branches?.[data.branchId];
      if (!branch || branch.closedAt !== null) return refused('branch-not-open', {}, 'branchId');
      return accepted({ facts: { unwanted: [data.branchId], unwantedWhy: data.reason } });
    },
  },

  'ask-again': {
    label: { vi: 'Hỏi lại', en: 'Ask again' },
    consequence: {
      vi: 'Gửi lại phần việc cho cơ quan phối hợp với lý do của bạn; câu trả lời sau cùng được tính.',
      en: 'Sends the part to the agency once more with your reason; the last answer counts.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) =>
      Object.keys(state.branches ?? {}).some((branchId) => askedLeg(state, branchId)) ? null : 'branch-not-closed',
    effect: (state, data, context) => {
      const asked = askedLeg(state, data.branchId);
      if (!asked) return refused('branch-not-closed', {}, 'branchId');
      const { step, leg, times } = asked;
      const branchId = legBranchId(step, leg, times + 1);
      const days = excludedDays(leg, branchId, context);
      if (!days.ok) return days;
      const effect = {
        branches: { [branchId]: sentLeg(state, step, leg, branchId, context) },
        facts: { askedAgain: { branchId, reason: data.reason, by: context.actor.name } },
      };
      if (!days.value || !state.clock) return accepted(effect);
      return recount({ ...state.clock, exclusions: [...state.clock.exclusions, days.value] }, effect, context);
    },
  },
} satisfies MoveRules<'consult' | 'call-off' | 'ask-again'>;

/** The leg of the present step that a closed branch was the last asking of. */
function askedLeg(
  state: CaseState,
  branchId: string,
): { readonly step: ResolvedStep; readonly leg: ResolvedLeg; readonly times: number } | undefined {
  const step = state.route[state.step];
  const branches = state.branches ?? {};
  if (!step?.legs || branches[branchId]?.closedAt === null) return undefined;
  for (const leg of step.legs.legs) {
    const times = timesAsked(branches, step, leg);
    if (times.at(-1) === branchId) return { step, leg, times: times.length };
  }
  return undefined;
}
