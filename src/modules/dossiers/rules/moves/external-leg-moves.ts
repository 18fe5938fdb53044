import { accepted, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { coordinator, legMoves } from './leg-moves.ts';
import { closeBranch } from './move-effects.ts';
import { atStep, desk, type MoveContext, type MoveRules } from './move-rule.ts';

/**
 * A part done outside the city's systems (tax, notary, police, insurance): what was sent and what came back, with number
 * and day, entered by whoever receives it or by their system.
 */
export const externalLegMoves = {
  'record-answer': {
    label: { vi: 'Ghi trả lời nhận được', en: 'Record the answer' },
    consequence: {
      vi: 'Ghi số, ngày và nội dung trả lời; phần việc này kết thúc.',
      en: 'Keeps number, day and content of the answer; this part ends.',
    },
    from: ['in-process'],
    by: [atStep, desk, coordinator],
    handOver: 'none',
    effect: (state, data, context) => {
      if (isAfterToday(data.answeredOn, context)) return refused('answer-in-future', {}, 'answeredOn');
      const answer = { ...data, answeredOn: data.answeredOn.toString(), by: context.actor.name };
      return closeBranch(state, data.outcome, { answer }, context);
    },
  },
  'record-sending': {
    label: { vi: 'Ghi số văn bản đã gửi', en: 'Record what was sent' },
    consequence: {
      vi: 'Ghi số, ngày của phiếu chuyển đã gửi cơ quan ngoài hệ thống.',
      en: 'Keeps number and day of the slip that was sent.',
    },
    from: ['in-process'],
    by: [atStep, desk, coordinator],
    handOver: 'none',
    effect: (_state, data, context) => {
      if (isAfterToday(data.sentOn, context)) return refused('answer-in-future', {}, 'sentOn');
      return accepted({ facts: { sent: { number: data.number, sentOn: data.sentOn.toString() } } });
    },
  },
  reassign: legMoves.reassign,
} satisfies Partial<MoveRules<'record-answer' | 'record-sending' | 'reassign'>>;

const isAfterToday = (day: Temporal.PlainDate, context: MoveContext): boolean =>
  Temporal.PlainDate.compare(day, localDay(context.at)) > 0;
