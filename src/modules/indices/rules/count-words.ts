import type { Text } from '#kernel/text.ts';
import { figureDefinition } from '#modules/figures/rules/figure-catalogue.ts';

/** What indices count beside the figures, in words. */
const words: Readonly<Record<string, Text>> = {
  'dues.paid': { vi: 'Phí, lệ phí đã nộp', en: 'Dues paid' },
  'dues.paid_online': { vi: 'Phí, lệ phí nộp trực tuyến', en: 'Dues paid online' },
  'results.issued': { vi: 'Kết quả đã ban hành', en: 'Results issued' },
  'results.electronic': { vi: 'Kết quả có ký số', en: 'Results with a digital signature' },
  'dossiers.digitised': { vi: 'Hồ sơ có giấy tờ số', en: 'Dossiers with digital papers' },
  'dossiers.reusing': { vi: 'Hồ sơ dùng lại giấy tờ đã có', en: 'Dossiers that reuse papers' },
  'procedures.used_online': { vi: 'Thủ tục có hồ sơ trực tuyến', en: 'Procedures used online' },
  'procedures.of_tier': { vi: 'Thủ tục của cấp', en: 'Procedures of the tier' },
  'procedures.online_of_tier': { vi: 'Thủ tục mức độ 3, 4 của cấp', en: 'Online procedures of the tier' },
  'ratings.given': { vi: 'Phiếu đánh giá', en: 'Ratings' },
  'ratings.organisation_good': { vi: 'Đánh giá tốt về nơi tiếp nhận', en: 'Ratings: organisation good' },
  'ratings.organisation_fair': { vi: 'Đánh giá khá về nơi tiếp nhận', en: 'Ratings: organisation fair' },
  'ratings.publication_seen': { vi: 'Đã xem nội dung công khai', en: 'Ratings: saw what is published' },
  'ratings.publication_right': { vi: 'Nội dung công khai đúng', en: 'Ratings: what is published is right' },
  'ratings.publication_missing': { vi: 'Nội dung công khai thiếu', en: 'Ratings: what is published lacks something' },
  'ratings.attitude_good': { vi: 'Đánh giá tốt về thái độ', en: 'Ratings: attitude good' },
  'ratings.attitude_fair': { vi: 'Đánh giá khá về thái độ', en: 'Ratings: attitude fair' },
};

/** What an id that a formula counts with is called. */
export const countName = (id: string): Text => figureDefinition(id)?.name ?? words[id] ?? { vi: id, en: id };
