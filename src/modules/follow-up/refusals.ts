import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of urging and answering. */
export const followUpRefusals = {
  'urging-empty': {
    status: 422,
    vi: 'Chọn ít nhất một việc để đôn đốc.',
    en: 'Choose at least one case to urge.',
  },
  'urging-not-complete': {
    status: 422,
    vi: 'Ghi số văn bản, nội dung đôn đốc và ngày phải trả lời.',
    en: 'Give the number of the letter, what is urged, and the day by which to answer.',
  },
  'urging-number-used': {
    status: 409,
    vi: 'Số văn bản {number} đã dùng cho một lần đôn đốc khác.',
    en: 'The number {number} was used for another letter.',
  },
  'urging-answer-empty': { status: 422, vi: 'Ghi câu trả lời.', en: 'Write the answer.' },
  'urging-not-yours': {
    status: 403,
    vi: 'Chỉ đơn vị được đôn đốc mới trả lời được.',
    en: 'Only the unit that was urged can answer.',
  },
  'urging-answered-already': {
    status: 409,
    vi: 'Việc này đã có trả lời.',
    en: 'This was answered already.',
  },
  'follow-up-not-yours': {
    status: 403,
    vi: 'Bạn không có quyền đôn đốc ở phạm vi này.',
    en: 'You have no right to urge here.',
  },
} as const satisfies RefusalCatalogue;

export type FollowUpRefusal = keyof typeof followUpRefusals;
