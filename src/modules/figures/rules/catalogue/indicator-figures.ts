import type { Text } from '#kernel/text.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { defined, everyDimension, measures } from './figure-words.ts';

function indicator(number: number, name: Text, definition: Text): FigureDefinition {
  return defined({
    id: `indicator.${number}`,
    name: { vi: `Chỉ số ${number}: ${name.vi}`, en: `Indicator ${number}: ${name.en}` },
    measure: measures.point,
    definition,
    legalBasis: 'Thông tư 01/2018/TT-VPCP, Điều 13–15',
    source: { from: 'registers' },
    dimensions: ['month'],
    decimals: 1,
  });
}

/**
 * The nine indicators by which settling procedures is scored, 0 to 2 points each, to one decimal. How each is counted stands
 * once, in the frame of the circular (reference/indices/tt01-2018.json), which feeds them; each agency alone is ranked there.
 */
export const indicatorFigures: readonly FigureDefinition[] = [
  indicator(
    1,
    { vi: 'thời gian giải quyết so với quy định', en: 'time against the limit' },
    {
      vi: 'Mỗi hồ sơ đã giải quyết trong kỳ: trước hạn 2 điểm, đúng hạn 1 điểm, quá hạn 0 điểm; tổng điểm chia cho số hồ sơ.',
      en: 'Each dossier resolved in the period: early 2 points, on time 1, late 0; points divided by dossiers.',
    },
  ),
  indicator(
    2,
    { vi: 'thời gian thực hiện của từng cơ quan tham gia', en: 'time of each agency taking part' },
    {
      vi: 'Như chỉ số 1, tính trên hồ sơ và cả từng phần việc liên thông theo thời hạn của chính nó.',
      en: 'As indicator 1, over dossiers and each part of another agency by its own limit.',
    },
  ),
  indicator(
    3,
    { vi: 'số lần liên hệ để hoàn thiện hồ sơ', en: 'contacts to complete the file' },
    {
      vi: 'Mỗi hồ sơ đã giải quyết trong kỳ: không phải bổ sung 2 điểm, một lần 1 điểm, nhiều hơn 0 điểm; chưa trừ trường hợp do lỗi của người nộp.',
      en: 'Each dossier resolved in the period: no supplement 2 points, one 1, more 0; cases in which the applicant was at fault are not yet taken out.',
    },
  ),
  indicator(
    4,
    { vi: 'số cơ quan phải liên hệ', en: 'agencies to be contacted' },
    {
      vi: 'Mỗi hồ sơ đã giải quyết trong kỳ: nộp trực tuyến hoặc qua bưu chính 2 điểm, chỉ đến Bộ phận Một cửa 1 điểm, người nộp cho biết còn phải đến nơi khác 0 điểm.',
      en: 'Each dossier resolved in the period: filed online or by post 2 points, only the desk 1, sent elsewhere as the person says 0.',
    },
  ),
  indicator(
    5,
    { vi: 'thực hiện cơ chế một cửa', en: 'organisation of the desk' },
    {
      vi: 'Phiếu đánh giá tổ chức Bộ phận Một cửa: tốt 2 điểm, được 1 điểm, chưa tốt 0 điểm, chia cho số phiếu, từ 3 phiếu trở lên; không có phiếu thì lấy điểm ghi trong sổ “Điểm chỉ số” có căn cứ.',
      en: 'Slips on the organisation of the desk: good 2 points, fair 1, bad 0, divided by the slips, from three on; without slips the points in the register of index scores, with evidence.',
    },
  ),
  indicator(
    6,
    { vi: 'công khai thủ tục hành chính', en: 'publication of procedures' },
    {
      vi: 'Phiếu của người đã xem: niêm yết và công khai điện tử 2 điểm, một trong hai 1 điểm, sai 0 điểm; không có phiếu thì lấy điểm ghi trong sổ “Điểm chỉ số” có căn cứ.',
      en: 'Slips of those who saw it: posted and published electronically 2 points, one of them 1, wrong 0; without slips the points in the register of index scores, with evidence.',
    },
  ),
  indicator(
    7,
    { vi: 'thái độ phục vụ', en: 'attitude' },
    {
      vi: 'Mỗi hồ sơ đã giải quyết trong kỳ: trước hạn 2 điểm, đúng hạn 1 điểm, quá hạn 0 điểm; hồ sơ bị phàn nàn qua phiếu đánh giá hoặc có phản ánh về cán bộ không bị từ chối 0 điểm.',
      en: 'Each dossier resolved in the period: early 2 points, on time 1, late 0; 0 where a slip complains, or feedback on an officer was not turned down.',
    },
  ),
  indicator(
    8,
    { vi: 'tiếp thu, xử lý phản ánh, kiến nghị', en: 'handling of feedback' },
    {
      vi: 'Không có phản ánh hoặc xử lý 100% đúng hạn 2 điểm, từ 90% 1 điểm, dưới 90% 0 điểm; tính trên phản ánh đã giải quyết và đang quá hạn.',
      en: 'None, or all handled in time 2 points, from 90 % 1, below 0; out of what was resolved and what is open and overdue.',
    },
  ),
  indicator(
    9,
    { vi: 'cung cấp dịch vụ công trực tuyến', en: 'online services' },
    {
      vi: 'Từ 20% thủ tục ở mức độ 3, 4, từ 30% hồ sơ trực tuyến và không hồ sơ trực tuyến nào quá hạn 2 điểm; hồ sơ trực tuyến từ 15% 1 điểm; dưới 15% 0 điểm.',
      en: '20 % of procedures at levels 3 and 4, 30 % of dossiers online and none of those late 2 points; 15 % online 1; below 0.',
    },
  ),
];

