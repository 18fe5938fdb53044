import type { Text } from '#kernel/text.ts';
import type { opinionStances, reporterGroups, reportFrequencies, textDeeds } from '#modules/reports/index.ts';

export const frequencyWords: Readonly<Record<(typeof reportFrequencies)[number], Text>> = {
  month: { vi: 'Tháng', en: 'Month' },
  quarter: { vi: 'Quý', en: 'Quarter' },
  'half-year': { vi: '6 tháng', en: 'Half-year' },
  'nine-months': { vi: '9 tháng', en: 'Nine months' },
  year: { vi: 'Năm', en: 'Year' },
  'on-request': { vi: 'Theo yêu cầu', en: 'On request' },
};

export const groupWords: Readonly<Record<(typeof reporterGroups)[number], Text>> = {
  department: { vi: 'Sở, cơ quan tương đương', en: 'Departments' },
  district: { vi: 'Quận, huyện, thị xã', en: 'Districts' },
  commune: { vi: 'Xã, phường, thị trấn (gửi quận, huyện)', en: 'Communes (to their district)' },
};

export const stanceWords: Readonly<Record<(typeof opinionStances)[number], Text>> = {
  agree: { vi: 'Đồng ý', en: 'Agrees' },
  'agree-with-changes': { vi: 'Đồng ý, có ý kiến sửa đổi', en: 'Agrees, with changes' },
  disagree: { vi: 'Không đồng ý', en: 'Disagrees' },
};

export const howWords = {
  'taken-in': { vi: 'Tiếp thu', en: 'Taken in' },
  explained: { vi: 'Giải trình, giữ nguyên', en: 'Explained, left as it was' },
} as const;

export const deedWords: Readonly<Record<(typeof textDeeds)[number], Text>> = {
  'take-in': { vi: 'lấy lời của đơn vị', en: 'took in' },
  merge: { vi: 'gộp lời của đơn vị', en: 'merged' },
  write: { vi: 'viết thêm', en: 'wrote' },
  edit: { vi: 'sửa', en: 'edited' },
  delete: { vi: 'xóa', en: 'deleted' },
  'accept-proposal': { vi: 'nhận câu đề xuất', en: 'accepted a proposal' },
  'delete-proposal': { vi: 'xóa câu đề xuất', en: 'deleted a proposal' },
  'drop-open': { vi: 'bỏ các chỗ chưa có số liệu', en: 'left out what has no figure' },
};
