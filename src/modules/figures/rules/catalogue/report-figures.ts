import type { FigureDefinition } from '../figure-definition.ts';
import { defined, measures } from './figure-words.ts';

const legalBasis = 'NĐ 09/2019/NĐ-CP';
const dimensions = ['month'] as const;

/** Chế độ báo cáo: whether units report on time is a figure like any other; counted from the parts they were asked for. */
export const reportFigures: readonly FigureDefinition[] = [
  defined({
    id: 'reports.asked',
    name: { vi: 'Báo cáo định kỳ phải gửi', en: 'Periodic reports asked for' },
    measure: measures.report,
    definition: {
      vi: 'Phần báo cáo của đơn vị có hạn gửi trong kỳ, không kể kỳ báo cáo bị hủy.',
      en: 'Parts of reports that fell due in the period; those of periods called off are left out.',
    },
    legalBasis,
    source: { from: 'registers' },
    dimensions,
  }),
  defined({
    id: 'reports.on_time',
    name: { vi: 'Báo cáo định kỳ gửi đúng hạn', en: 'Periodic reports sent on time' },
    measure: measures.report,
    definition: {
      vi: 'Phần báo cáo có hạn gửi trong kỳ, gửi lần đầu không muộn hơn hạn.',
      en: 'Parts of reports that fell due in the period and were first sent no later than that.',
    },
    legalBasis,
    source: { from: 'registers' },
    dimensions,
  }),
  defined({
    id: 'reports.on_time_share',
    name: { vi: 'Tỷ lệ báo cáo định kỳ gửi đúng hạn', en: 'Share of periodic reports sent on time' },
    measure: measures.percent,
    definition: {
      vi: 'Báo cáo gửi đúng hạn trên báo cáo phải gửi, làm tròn một chữ số thập phân.',
      en: 'Parts sent on time of those asked for, to one decimal.',
    },
    legalBasis,
    source: { from: 'figures', how: { share: ['reports.on_time'], of: ['reports.asked'] } },
    dimensions,
    decimals: 1,
  }),
];
