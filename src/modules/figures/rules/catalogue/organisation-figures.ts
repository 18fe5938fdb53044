import type { Text } from '#kernel/text.ts';
import type { CatalogueCount, FigureDefinition, OrganisationCount } from '../figure-definition.ts';
import { defined, measures } from './figure-words.ts';

function units(id: string, name: Text, count: OrganisationCount, definition: Text, measure: Text = measures.unit) {
  return defined({
    id,
    name,
    measure,
    definition,
    legalBasis: 'Luật Tổ chức chính quyền địa phương; nghị quyết về đơn vị hành chính',
    source: { from: 'organisation', count },
    dimensions: [],
    isStock: true,
  });
}

function procedures(id: string, name: Text, count: CatalogueCount, definition: Text) {
  return defined({
    id,
    name,
    measure: measures.procedure,
    definition,
    legalBasis: 'Nghị định 63/2010/NĐ-CP; Thông tư 02/2017/TT-VPCP',
    source: { from: 'catalogue', count },
    dimensions: [],
    isStock: true,
  });
}

const inForce = (of: Text): Text => ({
  vi: `Số thủ tục hành chính ${of.vi} có phiên bản đang có hiệu lực vào ngày cuối kỳ.`,
  en: `Procedures ${of.en} with a version in force on the last day of the period.`,
});

/** What there is: units in force, delegations in force, procedures in force, on the last day of the period. */
export const organisationFigures: readonly FigureDefinition[] = [
  units('org.departments', { vi: 'Sở, cơ quan tương đương Sở', en: 'Departments and equivalents' }, 'departments', {
    vi: 'Số sở và cơ quan tương đương sở đang có hiệu lực vào ngày cuối kỳ.',
    en: 'Departments and equivalent bodies in force on the last day of the period.',
  }),
  units('org.districts', { vi: 'Quận, huyện, thị xã', en: 'Districts' }, 'districts', {
    vi: 'Số quận, huyện, thị xã đang có hiệu lực vào ngày cuối kỳ.',
    en: 'Urban and rural districts and towns in force on the last day of the period.',
  }),
  units('org.communes', { vi: 'Xã, phường, thị trấn', en: 'Communes' }, 'communes', {
    vi: 'Số xã, phường, thị trấn đang có hiệu lực vào ngày cuối kỳ.',
    en: 'Wards, rural communes and townships in force on the last day of the period.',
  }),
  units(
    'delegation.wards',
    { vi: 'Phường thực hiện ủy quyền chứng thực', en: 'Wards that delegate certification' },
    'wards-delegating',
    {
      vi: 'Số phường có quyết định ủy quyền (TUQ.) ký chứng thực còn hiệu lực vào ngày cuối kỳ, theo những gì đã ghi nhận đến lúc hỏi.',
      en: 'Wards with a written delegation (TUQ.) to certify in force on the last day of the period, as recorded by the moment asked.',
    },
    measures.ward,
  ),
  units(
    'delegation.wards_total',
    { vi: 'Tổng số phường', en: 'Wards' },
    'wards',
    { vi: 'Số phường đang có hiệu lực vào ngày cuối kỳ.', en: 'Wards in force on the last day of the period.' },
    measures.ward,
  ),
  defined({
    id: 'delegation.wards_share',
    name: { vi: 'Tỷ lệ phường ủy quyền chứng thực', en: 'Share of wards that delegate certification' },
    measure: measures.percent,
    definition: {
      vi: 'Phường thực hiện ủy quyền chứng thực trên tổng số phường.',
      en: 'Wards that delegate certification of all wards.',
    },
    legalBasis: 'Nghị định 32/2021/NĐ-CP',
    source: { from: 'figures', how: { share: ['delegation.wards'], of: ['delegation.wards_total'] } },
    dimensions: [],
    decimals: 1,
    isStock: true,
  }),
  procedures(
    'procedures.offered',
    { vi: 'Thủ tục nộp được tại đây', en: 'Procedures that can be filed here' },
    {},
    inForce({ vi: 'trong danh mục của hệ thống', en: 'of the catalogue of this system' }),
  ),
  procedures(
    'procedures.online',
    { vi: 'Thủ tục ở mức độ 3, 4', en: 'Procedures at levels 3 and 4' },
    { only: 'online' },
    inForce({ vi: 'ở dịch vụ công trực tuyến mức độ 3, 4', en: 'offered online at level 3 or 4' }),
  ),
];