const basis = 'Thông tư 01/2018/TT-VPCP, Điều 13–15';
const settled = { kind: ['dossier'], arrival: ['before', 'in-period'], ending: ['settled'] } as const;

function part(id: string, name: Text, where: Parameters<typeof Object.keys>[0] & object): FigureDefinition {
  return defined({
    id,
    name,
    measure: measures.dossier,
    definition: { vi: `${name.vi}: hồ sơ đã giải quyết trong kỳ.`, en: `${name.en}: dossiers resolved in the period.` },
    legalBasis: basis,
    source: { from: 'cases', where: { ...settled, ...where } },
    dimensions: everyDimension,
  });
}

/** What the indicators are made of. */
export const indicatorParts: readonly FigureDefinition[] = [
  part(
    'dossiers.resolved_asked_never',
    { vi: 'Giải quyết, không phải bổ sung', en: 'Resolved without a supplement' },
    {
      supplements: [0],
    },
  ),
  part(
    'dossiers.resolved_asked_once',
    { vi: 'Giải quyết, bổ sung một lần', en: 'Resolved with one supplement' },
    {
      supplements: [1],
    },
  ),
  part(
    'dossiers.resolved_asked_more',
    { vi: 'Giải quyết, bổ sung nhiều lần', en: 'Resolved with several supplements' },
    {
      supplements: [2],
    },
  ),
  part(
    'dossiers.resolved_remote',
    { vi: 'Giải quyết, nộp không đến trực tiếp', en: 'Resolved, filed from afar' },
    {
      channel: ['online', 'post'],
    },
  ),
  part(
    'dossiers.resolved_at_desk',
    { vi: 'Giải quyết, nộp tại Bộ phận Một cửa', en: 'Resolved, filed at the desk' },
    {
      channel: ['desk'],
    },
  ),
  part(
    'dossiers.online_late',
    { vi: 'Giải quyết quá hạn, nộp trực tuyến', en: 'Resolved late, filed online' },
    {
      channel: ['online'],
      timing: ['late'],
    },
  ),
];
