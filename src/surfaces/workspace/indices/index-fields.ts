import { concerning, objectionOutcomes, type RoundCasePage, selfScored, sheetFacts } from '#modules/indices/index.ts';
import { outcomeWords } from '#surfaces/web/criterion-story.tsx';
import type { MoveField } from '../moves/move-fields.ts';
import type { PlainPage } from '../plain/plain-case.ts';

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const note: MoveField = { name: 'note', kind: 'long-text', label: { vi: 'Ghi chú', en: 'Note' }, optional: true };

const fields: Readonly<Record<string, readonly MoveField[]>> = {
  'call-off-round': [reason],
  'return-sheet': [{ ...reason, label: { vi: 'Cần bổ sung gì', en: 'What is missing' } }],
  urge: [
    { name: 'note', kind: 'long-text', label: { vi: 'Nội dung đôn đốc', en: 'What is urged' } },
    { ...note, name: 'document', kind: 'text', label: { vi: 'Số văn bản', en: 'Number of the letter' } },
  ],
};

/** What a score asks for beside the points themselves. */
export const evidenceFields: readonly MoveField[] = [
  {
    name: 'document',
    kind: 'text',
    optional: true,
    label: { vi: 'Số, ngày văn bản', en: 'Number and day of a document' },
    hint: { vi: 'Ví dụ: 12/KH-UBND ngày 05/01/2021', en: 'For example 12/KH-UBND of 05/01/2021' },
  },
  {
    name: 'entry',
    kind: 'text',
    optional: true,
    label: { vi: 'Mục trong sổ số liệu', en: 'Entry of a register' },
    hint: { vi: 'Tên sổ và mục, hoặc địa chỉ trang của mục', en: 'Register and entry, or the address of its page' },
  },
  { name: 'files', kind: 'photos', optional: true, label: { vi: 'Tệp minh chứng', en: 'Files' } },
];

/** The fields of a move of a round: criteria are those of this very sheet. */
export function indexFieldsOf(page: PlainPage, move: string): readonly MoveField[] {
  const { round, state } = page as unknown as RoundCasePage;
  if (state.kind !== 'index-sheet') return fields[move] ?? [];
  const { groupId, objections = [] } = sheetFacts(state);
  const criterion = (
    ids: readonly { readonly id: string; readonly name: { vi: string; en: string } }[],
  ): MoveField => ({
    name: 'criterionId',
    kind: 'select',
    label: { vi: 'Tiêu chí', en: 'Criterion' },
    options: ids.map(({ id, name }) => ({ value: id, label: { vi: `${id} ${name.vi}`, en: `${id} ${name.en}` } })),
  });
  const of = concerning(round.frame, groupId);
  const objected = (id: string) => objections.find(({ criterionId }) => criterionId === id);
  if (move === 'score-criterion' || move === 'appraise-sheet')
    return [criterion(selfScored(round.frame, groupId)), reason, ...evidenceFields];
  if (move === 'object-criterion')
    return [
      criterion(of.filter(({ id, scoring }) => scoring.by !== 'register' && !objected(id))),
      { ...reason, label: { vi: 'Chưa đúng ở đâu, theo tài liệu nào', en: 'What is wrong, by which record' } },
    ];
  if (move === 'answer-criterion')
    return [
      criterion(of.filter(({ id }) => objected(id) && objected(id)?.outcome === undefined)),
      {
        name: 'outcome',
        kind: 'choice',
        label: { vi: 'Kết luận', en: 'Outcome' },
        options: objectionOutcomes.map((value) => ({ value, label: outcomeWords[value] })),
      },
      {
        name: 'points',
        kind: 'text',
        width: 'short',
        optional: true,
        label: { vi: 'Điểm mới', en: 'New points' },
        hint: { vi: 'Chỉ khi cho điểm khác, ví dụ 0,75', en: 'Only with other points, for example 0.75' },
      },
      { name: 'answer', kind: 'long-text', label: { vi: 'Trả lời', en: 'Answer' } },
    ];
  return fields[move] ?? [];
}
