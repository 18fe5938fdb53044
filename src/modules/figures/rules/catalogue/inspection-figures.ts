import type { FigureDefinition } from '../figure-definition.ts';
import { measures } from './figure-words.ts';
import { countedCases, type KindOfFigures } from './kind-figures.ts';

const kind: KindOfFigures = {
  measure: measures.inspection,
  legalBasis: 'Kế hoạch kiểm tra công vụ của Thành phố',
};
const made = { kind: ['inspection'], as: ['of-others'] } as const;
const concluded = ['before', 'in-period'] as const;

/** Kiểm tra công vụ: counted for the unit that was inspected, when it is concluded; what is to be mended are tasks. */
export const inspectionFigures: readonly FigureDefinition[] = [
  countedCases(
    kind,
    'inspections.total',
    { vi: 'Cuộc kiểm tra công vụ', en: 'Civil-service inspections' },
    {
      vi: 'Cuộc kiểm tra công vụ được kết luận trong kỳ, tính cho đơn vị được kiểm tra; không kể tự kiểm tra và cuộc bị hủy.',
      en: 'Inspections concluded in the period, counted for the unit inspected; self-inspections and those called off left out.',
    },
    { ...made, delivered: ['in-period'] },
  ),
  countedCases(
    kind,
    'inspections.self',
    { vi: 'Cuộc tự kiểm tra', en: 'Self-inspections' },
    {
      vi: 'Cuộc tự kiểm tra của đơn vị được kết luận trong kỳ.',
      en: 'Inspections a unit made of itself, concluded in the period.',
    },
    { kind: ['inspection'], as: ['of-self'], delivered: ['in-period'] },
  ),
  countedCases(
    kind,
    'inspections.closed',
    { vi: 'Cuộc kiểm tra đã khắc phục xong', en: 'Inspections closed' },
    {
      vi: 'Cuộc kiểm tra kết thúc trong kỳ vì không phải khắc phục hoặc mọi kiến nghị đã khắc phục và được xác nhận.',
      en: 'Inspections closed in the period because nothing was to be mended, or all of it was mended and seen.',
    },
    { ...made, ending: ['closed'] },
  ),
  countedCases(
    kind,
    'inspections.being_mended',
    { vi: 'Cuộc kiểm tra đang khắc phục', en: 'Inspections being mended' },
    {
      vi: 'Cuộc kiểm tra đã kết luận, còn kiến nghị chưa khắc phục xong vào cuối kỳ.',
      en: 'Inspections concluded of which something is still to be mended at the end of the period.',
    },
    { ...made, ending: ['open'], delivered: concluded },
    true,
  ),
  countedCases(
    kind,
    'inspections.under_way',
    { vi: 'Cuộc kiểm tra chưa kết luận', en: 'Inspections not concluded' },
    {
      vi: 'Cuộc kiểm tra đã lên kế hoạch hoặc đang tiến hành, chưa kết luận vào cuối kỳ.',
      en: 'Inspections planned or under way that were not concluded at the end of the period.',
    },
    { ...made, ending: ['open'], delivered: ['none'] },
    true,
  ),
  countedCases(
    kind,
    'inspections.overdue',
    { vi: 'Cuộc kiểm tra chậm kết luận', en: 'Inspections overdue' },
    {
      vi: 'Cuộc kiểm tra chưa kết luận vào cuối kỳ và đã quá ngày phải kết luận.',
      en: 'Inspections not concluded at the end of the period and past the day by which they were to be.',
    },
    { ...made, ending: ['open'], delivered: ['none'], timing: ['overdue'] },
    true,
  ),
];
