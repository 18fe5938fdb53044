import type { CaseKind } from '#case-engine/rules/kind.ts';
import { type FeedbackEffectRefusal, feedbackMoves } from './feedback-moves.ts';

/** Phản ánh, kiến nghị (NĐ 20/2008/NĐ-CP, sửa đổi bởi NĐ 92/2017/NĐ-CP). A complaint or a denunciation is another law's. */
export const feedbackKind: CaseKind<FeedbackEffectRefusal> = {
  kind: 'feedback',
  name: { vi: 'Phản ánh, kiến nghị', en: 'Feedback' },
  states: {
    received: { name: { vi: 'Mới tiếp nhận', en: 'Received' }, open: true },
    'in-handling': { name: { vi: 'Đang xử lý', en: 'Being handled' }, open: true },
    'awaiting-info': { name: { vi: 'Chờ người phản ánh', en: 'Waiting for the reporter' }, open: true },
    'awaiting-approval': { name: { vi: 'Chờ duyệt trả lời', en: 'Answer to be approved' }, open: true },
    answered: { name: { vi: 'Đã trả lời', en: 'Answered' }, open: false },
    closed: { name: { vi: 'Đã kết thúc', en: 'Closed' }, open: false },
    'not-accepted': { name: { vi: 'Không đủ điều kiện', en: 'Not accepted' }, open: false },
    'handed-to-law': { name: { vi: 'Chuyển theo luật khác', en: 'Handed to its own law' }, open: false },
    'passed-outside': { name: { vi: 'Đã chuyển cơ quan khác', en: 'Passed to another body' }, open: false },
    merged: { name: { vi: 'Đã gộp', en: 'Merged' }, open: false },
    withdrawn: { name: { vi: 'Đã rút', en: 'Withdrawn' }, open: false },
  },
  moves: Object.entries(feedbackMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** Undefined for a case of another kind. */
export const feedbackKindIfKnown = (kind: string): CaseKind<FeedbackEffectRefusal> | undefined =>
  kind === 'feedback' ? feedbackKind : undefined;
