import { accepted, refused } from '#kernel/result.ts';
import { originalsHeld } from '../paper-hand-in.ts';
import { ended } from './move-effects.ts';
import { desk, type MoveRules, owner } from './move-rule.ts';
import { withThePost } from './post-moves.ts';

/** How a dossier ends (NĐ 61/2018/NĐ-CP art. 20). */
export const closingMoves = {
  withdraw: {
    label: { vi: 'Rút hồ sơ', en: 'Withdraw' },
    consequence: {
      vi: 'Hồ sơ dừng theo yêu cầu của công dân và không tính là trễ.',
      en: 'The dossier ends at the request of the person and is not counted late.',
    },
    from: ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'],
    by: [owner, desk],
    handOver: 'any',
    unless: (state) => (state.facts.decision ? 'decision-made-already' : null),
    effect: (_state, data, context) => ended('withdrawn', context, { withdrawal: { reason: data.reason } }),
  },

  discontinue: {
    label: { vi: 'Dừng giải quyết', en: 'Discontinue' },
    consequence: {
      vi: 'Kết thúc vì quá hạn bổ sung hoặc căn cứ khác trong luật; gửi thông báo có lý do.',
      en: 'Ends it because the supplement never came or for another cause in law, with reasons.',
    },
    from: ['awaiting-supplement', 'awaiting-payment'],
    by: [desk],
    handOver: 'any',
    unless: (state, at) =>
      state.dueAt !== null && Temporal.Instant.compare(at, Temporal.Instant.from(state.dueAt)) <= 0
        ? 'answer-time-not-over'
        : null,
    effect: (_state, data, context) =>
      ended('discontinued', context, { discontinuance: { reason: data.reason, clause: data.clause } }),
  },

  'return-result': {
    label: { vi: 'Trả kết quả', en: 'Return the result' },
    consequence: {
      vi: 'Công dân nhận kết quả và bản chính; hồ sơ hoàn tất.',
      en: 'The person receives the result and the originals; the dossier is complete.',
    },
    from: ['settled'],
    by: [desk],
    handOver: 'any',
    unless: withThePost,
    effect: (state, data, context) => {
      const { receivedBy, method, originalsReturned = [] } = data;
      const left = originalsHeld(state.facts).filter(({ documentId }) => !originalsReturned.includes(documentId));
      if (left.length > 0) {
        const papers = left.map(({ name }) => name.vi).join('; ');
        return refused('originals-not-returned', { papers }, 'originalsReturned');
      }
      const given = originalsReturned.length > 0 ? { originalsReturned: [...originalsReturned] } : {};
      return accepted({
        state: 'returned',
        holder: null,
        facts: { returned: { receivedBy, method, ...given, at: context.at.toString(), by: context.actor.name } },
      });
    },
  },
} satisfies MoveRules<'withdraw' | 'discontinue' | 'return-result'>;
