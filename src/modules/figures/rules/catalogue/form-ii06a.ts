import type { Text } from '#kernel/text.ts';
import type { CaseSelection } from '../case-class.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { defined, everyDimension, measures } from './figure-words.ts';

const dossier = { kind: ['dossier'] } as const;
const accepted = { ...dossier, arrival: ['before', 'in-period'] } as const;
/** What the form counts: settled in the period or open at its end. Withdrawn and discontinued stand apart. */
const counts = ['settled', 'open'] as const;
const apart = ['withdrawn', 'discontinued'] as const;

function column(
  number: number,
  name: Text,
  where: CaseSelection | readonly string[],
  isStock = false,
): FigureDefinition {
  return defined({
    id: `ii06a.${number}`,
    name: { vi: `II.06a cột (${number}): ${name.vi}`, en: `II.06a column (${number}): ${name.en}` },
    measure: measures.dossier,
    definition: {
      vi: `Cột (${number}) của biểu II.06a/VPCP/KSTT: ${name.vi.toLowerCase()}; hồ sơ rút hoặc dừng giải quyết trong kỳ để riêng.`,
      en: `Column (${number}) of form II.06a/VPCP/KSTT: ${name.en.toLowerCase()}; withdrawn and discontinued ones stand apart.`,
    },
    legalBasis: 'Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT',
    source: Array.isArray(where)
      ? { from: 'figures', how: { sum: where } }
      : { from: 'cases', where: where as CaseSelection },
    dimensions: everyDimension,
    ...(isStock ? { isStock } : {}),
  });
}

function beside(id: string, name: Text, where: CaseSelection): FigureDefinition {
  return defined({
    id,
    name,
    measure: measures.dossier,
    definition: {
      vi: `${name.vi}: đứng riêng ngoài các cột của biểu II.06a, để các cột vẫn khớp nhau và khớp kỳ trước.`,
      en: `${name.en}: beside the columns of form II.06a, so that they agree with one another and with the period before.`,
    },
    legalBasis: 'Thông tư 01/2020/TT-VPCP, biểu II.06a/VPCP/KSTT',
    source: { from: 'cases', where },
    dimensions: everyDimension,
  });
}

/** Biểu II.06a/VPCP/KSTT: results of settling procedures, columns (3) to (13). */
export const formIi06a: readonly FigureDefinition[] = [
  column(3, { vi: 'Tổng số tiếp nhận', en: 'Received, total' }, ['ii06a.4', 'ii06a.5', 'ii06a.6']),
  column(
    4,
    { vi: 'Tiếp nhận trong kỳ, trực tuyến', en: 'Received in the period, online' },
    {
      ...dossier,
      arrival: ['in-period'],
      channel: ['online'],
      ending: counts,
    },
  ),
  column(
    5,
    { vi: 'Tiếp nhận trong kỳ, trực tiếp và bưu chính', en: 'Received in the period, desk and post' },
    {
      ...dossier,
      arrival: ['in-period'],
      channel: ['desk', 'post'],
      ending: counts,
    },
  ),
  column(6, { vi: 'Từ kỳ trước chuyển qua', en: 'Carried over' }, { ...dossier, arrival: ['before'], ending: counts }),
  column(7, { vi: 'Đã giải quyết, tổng số', en: 'Settled, total' }, { ...accepted, ending: ['settled'] }),
  column(
    8,
    { vi: 'Đã giải quyết trước hạn', en: 'Settled early' },
    {
      ...accepted,
      ending: ['settled'],
      timing: ['early'],
    },
  ),
  column(
    9,
    { vi: 'Đã giải quyết đúng hạn', en: 'Settled on time' },
    {
      ...accepted,
      ending: ['settled'],
      timing: ['on-time'],
    },
  ),
  column(
    10,
    { vi: 'Đã giải quyết quá hạn', en: 'Settled late' },
    {
      ...accepted,
      ending: ['settled'],
      timing: ['late'],
    },
  ),
  column(11, { vi: 'Đang giải quyết, tổng số', en: 'In process, total' }, { ...accepted, ending: ['open'] }, true),
  column(
    12,
    { vi: 'Đang giải quyết trong hạn', en: 'In process, in time' },
    {
      ...accepted,
      ending: ['open'],
      timing: ['in-time'],
    },
    true,
  ),
  column(
    13,
    { vi: 'Đang giải quyết quá hạn', en: 'In process, overdue' },
    {
      ...accepted,
      ending: ['open'],
      timing: ['overdue'],
    },
    true,
  ),
  beside(
    'ii06a.apart_received',
    { vi: 'Tiếp nhận trong kỳ, đã rút hoặc dừng', en: 'Received in the period, withdrawn or discontinued' },
    { ...dossier, arrival: ['in-period'], ending: apart },
  ),
  beside(
    'ii06a.apart_carried',
    { vi: 'Từ kỳ trước, đã rút hoặc dừng', en: 'Carried over, withdrawn or discontinued' },
    { ...dossier, arrival: ['before'], ending: apart },
  ),
];
