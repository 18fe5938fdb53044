import { legMoves } from './leg-moves.ts';
import { closeBranch } from './move-effects.ts';
import { atStep, heads, type MoveRules } from './move-rule.ts';
import { officeMoves } from './office-moves.ts';

/** An opinion asked of another body: a question, a day, an answer (NĐ 61/2018/NĐ-CP art. 19.5). */
export const consultationMoves = {
  'answer-consultation': {
    label: { vi: 'Trả lời ý kiến', en: 'Answer' },
    consequence: {
      vi: 'Ý kiến của bạn được gửi về nơi hỏi và ghi vào nhật ký của cả hai bên.',
      en: 'Your opinion goes to whoever asked and into the journals of both.',
    },
    from: ['in-process'],
    by: [atStep, { at: 'overseer', roles: heads }],
    handOver: 'none',
    effect: (state, data, context) =>
      closeBranch(
        state,
        data.opinion === 'disagree' ? 'negative' : 'positive',
        { answer: { ...data, by: context.actor.name, at: context.at.toString() } },
        context,
      ),
  },
  assign: officeMoves.assign,
  reassign: officeMoves.reassign,
  urge: legMoves.urge,
} satisfies Partial<MoveRules<'answer-consultation' | 'assign' | 'reassign' | 'urge'>>;
