import type { Text } from '#kernel/text.ts';
import type { FindingKind } from './report-finding.ts';

/** What each kind of finding says. */
export const findingWords: Readonly<Record<FindingKind, Text>> = {
  'share-wrong': { vi: 'Tỷ lệ tính lại khác số in', en: 'The share is another when recomputed' },
  'share-cut-off': { vi: 'Tỷ lệ bị cắt bớt, không làm tròn', en: 'The share was cut off, not rounded' },
  'parts-not-total': { vi: 'Các thành phần cộng lại khác tổng', en: 'The parts do not make the whole' },
  'part-over-total': { vi: 'Thành phần lớn hơn tổng', en: 'A part is more than the whole' },
  'printed-otherwise': { vi: 'Cùng một số liệu in hai nơi khác nhau', en: 'One figure is printed in two ways' },
  'day-impossible': { vi: 'Ngày không có thật', en: 'There is no such day' },
  'day-outside': { vi: 'Ngày nằm ngoài kỳ báo cáo', en: 'The day is outside the period' },
  'unit-unknown': { vi: 'Không có đơn vị này trong kỳ báo cáo', en: 'There is no such unit in the period' },
  'figure-typed': { vi: 'Số gõ tay, chưa gắn với số liệu', en: 'A number was typed, not bound' },
  'figure-open': { vi: 'Chưa có số liệu', en: 'There is no figure yet' },
  'figure-changed': { vi: 'Số liệu gắn in khác số đếm được', en: 'A bound figure is printed otherwise than it counts' },
  'proposal-open': { vi: 'Câu đề xuất chưa được chấp nhận hoặc xóa', en: 'A proposal is neither accepted nor deleted' },
};
