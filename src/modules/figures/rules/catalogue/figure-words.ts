import type { Text } from '#kernel/text.ts';
import type { FigureDefinition, FigureDimension } from '../figure-definition.ts';

/** Units of measure. */
export const measures = {
  dossier: { vi: 'hồ sơ', en: 'dossiers' },
  leg: { vi: 'phần việc', en: 'parts' },
  percent: { vi: '%', en: '%' },
  point: { vi: 'điểm', en: 'points' },
  procedure: { vi: 'thủ tục', en: 'procedures' },
  unit: { vi: 'đơn vị', en: 'units' },
  ward: { vi: 'phường', en: 'wards' },
  feedback: { vi: 'phản ánh, kiến nghị', en: 'items of feedback' },
  task: { vi: 'nhiệm vụ', en: 'tasks' },
  report: { vi: 'báo cáo', en: 'reports' },
  inspection: { vi: 'cuộc kiểm tra', en: 'inspections' },
  document: { vi: 'văn bản', en: 'documents' },
  provision: { vi: 'nội dung', en: 'provisions' },
  initiative: { vi: 'sáng kiến', en: 'initiatives' },
  class: { vi: 'lớp', en: 'classes' },
  learner: { vi: 'lượt người', en: 'learners' },
  person: { vi: 'người', en: 'people' },
  millions: { vi: 'triệu đồng', en: 'million đồng' },
  meeting: { vi: 'cuộc họp', en: 'meetings' },
  database: { vi: 'cơ sở dữ liệu', en: 'databases' },
  item: { vi: 'mục', en: 'items' },
  province: { vi: 'tỉnh, thành phố', en: 'provinces' },
  rank: { vi: 'bậc', en: 'ranks' },
} as const satisfies Readonly<Record<string, Text>>;

/** By what figures of cases can be broken down: everything a case has. */
export const everyDimension: readonly FigureDimension[] = [
  'unit',
  'branch',
  'tier',
  'field',
  'procedure',
  'channel',
  'level',
  'month',
];

/** What most definitions share; a definition says the rest. */
export function defined(
  definition: Omit<FigureDefinition, 'decimals' | 'version'> & Partial<Pick<FigureDefinition, 'decimals' | 'version'>>,
): FigureDefinition {
  return { decimals: 0, version: 1, ...definition };
}
