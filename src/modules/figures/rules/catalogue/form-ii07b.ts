import type { Text } from '#kernel/text.ts';
import type { CatalogueCount, FigureDefinition } from '../figure-definition.ts';
import { defined, measures } from './figure-words.ts';

const tiers = [
  ['city', { vi: 'cấp thành phố', en: 'of the city' }],
  ['district', { vi: 'cấp huyện', en: 'of districts' }],
  ['commune', { vi: 'cấp xã', en: 'of communes' }],
] as const;

function group(prefix: string, name: Text, how: Text, only?: CatalogueCount['only']): readonly FigureDefinition[] {
  const one = (id: string, tier?: CatalogueCount['tier'], of?: Text) =>
    defined({
      id,
      name: { vi: `${name.vi}${of ? `, ${of.vi}` : ''}`, en: `${name.en}${of ? `, ${of.en}` : ''}` },
      measure: measures.procedure,
      definition: {
        vi: `Số thủ tục hành chính ${of ? `${of.vi} ` : ''}có hiệu lực vào ngày cuối kỳ${how.vi}.`,
        en: `Administrative procedures ${of ? `${of.en} ` : ''}in force on the last day of the period${how.en}.`,
      },
      legalBasis: 'Thông tư 01/2020/TT-VPCP, biểu II.07b/VPCP/KSTT',
      source: { from: 'catalogue', count: { ...(tier ? { tier } : {}), ...(only ? { only } : {}) } },
      dimensions: [],
      isStock: true,
    });
  return [one(`ii07b.${prefix}`), ...tiers.map(([tier, of]) => one(`ii07b.${prefix}_${tier}`, tier, of))];
}

/** Biểu II.07b/VPCP/KSTT: procedures done at one-stop desks, interlinked, with approved electronic workflow, by tier. */
export const formIi07b: readonly FigureDefinition[] = [
  ...group('procedures', { vi: 'Thủ tục hành chính', en: 'Procedures' }, { vi: '', en: '' }),
  ...group(
    'one_stop',
    { vi: 'Thủ tục thực hiện tại Bộ phận Một cửa', en: 'Procedures at one-stop desks' },
    { vi: ', tiếp nhận tại Bộ phận Một cửa', en: ' that a one-stop desk receives' },
    'desk',
  ),
  ...group(
    'interlinked',
    { vi: 'Thủ tục liên thông', en: 'Interlinked procedures' },
    { vi: ', có phần việc của cơ quan khác', en: ' in which other agencies have a part' },
    'legs',
  ),
  ...group(
    'workflow',
    { vi: 'Thủ tục có quy trình nội bộ được phê duyệt', en: 'Procedures with an approved workflow' },
    {
      vi: ', có quy trình nội bộ, quy trình điện tử đã phê duyệt',
      en: ' with an approved internal, electronic workflow',
    },
    'route',
  ),
];
