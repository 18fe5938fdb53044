import type { Text } from '#kernel/text.ts';
import type { CaseSelection } from '../case-class.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { defined, everyDimension, measures } from './figure-words.ts';

const basis = 'Nghị định 61/2018/NĐ-CP; Thông tư 01/2020/TT-VPCP, biểu II.06a';
const dossier = { kind: ['dossier'] } as const;
const accepted = { ...dossier, arrival: ['before', 'in-period'] } as const;

function counted(
  id: string,
  name: Text,
  definition: Text,
  where: CaseSelection,
  options: { readonly isStock?: boolean; readonly legalBasis?: string; readonly measure?: Text } = {},
): FigureDefinition {
  return defined({
    id,
    name,
    definition,
    measure: measures.dossier,
    legalBasis: basis,
    source: { from: 'cases', where },
    dimensions: everyDimension,
    ...options,
  });
}

function share(
  id: string,
  name: Text,
  definition: Text,
  part: readonly string[],
  of: readonly string[],
  legalBasis = basis,
): FigureDefinition {
  return defined({
    id,
    name,
    definition,
    measure: measures.percent,
    legalBasis,
    source: { from: 'figures', how: { share: part, of } },
    dimensions: everyDimension,
    decimals: 1,
  });
}

/** Hồ sơ: each matter of a citizen once, whichever agencies worked on it; for a unit, those it received. */
export const dossierFigures: readonly FigureDefinition[] = [
  counted(
    'dossiers.received',
    { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
    {
      vi: 'Hồ sơ được tiếp nhận (cấp mã, giấy hẹn) trong kỳ, tính một lần cho mỗi việc của người dân, kể cả khi nhiều cơ quan cùng giải quyết.',
      en: 'Dossiers accepted (given a code and a receipt) in the period, each matter once however many agencies work on it.',
    },
    { ...dossier, arrival: ['in-period'] },
  ),
  counted(
    'dossiers.received_online',
    { vi: 'Tiếp nhận trực tuyến', en: 'Received online' },
    {
      vi: 'Hồ sơ tiếp nhận trong kỳ được nộp trực tuyến.',
      en: 'Dossiers accepted in the period that were filed online.',
    },
    { ...dossier, arrival: ['in-period'], channel: ['online'] },
  ),
  counted(
    'dossiers.received_direct',
    { vi: 'Tiếp nhận trực tiếp, qua bưu chính', en: 'Received at the desk or by post' },
    {
      vi: 'Hồ sơ tiếp nhận trong kỳ được nộp tại Bộ phận Một cửa hoặc qua dịch vụ bưu chính công ích.',
      en: 'Dossiers accepted in the period that came to a desk or by the public post.',
    },
    { ...dossier, arrival: ['in-period'], channel: ['desk', 'post'] },
  ),
  share(
    'dossiers.online_share',
    { vi: 'Tỷ lệ hồ sơ trực tuyến', en: 'Share received online' },
    {
      vi: 'Hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận trong kỳ.',
      en: 'Dossiers received online of all received in the period.',
    },
    ['dossiers.received_online'],
    ['dossiers.received'],
    'Thông tư 01/2018/TT-VPCP; Nghị định 45/2020/NĐ-CP',
  ),
  counted(
    'dossiers.carried_over',
    { vi: 'Hồ sơ kỳ trước chuyển qua', en: 'Carried over' },
    {
      vi: 'Hồ sơ tiếp nhận trước kỳ và chưa kết thúc khi kỳ bắt đầu.',
      en: 'Dossiers accepted before the period that had not ended when it began.',
    },
    { ...dossier, arrival: ['before'] },
  ),
  counted(
    'dossiers.resolved',
    { vi: 'Hồ sơ đã giải quyết', en: 'Dossiers resolved' },
    {
      vi: 'Hồ sơ có kết quả tại Bộ phận Một cửa trong kỳ, kể cả kết quả là văn bản không chấp thuận.',
      en: 'Dossiers whose result was ready at the desk in the period, a reasoned no included.',
    },
    { ...accepted, ending: ['settled'] },
  ),
  share(
    'dossiers.resolved_share',
    { vi: 'Tỷ lệ hồ sơ đã giải quyết', en: 'Share resolved' },
    {
      vi: 'Hồ sơ đã giải quyết trong kỳ trên số hồ sơ tiếp nhận trong kỳ.',
      en: 'Dossiers resolved in the period of those received in it.',
    },
    ['dossiers.resolved'],
    ['dossiers.received'],
  ),
  ...(
    [
      ['early', { vi: 'Giải quyết trước hạn', en: 'Resolved early' }, { vi: 'trước', en: 'before' }],
      ['on_time', { vi: 'Giải quyết đúng hạn', en: 'Resolved on time' }, { vi: 'đúng', en: 'on' }],
      ['late', { vi: 'Giải quyết quá hạn', en: 'Resolved late' }, { vi: 'sau', en: 'after' }],
    ] as const
  ).map(([timing, name, when]) =>
    counted(
      `dossiers.resolved_${timing}`,
      name,
      {
        vi: `Hồ sơ đã giải quyết trong kỳ ${when.vi} ngày hẹn trả đang có hiệu lực, so theo đơn vị của thời hạn (giờ: từng phút; ngày: từng ngày).`,
        en: `Dossiers resolved in the period ${when.en} the due day in force, compared in the unit of the limit (hours by the minute, days by the day).`,
      },
      { ...accepted, ending: ['settled'], timing: [timing === 'on_time' ? 'on-time' : timing] },
    ),
  ),
  counted(
    'dossiers.resolved_late_by_first',
    { vi: 'Giải quyết sau ngày hẹn đầu tiên', en: 'Resolved after the first due day' },
    {
      vi: 'Hồ sơ đã giải quyết trong kỳ sau ngày hẹn ghi trên giấy hẹn đầu tiên, dù ngày hẹn sau đó có được dời.',
      en: 'Dossiers resolved in the period after the day first promised, whether or not it was moved since.',
    },
    { ...accepted, ending: ['settled'], lateByFirst: [true] },
  ),
  counted(
    'dossiers.late_with_apology',
    { vi: 'Quá hạn, có thư xin lỗi', en: 'Late, with an apology' },
    {
      vi: 'Hồ sơ giải quyết quá hạn trong kỳ mà trước đó có thư xin lỗi và hẹn lại.',
      en: 'Dossiers resolved late in the period for which a letter of apology had been registered.',
    },
    { ...accepted, ending: ['settled'], timing: ['late'], apologised: [true] },
  ),
  counted(
    'dossiers.late_without_apology',
    { vi: 'Quá hạn, không có thư xin lỗi', en: 'Late, without an apology' },
    {
      vi: 'Hồ sơ giải quyết quá hạn trong kỳ mà không có thư xin lỗi.',
      en: 'Dossiers resolved late in the period without any letter of apology.',
    },
    { ...accepted, ending: ['settled'], timing: ['late'], apologised: [false] },
  ),
  counted(
    'dossiers.open',
    { vi: 'Hồ sơ đang giải quyết', en: 'Dossiers open' },
    {
      vi: 'Hồ sơ đã tiếp nhận, chưa kết thúc vào cuối kỳ.',
      en: 'Dossiers accepted that had not ended at the end of the period.',
    },
    { ...accepted, ending: ['open'] },
    { isStock: true },
  ),
  counted(
    'dossiers.open_in_time',
    { vi: 'Đang giải quyết, trong hạn', en: 'Open, in time' },
    {
      vi: 'Hồ sơ đang giải quyết cuối kỳ và chưa quá ngày hẹn.',
      en: 'Dossiers open at the end and not past their due day.',
    },
    { ...accepted, ending: ['open'], timing: ['in-time'] },
    { isStock: true },
  ),
  counted(
    'dossiers.open_overdue',
    { vi: 'Đang giải quyết, quá hạn', en: 'Open, overdue' },
    {
      vi: 'Hồ sơ đang giải quyết cuối kỳ mà nếu trả ngay lúc đó thì đã quá hạn.',
      en: 'Dossiers open at the end that, settled then, would be late.',
    },
    { ...accepted, ending: ['open'], timing: ['overdue'] },
    { isStock: true },
  ),
  counted(
    'dossiers.open_overdue_by_first',
    { vi: 'Đang giải quyết, quá ngày hẹn đầu tiên', en: 'Open, past the first due day' },
    {
      vi: 'Hồ sơ đang giải quyết cuối kỳ và đã quá ngày hẹn đầu tiên, dù ngày hẹn có được dời.',
      en: 'Dossiers open at the end and past the day first promised, whether or not it was moved.',
    },
    { ...accepted, ending: ['open'], lateByFirst: [true] },
    { isStock: true },
  ),
  share(
    'dossiers.on_time_share',
    { vi: 'Tỷ lệ trước hạn và đúng hạn', en: 'Share in time' },
    {
      vi: 'Hồ sơ giải quyết trước hạn và đúng hạn trên tổng số hồ sơ đã giải quyết cộng hồ sơ đang quá hạn: hồ sơ chưa trả mà đã quá hạn cũng bị tính.',
      en: 'Dossiers resolved early or on time of all resolved and all open overdue: one that is late and not yet settled counts too.',
    },
    ['dossiers.resolved_early', 'dossiers.resolved_on_time'],
    ['dossiers.resolved', 'dossiers.open_overdue'],
  ),
  counted(
    'dossiers.withdrawn',
    { vi: 'Hồ sơ rút', en: 'Withdrawn' },
    {
      vi: 'Hồ sơ đã tiếp nhận mà người nộp xin rút trong kỳ; không nằm trong cột nào của biểu II.06a.',
      en: 'Accepted dossiers withdrawn by the person in the period; in no column of form II.06a.',
    },
    { ...accepted, ending: ['withdrawn'] },
  ),
  counted(
    'dossiers.discontinued',
    { vi: 'Hồ sơ dừng giải quyết', en: 'Discontinued' },
    {
      vi: 'Hồ sơ đã tiếp nhận, dừng giải quyết trong kỳ vì không bổ sung hoặc căn cứ khác của luật.',
      en: 'Accepted dossiers discontinued in the period because nothing was supplied or for another cause in law.',
    },
    { ...accepted, ending: ['discontinued'] },
  ),
  counted(
    'dossiers.refused',
    { vi: 'Từ chối tiếp nhận', en: 'Refused at intake' },
    {
      vi: 'Hồ sơ nộp nhưng không được tiếp nhận trong kỳ, có phiếu từ chối nêu lý do.',
      en: 'Dossiers filed that were refused at intake in the period with a slip that says why.',
    },
    { ...dossier, arrival: ['none'], ending: ['refused'] },
  ),
  counted(
    'dossiers.ended_before_acceptance',
    { vi: 'Rút, dừng trước khi tiếp nhận', en: 'Ended before acceptance' },
    {
      vi: 'Hồ sơ nộp được rút hoặc dừng trong kỳ trước khi tiếp nhận.',
      en: 'Dossiers filed that were withdrawn or discontinued in the period before they were accepted.',
    },
    { ...dossier, arrival: ['none'], ending: ['withdrawn', 'discontinued'] },
  ),
  counted(
    'dossiers.awaiting_intake',
    { vi: 'Chờ tiếp nhận', en: 'Awaiting intake' },
    {
      vi: 'Hồ sơ đã nộp, chưa được tiếp nhận hay từ chối vào cuối kỳ.',
      en: 'Dossiers filed and neither accepted nor refused at the end of the period.',
    },
    { ...dossier, arrival: ['none'], ending: ['open'] },
    { isStock: true },
  ),
  counted(
    'dossiers.supplement_asked',
    { vi: 'Yêu cầu bổ sung', en: 'Asked for a supplement' },
    {
      vi: 'Hồ sơ có yêu cầu bổ sung lần đầu trong kỳ.',
      en: 'Dossiers for which papers were asked for the first time in the period.',
    },
    { ...dossier, supplementAsked: [true] },
  ),
];
