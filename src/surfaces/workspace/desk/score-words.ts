import type { Text } from '#kernel/text.ts';
import type { dutyShare, IndicatorScore, serviceClass } from '#modules/desk/index.ts';

const journal: Text = { vi: 'Nhật ký hồ sơ', en: 'The journal' };
const both: Text = { vi: 'Nhật ký và người dân', en: 'The journal and the person' };
const person: Text = { vi: 'Người dân', en: 'The person' };

/** What each indicator of TT 01/2018/TT-VPCP art. 13 is about, and from whom it is known. */
export const indicatorWords: Readonly<
  Record<IndicatorScore['indicator'], { readonly name: Text; readonly source: Text }>
> = {
  1: { name: { vi: 'Thời gian giải quyết so với hạn', en: 'Time taken against the limit' }, source: journal },
  2: { name: { vi: 'Thời gian của từng cơ quan tham gia', en: 'Time of each agency that took part' }, source: journal },
  3: { name: { vi: 'Số lần phải bổ sung hồ sơ', en: 'Requests to complete the dossier' }, source: journal },
  4: { name: { vi: 'Số cơ quan phải liên hệ', en: 'Agencies one had to go to' }, source: both },
  5: { name: { vi: 'Tổ chức nơi tiếp nhận', en: 'How the desk is arranged' }, source: person },
  6: { name: { vi: 'Công khai thủ tục', en: 'Publication of the procedure' }, source: person },
  7: { name: { vi: 'Thái độ phục vụ', en: 'Attitude' }, source: both },
  8: {
    name: { vi: 'Tiếp thu phản ánh, kiến nghị', en: 'Handling of feedback' },
    source: { vi: 'Thủ trưởng báo cáo', en: 'Reported by the head' },
  },
  9: { name: { vi: 'Dịch vụ công trực tuyến', en: 'Online services' }, source: journal },
};

export const classWords: Readonly<Record<ReturnType<typeof serviceClass>, Text>> = {
  excellent: { vi: 'Xuất sắc', en: 'Excellent' },
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  weak: { vi: 'Yếu', en: 'Weak' },
};

export const dutyWords: Readonly<Record<ReturnType<typeof dutyShare>, Text>> = {
  full: { vi: 'Hoàn thành 100% nhiệm vụ', en: 'Whole duty' },
  most: { vi: 'Từ 70% đến dưới 100%', en: '70% to less than 100%' },
  less: { vi: 'Dưới 70%', en: 'Less than 70%' },
};
