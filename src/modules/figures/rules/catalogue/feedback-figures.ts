import type { FigureDefinition } from '../figure-definition.ts';
import { measures } from './figure-words.ts';
import { countedCases, type KindOfFigures, shareOfCases } from './kind-figures.ts';

const kind: KindOfFigures = {
  measure: measures.feedback,
  legalBasis: 'Nghị định 20/2008/NĐ-CP, sửa đổi bởi Nghị định 92/2017/NĐ-CP',
  dimensions: ['unit', 'branch', 'tier', 'channel', 'month'],
};
const feedback = { kind: ['feedback'] } as const;
const accepted = { ...feedback, arrival: ['before', 'in-period'] } as const;
/** Merged into another, it is counted there. */
const counts = ['open', 'answered', 'handed-to-law', 'passed-outside', 'withdrawn'] as const;

/** Phản ánh, kiến nghị: counted for the agency that answers for it now. */
export const feedbackFigures: readonly FigureDefinition[] = [
  countedCases(
    kind,
    'feedback.received',
    { vi: 'Phản ánh, kiến nghị đã tiếp nhận', en: 'Feedback received' },
    {
      vi: 'Phản ánh, kiến nghị được tiếp nhận xử lý trong kỳ, tính cho cơ quan đang chịu trách nhiệm; gộp rồi thì tính một lần.',
      en: 'Items accepted in the period, counted for the agency that answers for them; merged ones once.',
    },
    { ...feedback, arrival: ['in-period'], ending: counts },
  ),
  countedCases(
    kind,
    'feedback.carried_over',
    { vi: 'Phản ánh, kiến nghị kỳ trước chuyển qua', en: 'Feedback carried over' },
    {
      vi: 'Phản ánh, kiến nghị tiếp nhận trước kỳ và chưa xong khi kỳ bắt đầu.',
      en: 'Items accepted before the period that were not finished when it began.',
    },
    { ...feedback, arrival: ['before'], ending: counts },
  ),
  countedCases(
    kind,
    'feedback.resolved',
    { vi: 'Phản ánh, kiến nghị đã xử lý', en: 'Feedback processed' },
    {
      vi: 'Phản ánh, kiến nghị được trả lời trong kỳ, câu trả lời đã duyệt và gửi; mở lại thì chưa tính là xử lý xong.',
      en: 'Items answered in the period, the answer approved and sent; one that was reopened is not processed yet.',
    },
    { ...accepted, ending: ['answered'] },
  ),
  countedCases(
    kind,
    'feedback.resolved_in_time',
    { vi: 'Phản ánh, kiến nghị xử lý đúng hạn', en: 'Feedback processed in time' },
    {
      vi: 'Phản ánh, kiến nghị được trả lời trong kỳ, trước hoặc đúng hạn.',
      en: 'Items answered in the period, early or on time.',
    },
    { ...accepted, ending: ['answered'], timing: ['early', 'on-time'] },
  ),
  countedCases(
    kind,
    'feedback.resolved_late',
    { vi: 'Phản ánh, kiến nghị xử lý quá hạn', en: 'Feedback processed late' },
    { vi: 'Phản ánh, kiến nghị được trả lời trong kỳ sau hạn.', en: 'Items answered in the period after their day.' },
    { ...accepted, ending: ['answered'], timing: ['late'] },
  ),
  countedCases(
    kind,
    'feedback.passed_on',
    { vi: 'Phản ánh, kiến nghị chuyển theo luật khác', en: 'Feedback handed on' },
    {
      vi: 'Phản ánh, kiến nghị đã tiếp nhận, trong kỳ được chuyển theo luật khiếu nại, tố cáo hoặc chuyển cơ quan ngoài Thành phố.',
      en: 'Items accepted that went, in the period, to the law on complaints or denunciations or to a body outside the City.',
    },
    { ...accepted, ending: ['handed-to-law', 'passed-outside'] },
  ),
  countedCases(
    kind,
    'feedback.withdrawn',
    { vi: 'Phản ánh, kiến nghị đã rút', en: 'Feedback withdrawn' },
    {
      vi: 'Phản ánh, kiến nghị đã tiếp nhận mà người phản ánh rút trong kỳ.',
      en: 'Items accepted that the reporter withdrew in the period.',
    },
    { ...accepted, ending: ['withdrawn'] },
  ),
  countedCases(
    kind,
    'feedback.open',
    { vi: 'Phản ánh, kiến nghị đang xử lý', en: 'Feedback open' },
    {
      vi: 'Phản ánh, kiến nghị đã tiếp nhận, chưa trả lời vào cuối kỳ.',
      en: 'Items accepted and not answered at the end of the period.',
    },
    { ...accepted, ending: ['open'] },
    true,
  ),
  countedCases(
    kind,
    'feedback.open_overdue',
    { vi: 'Phản ánh, kiến nghị đang xử lý, quá hạn', en: 'Feedback open, overdue' },
    {
      vi: 'Phản ánh, kiến nghị đang xử lý cuối kỳ và đã quá hạn.',
      en: 'Items open at the end of the period and past their day.',
    },
    { ...accepted, ending: ['open'], timing: ['overdue'] },
    true,
  ),
  countedCases(
    kind,
    'feedback.not_accepted',
    { vi: 'Phản ánh, kiến nghị không tiếp nhận', en: 'Feedback not accepted' },
    {
      vi: 'Phản ánh, kiến nghị trong kỳ được trả lời là không đủ điều kiện tiếp nhận, có lý do.',
      en: 'Items that were not accepted in the period, with the reason.',
    },
    { ...feedback, arrival: ['none'], ending: ['not-accepted'] },
  ),
  countedCases(
    kind,
    'feedback.awaiting_intake',
    { vi: 'Phản ánh, kiến nghị chờ tiếp nhận', en: 'Feedback awaiting a first look' },
    {
      vi: 'Phản ánh, kiến nghị đã gửi, chưa được phân loại vào cuối kỳ.',
      en: 'Items sent that were not yet looked at when the period ended.',
    },
    { ...feedback, arrival: ['none'], ending: ['open'] },
    true,
  ),
  shareOfCases(
    kind,
    'feedback.in_time_share',
    { vi: 'Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn', en: 'Share of feedback processed in time' },
    {
      vi: 'Xử lý đúng hạn trên tổng số đã xử lý cộng số đang quá hạn: phản ánh chưa trả lời mà quá hạn cũng bị tính.',
      en: 'Processed in time of all processed and all overdue: one that is late and not yet answered counts too.',
    },
    ['feedback.resolved_in_time'],
    ['feedback.resolved', 'feedback.open_overdue'],
  ),
];
