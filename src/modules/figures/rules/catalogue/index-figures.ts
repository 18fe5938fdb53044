import type { Text } from '#kernel/text.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { defined, measures } from './figure-words.ts';

function scored(id: string, name: Text, of: Text, legalBasis: string, decimals: number): FigureDefinition {
  return defined({
    id,
    name,
    measure: measures.point,
    definition: {
      vi: `${of.vi}: của đơn vị được hỏi khi đơn vị đó được chấm; của Thành phố là trung bình cộng các đơn vị được xếp hạng.`,
      en: `${of.en}: of the unit asked where it is scored itself; of the city the mean of all units that are ranked.`,
    },
    legalBasis,
    source: { from: 'registers' },
    dimensions: [],
    decimals,
  });
}

/** Kết quả các bộ chỉ số: scored by the module of indices, whose frames name the figure they feed. */
export const indexFigures: readonly FigureDefinition[] = [
  scored(
    'indices.procedures',
    {
      vi: 'Điểm giải quyết thủ tục hành chính (Thông tư 01/2018)',
      en: 'Score of settling procedures (Circular 01/2018)',
    },
    {
      vi: 'Điểm theo chín chỉ số của Thông tư 01/2018, tính từ nhật ký trong kỳ',
      en: 'Score by the nine indicators of Circular 01/2018, from the journals of the period',
    },
    'Thông tư 01/2018/TT-VPCP, Điều 13–15',
    1,
  ),
  scored(
    'indices.service',
    { vi: 'Điểm chất lượng phục vụ (Quyết định 766)', en: 'Score of service quality (Decision 766)' },
    {
      vi: 'Điểm theo bộ chỉ số thời gian thực của Quyết định 766, tính từ nhật ký trong kỳ',
      en: 'Score by the real-time set of Decision 766, from the journals of the period',
    },
    'Quyết định 766/QĐ-TTg ngày 23/6/2022',
    1,
  ),
  scored(
    'indices.reform',
    {
      vi: 'Điểm chỉ số cải cách hành chính của sở, quận, huyện',
      en: 'Score in the reform index of departments and districts',
    },
    {
      vi: 'Điểm của đợt đánh giá đã công bố, có kỳ kết thúc trong khoảng thời gian được hỏi',
      en: 'Score of the published round whose period ends within the days asked',
    },
    'Quyết định 4210/QĐ-UBND ngày 20/9/2021',
    2,
  ),
];
