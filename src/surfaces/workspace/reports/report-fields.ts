import { figureDefinition } from '#modules/figures/index.ts';
import { findRegime, opinionStances, requestFacts } from '#modules/reports/index.ts';
import { filesField } from '../moves/files-field.ts';
import type { MoveField } from '../moves/move-fields.ts';
import type { PlainPage } from '../plain/plain-case.ts';
import { howWords, stanceWords } from './report-words.ts';

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const note: MoveField = { name: 'note', kind: 'long-text', label: { vi: 'Ghi chú', en: 'Note' }, optional: true };

const fields: Readonly<Record<string, readonly MoveField[]>> = {
  'return-part': [{ ...reason, label: { vi: 'Cần sửa gì', en: 'What to mend' } }],
  'take-back-report': [reason],
  'call-off-report': [reason],
  'restate-report': [
    {
      ...reason,
      label: { vi: 'Vì sao điều chỉnh', en: 'Why it is restated' },
      hint: {
        vi: 'Ví dụ: một hồ sơ nhập sai ngày được sửa sau khi ký.',
        en: 'For example: a dossier was corrected after the signing.',
      },
    },
  ],
  'give-opinion': [
    {
      name: 'stance',
      kind: 'choice',
      label: { vi: 'Ý kiến', en: 'Opinion' },
      options: opinionStances.map((value) => ({ value, label: stanceWords[value] })),
    },
    { name: 'words', kind: 'long-text', label: { vi: 'Nội dung', en: 'What it says' }, optional: true },
  ],
  'meet-opinion': [
    {
      name: 'how',
      kind: 'choice',
      label: { vi: 'Cách xử lý', en: 'How it was met' },
      options: (['taken-in', 'explained'] as const).map((value) => ({ value, label: howWords[value] })),
    },
    { name: 'answer', kind: 'long-text', label: { vi: 'Tiếp thu, giải trình', en: 'What was done, or why not' } },
  ],
  'close-unanswered': [],
  'accept-part': [],
  urge: [
    { name: 'note', kind: 'long-text', label: { vi: 'Nội dung đôn đốc', en: 'What is urged' } },
    { ...note, name: 'document', kind: 'text', label: { vi: 'Số văn bản', en: 'Number of the letter' } },
  ],
};

/** The fields of a move of reporting: figures are chosen from the sheet of this very part. */
export function reportFieldsOf({ state }: PlainPage, move: string): readonly MoveField[] {
  if (state.kind !== 'report-request') return fields[move] ?? [];
  const { regime: id, objections = [] } = requestFacts(state);
  const regime = findRegime(id);
  const figure = (options: NonNullable<MoveField['options']>): MoveField => ({
    name: 'figureId',
    kind: 'choice',
    label: { vi: 'Chỉ tiêu', en: 'Figure' },
    options,
  });
  const counted = (ids: readonly string[]) =>
    ids.map((value) => ({ value, label: figureDefinition(value)?.name ?? { vi: value, en: value } }));
  if (move === 'object-figure')
    return [
      figure(counted(regime?.sheet ?? [])),
      { ...reason, label: { vi: 'Sai ở đâu, theo tài liệu nào', en: 'What is wrong, by which record' } },
    ];
  if (move === 'answer-objection')
    return [
      figure(counted(objections.filter(({ answer }) => answer === undefined).map(({ figureId }) => figureId))),
      {
        name: 'outcome',
        kind: 'choice',
        label: { vi: 'Kết luận', en: 'Outcome' },
        options: [
          { value: 'kept', label: { vi: 'Số đếm đúng, giữ nguyên', en: 'The figure is right' } },
          { value: 'to-correct', label: { vi: 'Dữ liệu gốc phải sửa', en: 'The data behind it must be corrected' } },
        ],
      },
      { name: 'answer', kind: 'long-text', label: { vi: 'Trả lời', en: 'Answer' } },
    ];
  if (move === 'enter-figure')
    return [
      figure((regime?.typed ?? []).map(({ id: value, name }) => ({ value, label: name }))),
      { name: 'value', kind: 'number', width: 'short', label: { vi: 'Số liệu', en: 'Number' } },
      {
        name: 'evidence',
        kind: 'text',
        label: { vi: 'Văn bản chứng minh', en: 'Document that proves it' },
        hint: { vi: 'Số, ký hiệu, ngày văn bản', en: 'Its number and day' },
      },
      filesField({ vi: 'Tệp chứng minh', en: 'Files that prove it' }),
    ];
  return fields[move] ?? [];
}
