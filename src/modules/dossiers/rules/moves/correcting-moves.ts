import { limitOf } from '#case-engine/rules/case-clock.ts';
import { timeliness } from '#case-engine/rules/clock.ts';
import { accepted, refused } from '#kernel/result.ts';
import { localDay, toInstant, toLocal } from '#kernel/zone.ts';
import type { MoveRules } from './move-rule.ts';

/**
 * What is put right after a dossier has its result. No entry is ever changed: a later one says what was so, why, and by which
 * paper; figures as of an earlier moment stay what they were.
 */
export const correctingMoves = {
  'correct-end': {
    label: { vi: 'Đính chính ngày có kết quả', en: 'Correct the day of the result' },
    consequence: {
      vi: 'Ngày có kết quả và việc đúng hạn, trễ hạn tính lại từ nay. Mục nhật ký cũ và báo cáo đã ký giữ nguyên; lãnh đạo ký đính chính chịu trách nhiệm.',
      en: 'The day of the result, and whether it was late, count anew from now on. The old entry and signed reports stay; the head who corrects it answers for it.',
    },
    from: ['settled', 'returned'],
    by: [{ at: 'receiver', roles: ['agency-head', 'signatory'] }],
    handOver: 'any',
    effect: (state, { endedOn, document, reason }, context) => {
      const { clock, dueAt, acceptedAt, endedAt } = state;
      if (!clock || !dueAt || !acceptedAt || !endedAt) throw new RangeError('a dossier with a result was accepted');
      const accepting = Temporal.Instant.from(acceptedAt);
      if (endedOn.toString() === localDay(Temporal.Instant.from(endedAt)).toString())
        return refused('end-day-same', {}, 'endedOn');
      if (
        Temporal.PlainDate.compare(endedOn, localDay(accepting)) < 0 ||
        Temporal.PlainDate.compare(endedOn, localDay(context.at)) > 0
      )
        return refused('end-day-impossible', {}, 'endedOn');
      // the paper says a day, not an hour: the day counts to its close, and never to before the acceptance or after now
      const close = toInstant(context.hours.closingOn(endedOn));
      const after = Temporal.Instant.compare(close, accepting) < 0 ? accepting : close;
      const moment = Temporal.Instant.compare(after, context.at) > 0 ? context.at : after;
      return accepted({
        endedAt: moment.toString(),
        timeliness: timeliness(toLocal(moment), toLocal(Temporal.Instant.from(dueAt)), limitOf(clock)),
        facts: {
          corrected: { endedBefore: endedAt, document, reason, by: context.actor.name, at: context.at.toString() },
        },
      });
    },
  },
} satisfies MoveRules<'correct-end'>;
