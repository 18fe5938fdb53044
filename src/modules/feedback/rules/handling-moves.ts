import { startClock } from '#case-engine/rules/case-clock.ts';
import { lateByClock } from '#case-engine/rules/late-at.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted, refused } from '#kernel/result.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { FeedbackMoveData } from './move-data.ts';
import { beforeAnswer, clockOf, dayWritten, type FeedbackEffectRefusal, heads, recount } from './move-standing.ts';

/** What touches the limit or speaks of it. */
export const handlingMoves = {
  extend: {
    label: { vi: 'Gia hạn một lần', en: 'Extend once' },
    consequence: {
      vi: 'Hạn mới được báo cho người phản ánh kèm lý do; hạn đầu vẫn được giữ.',
      en: 'The reporter is told the new limit and why; the first one is kept.',
    },
    from: ['received', 'in-handling', 'awaiting-approval'],
    by: [{ at: 'overseer', roles: heads }],
    atMost: 1,
    handOver: 'any',
    effect: (state, _data, context) => {
      if (!state.dueAt) throw new RangeError('open feedback has a due moment');
      const over = lateByClock({ ...state, dueAt: state.dueAt });
      if (Temporal.Instant.compare(context.at, Temporal.Instant.from(over)) >= 0)
        return refused('feedback-due-passed', { dueOn: dayWritten(state.dueAt) });
      const { policy } = feedbackFacts(state);
      const from = Temporal.Instant.from(state.dueAt);
      const longer = recount(startClock(from, policy.extension, clockOf(state).hoursOf), {}, context);
      if (!longer.ok) return longer;
      const newDue = longer.value.dueAt ?? null;
      return recount({ ...clockOf(state), reappointedTo: newDue }, { facts: { ladder: null } }, context);
    },
  },

  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: {
      vi: 'Ghi vào nhật ký và báo cho người đang giữ.',
      en: 'Goes into the journal and tells whoever holds it.',
    },
    from: beforeAnswer,
    by: [
      { at: 'overseer', roles: [...heads, 'procedure-controller'] },
      { at: 'receiver', roles: ['agency-head', 'signatory', 'records-clerk'] },
    ],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({ facts: { urged: { ...data, by: context.actor.name, at: context.at.toString() } } }),
  },
} satisfies Partial<MoveRules<FeedbackMoveData, FeedbackEffectRefusal>>;
