import type { Text } from '#kernel/text.ts';
import type { CaseSelection } from '../case-class.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import { defined, everyDimension, measures } from './figure-words.ts';

const legs = { kind: ['leg'] } as const;

function counted(id: string, name: Text, definition: Text, where: CaseSelection, isStock = false): FigureDefinition {
  return defined({
    id,
    name,
    definition,
    measure: measures.leg,
    legalBasis: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 6, 7',
    source: { from: 'cases', where },
    dimensions: everyDimension.filter((dimension) => dimension !== 'channel'),
    ...(isStock ? { isStock } : {}),
  });
}

/** Phần việc liên thông: what other agencies do in a dossier; never added to dossiers. For a unit, those it was asked. */
export const legFigures: readonly FigureDefinition[] = [
  counted(
    'legs.received',
    { vi: 'Phần việc liên thông nhận trong kỳ', en: 'Parts received' },
    {
      vi: 'Phần việc của hồ sơ liên thông được gửi đến cơ quan phối hợp trong kỳ; không cộng vào số hồ sơ.',
      en: 'Parts of interlinked dossiers sent to a contributing agency in the period; never added to dossiers.',
    },
    { ...legs, arrival: ['in-period'] },
  ),
  counted(
    'legs.carried_over',
    { vi: 'Phần việc kỳ trước chuyển qua', en: 'Parts carried over' },
    {
      vi: 'Phần việc liên thông gửi trước kỳ và chưa xong khi kỳ bắt đầu.',
      en: 'Parts sent before the period that were not finished when it began.',
    },
    { ...legs, arrival: ['before'] },
  ),
  counted(
    'legs.answered',
    { vi: 'Phần việc đã trả lời', en: 'Parts answered' },
    { vi: 'Phần việc liên thông được trả lời trong kỳ.', en: 'Parts answered in the period.' },
    { ...legs, ending: ['answered'] },
  ),
  ...(
    [
      ['early', { vi: 'Trả lời trước hạn', en: 'Answered early' }],
      ['on_time', { vi: 'Trả lời đúng hạn', en: 'Answered on time' }],
      ['late', { vi: 'Trả lời quá hạn', en: 'Answered late' }],
    ] as const
  ).map(([timing, name]) =>
    counted(
      `legs.answered_${timing}`,
      name,
      {
        vi: `Phần việc liên thông: ${name.vi.toLowerCase()} của chính phần việc đó, trong kỳ.`,
        en: `Parts of interlinked dossiers: ${name.en.toLowerCase()} by their own clock, in the period.`,
      },
      { ...legs, ending: ['answered'], timing: [timing === 'on_time' ? 'on-time' : timing] },
    ),
  ),
  counted(
    'legs.called_off',
    { vi: 'Phần việc thu hồi', en: 'Parts called off' },
    {
      vi: 'Phần việc liên thông không cần trả lời nữa, trong kỳ.',
      en: 'Parts that nobody needed any more, in the period.',
    },
    { ...legs, ending: ['called-off'] },
  ),
  counted(
    'legs.open',
    { vi: 'Phần việc đang giải quyết', en: 'Parts open' },
    { vi: 'Phần việc liên thông chưa trả lời vào cuối kỳ.', en: 'Parts not answered at the end of the period.' },
    { ...legs, ending: ['open'] },
    true,
  ),
  counted(
    'legs.open_overdue',
    { vi: 'Phần việc quá hạn', en: 'Parts overdue' },
    {
      vi: 'Phần việc liên thông chưa trả lời vào cuối kỳ và đã quá hạn của chính nó.',
      en: 'Parts not answered at the end of the period and past their own due day.',
    },
    { ...legs, ending: ['open'], timing: ['overdue'] },
    true,
  ),
];
