import { feedbackFacts, feedbackFields, fieldOf } from '#modules/feedback/index.ts';
import type { MoveField } from '../moves/move-fields.ts';
import type { PlainPage } from '../plain/plain-case.ts';

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const reply: MoveField = { name: 'text', kind: 'long-text', label: { vi: 'Họ nói gì', en: 'What they said' } };
const colleague: MoveField = { name: 'accountId', kind: 'colleague', label: { vi: 'Giao cho', en: 'Give it to' } };
const body: MoveField = { name: 'body', kind: 'text', label: { vi: 'Nơi giải quyết', en: 'Who decides on it' } };

const yesNo: NonNullable<MoveField['options']> = [
  { value: 'no', label: { vi: 'Thường', en: 'Ordinary' } },
  { value: 'yes', label: { vi: 'Phức tạp, hạn dài hơn', en: 'Complex, with the longer limit' } },
];

const fields: Readonly<Record<string, readonly MoveField[]>> = {
  accept: [
    {
      name: 'class',
      kind: 'choice',
      label: { vi: 'Phân loại', en: 'Class' },
      options: [
        { value: 'ours', label: { vi: 'Thuộc thẩm quyền, xử lý', en: 'Ours to answer' } },
        { value: 'conduct', label: { vi: 'Về hành vi của cán bộ, công chức', en: "About an officer's conduct" } },
      ],
    },
    {
      name: 'unitId',
      kind: 'unit',
      label: { vi: 'Phòng xử lý', en: 'Unit that handles it' },
      optional: true,
      hint: { vi: 'Để trống: phòng phụ trách lĩnh vực.', en: 'Leave empty: the unit of its field.' },
    },
    { name: 'field', kind: 'choice', label: { vi: 'Lĩnh vực', en: 'Field' }, options: [] },
    { name: 'complex', kind: 'choice', label: { vi: 'Thời hạn', en: 'Limit' }, options: yesNo },
  ],
  forward: [{ name: 'agencyId', kind: 'unit', label: { vi: 'Chuyển đến', en: 'Pass on to' } }, reason],
  decline: [
    reason,
    {
      name: 'clause',
      kind: 'text',
      label: { vi: 'Căn cứ', en: 'Clause' },
      optional: true,
      hint: { vi: 'Ví dụ: Điều 7 Nghị định 20/2008/NĐ-CP', en: 'For example: art. 7 of NĐ 20/2008' },
    },
  ],
  'hand-to-law': [
    {
      name: 'law',
      kind: 'choice',
      label: { vi: 'Là', en: 'It is a' },
      options: [
        { value: 'complaint', label: { vi: 'Khiếu nại', en: 'Complaint' } },
        { value: 'denunciation', label: { vi: 'Tố cáo', en: 'Denunciation' } },
      ],
    },
    body,
    { ...reason, optional: true, label: { vi: 'Ghi chú', en: 'Note' } },
  ],
  'pass-outside': [
    body,
    { name: 'document', kind: 'text', width: 'medium', label: { vi: 'Số văn bản chuyển', en: 'Number of the letter' } },
    { ...reason, optional: true, label: { vi: 'Ghi chú cho người phản ánh', en: 'Note to the reporter' } },
  ],
  merge: [
    {
      name: 'code',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Mã phản ánh gộp vào', en: 'Code of the other one' },
      hint: { vi: 'PA-2021-000001', en: 'PA-2021-000001' },
    },
  ],
  assign: [colleague],
  reassign: [colleague, reason],
  'ask-reporter': [{ name: 'question', kind: 'long-text', label: { vi: 'Câu hỏi', en: 'Question' } }],
  'record-reply': [reply],
  'go-on': [],
  'draft-answer': [
    {
      name: 'text',
      kind: 'long-text',
      label: { vi: 'Nội dung trả lời', en: 'The answer' },
      hint: {
        vi: 'Tên, số điện thoại của người phản ánh được bỏ đi khi công khai.',
        en: "The reporters' names and numbers are taken out when it is published.",
      },
    },
    {
      name: 'number',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Số văn bản', en: 'Number of the document' },
      optional: true,
      hint: { vi: 'Phải có số văn bản hoặc ảnh.', en: 'A document or a photograph is needed.' },
    },
    { name: 'on', kind: 'date', label: { vi: 'Ngày văn bản', en: 'Day of the document' }, optional: true },
    {
      name: 'photos',
      kind: 'photos',
      label: { vi: 'Ảnh sau khi xử lý', en: 'Photographs afterwards' },
      optional: true,
    },
  ],
  approve: [],
  'return-draft': [reason],
  extend: [reason],
  urge: [
    { name: 'note', kind: 'long-text', label: { vi: 'Nội dung đôn đốc', en: 'What is urged' } },
    { name: 'document', kind: 'text', width: 'medium', label: { vi: 'Số văn bản', en: 'Document' }, optional: true },
  ],
};

/** What a move of feedback asks; where the answer is known, it stands there already. */
export function feedbackFieldsOf(page: PlainPage, move: string): readonly MoveField[] {
  const asked = fields[move] ?? [];
  if (move !== 'accept') return asked;
  const { about, field: code } = feedbackFacts(page.state);
  const field = fieldOf(code);
  const options = feedbackFields
    .filter((one) => one.about.includes(about))
    .map((one) => ({ value: one.code, label: one.name }));
  return asked.map((one) =>
    one.name === 'field'
      ? { ...one, options }
      : one.name === 'unitId' && field
        ? {
            ...one,
            hint: {
              vi: `Để trống: phòng phụ trách “${field.name.vi}”.`,
              en: `Leave empty: the unit in charge of “${field.name.en}”.`,
            },
          }
        : one,
  );
}

/** What is chosen before anyone chooses. */
export function feedbackDefaults(page: PlainPage, move: string): Readonly<Record<string, string>> {
  const { about, field, suspectedLaw } = feedbackFacts(page.state);
  if (move === 'accept') return { class: about === 'conduct' ? 'conduct' : 'ours', field, complex: 'no' };
  return move === 'hand-to-law' && suspectedLaw ? { law: suspectedLaw } : {};
}
