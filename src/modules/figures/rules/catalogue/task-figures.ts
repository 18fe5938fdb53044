import type { Text } from '#kernel/text.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { measures } from './figure-words.ts';
import { countedCases, shareOfCases } from './kind-figures.ts';

/** Whose tasks: what the kind says they are counted as. Those of the Party and secret ones are in no figure, not even as a number. */
const groups: readonly (readonly [id: string, as: readonly string[], of: Text])[] = [
  ['tasks.all', ['government', 'council', 'city', 'agency', 'remedy'], { vi: 'mọi cấp giao', en: 'given by anyone' }],
  [
    'tasks.government',
    ['government'],
    { vi: 'Chính phủ, Thủ tướng giao', en: 'from the Government and the Prime Minister' },
  ],
  ['tasks.council', ['council'], { vi: 'HĐND Thành phố giao', en: "from the People's Council" }],
  ['tasks.city', ['city'], { vi: 'UBND Thành phố giao', en: 'from the City' }],
  ['tasks.agency', ['agency'], { vi: 'sở, huyện, xã giao', en: 'from departments, districts and communes' }],
  ['tasks.remedy', ['remedy'], { vi: 'khắc phục sau kiểm tra', en: 'that mend what an inspection found' }],
];

function figuresOf(prefix: string, as: readonly string[], of: Text): readonly FigureDefinition[] {
  const kind = {
    measure: measures.task,
    legalBasis: 'Quyết định 42/2014/QĐ-TTg, sửa đổi bởi Quyết định 23/2018/QĐ-TTg; Quy chế làm việc của UBND Thành phố',
  };
  const task = { kind: ['task'], as, arrival: ['before', 'in-period'] } as const;
  const counted = (
    id: string,
    name: Text,
    definition: Text,
    more: Partial<Parameters<typeof countedCases>[4]>,
    isStock = false,
  ) =>
    countedCases(
      kind,
      `${prefix}.${id}`,
      { vi: `Nhiệm vụ ${of.vi}: ${name.vi}`, en: `Tasks ${of.en}: ${name.en}` },
      {
        vi: `Nhiệm vụ ${of.vi}${definition.vi}; tính cho đơn vị chủ trì.`,
        en: `Tasks ${of.en}${definition.en}; counted for the unit that leads.`,
      },
      { ...task, ...more },
      isStock,
    );
  return [
    counted(
      'total',
      { vi: 'tổng số', en: 'total' },
      {
        vi: ' trong kỳ hoặc từ kỳ trước chưa xong, không kể nhiệm vụ đã thu hồi',
        en: ' in the period or not finished before it, recalled ones left out',
      },
      { ending: ['completed', 'open'] },
    ),
    counted(
      'given',
      { vi: 'giao trong kỳ', en: 'given in the period' },
      { vi: ' trong kỳ, không kể nhiệm vụ đã thu hồi', en: ' in the period, recalled ones left out' },
      { arrival: ['in-period'], ending: ['completed', 'open'] },
    ),
    counted(
      'done',
      { vi: 'đã hoàn thành', en: 'done' },
      {
        vi: ', được người theo dõi xác nhận hoàn thành trong kỳ',
        en: ' whose follower saw the product in the period and said that they are done',
      },
      { ending: ['completed'] },
    ),
    counted(
      'done_in_time',
      { vi: 'hoàn thành đúng hạn', en: 'done in time' },
      {
        vi: ', hoàn thành trong kỳ, sản phẩm được báo cáo trong hạn đang có hiệu lực',
        en: ' done in the period, the product handed in within the deadline in force',
      },
      { ending: ['completed'], timing: ['early', 'on-time'] },
    ),
    counted(
      'done_late',
      { vi: 'hoàn thành quá hạn', en: 'done late' },
      {
        vi: ', hoàn thành trong kỳ, sản phẩm được báo cáo sau hạn đang có hiệu lực',
        en: ' done in the period, the product handed in after the deadline in force',
      },
      { ending: ['completed'], timing: ['late'] },
    ),
    counted(
      'in_progress',
      { vi: 'đang thực hiện', en: 'in progress' },
      { vi: ', chưa được xác nhận hoàn thành vào cuối kỳ', en: ' not yet said to be done at the end of the period' },
      { ending: ['open'] },
      true,
    ),
    counted(
      'in_time',
      { vi: 'đang thực hiện, trong hạn', en: 'in progress, in time' },
      {
        vi: ', đang thực hiện cuối kỳ, chưa quá hạn hoặc đã báo cáo sản phẩm trong hạn',
        en: ' in progress at the end, not past the deadline or with a product handed in before it',
      },
      { ending: ['open'], timing: ['in-time'] },
      true,
    ),
    counted(
      'overdue',
      { vi: 'đang thực hiện, quá hạn', en: 'in progress, overdue' },
      {
        vi: ', đang thực hiện cuối kỳ và đã quá hạn',
        en: ' in progress at the end and past the deadline',
      },
      { ending: ['open'], timing: ['overdue'] },
      true,
    ),
    counted(
      'late_by_first',
      { vi: 'quá hạn giao ban đầu', en: 'late by the first deadline' },
      {
        vi: ', hoàn thành hoặc đang thực hiện mà đã quá hạn giao ban đầu, dù có được gia hạn',
        en: ' done or in progress and past the deadline first given, whatever was extended',
      },
      { ending: ['completed', 'open'], lateByFirst: [true] },
    ),
    shareOfCases(
      kind,
      `${prefix}.done_share`,
      { vi: `Tỷ lệ nhiệm vụ ${of.vi} đã hoàn thành`, en: `Share of tasks ${of.en} that are done` },
      {
        vi: `Nhiệm vụ ${of.vi} đã hoàn thành trên tổng số, làm tròn một chữ số thập phân.`,
        en: `Tasks ${of.en} that are done, of all, to one decimal.`,
      },
      [`${prefix}.done`],
      [`${prefix}.total`],
    ),
    shareOfCases(
      kind,
      `${prefix}.in_time_share`,
      { vi: `Tỷ lệ đúng hạn, nhiệm vụ ${of.vi}`, en: `Share in time of tasks ${of.en}` },
      {
        vi: 'Hoàn thành đúng hạn trên tổng số đã hoàn thành cộng số đang quá hạn: nhiệm vụ chưa xong mà quá hạn cũng bị tính.',
        en: 'Done in time of all done and all overdue: one that is late and not yet done counts too.',
      },
      [`${prefix}.done_in_time`],
      [`${prefix}.done`, `${prefix}.overdue`],
    ),
  ];
}

/** Nhiệm vụ được giao: the four official states, against the deadline in force and the first one, by who gave them. */
export const taskFigures: readonly FigureDefinition[] = groups.flatMap(([prefix, as, of]) => figuresOf(prefix, as, of));

/** The groups of tasks, of each of which the same must hold. */
export const taskGroups: readonly string[] = groups.map(([prefix]) => prefix);
