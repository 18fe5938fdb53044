import type * as z from 'zod';
import type { Text } from '#kernel/text.ts';
import { feedbackInputs } from '#modules/feedback/index.ts';
import { indexInputs } from '#modules/indices/index.ts';
import { disciplinaryMeasures, inspectionFacts, inspectionInputs } from '#modules/inspections/index.ts';
import { reportingInputs } from '#modules/reports/index.ts';
import { taskInputs } from '#modules/tasks/index.ts';
import { measureWords } from '#surfaces/web/task-words.ts';
import { feedbackDefaults, feedbackFieldsOf } from '../feedback/feedback-fields.ts';
import { indexFieldsOf } from '../indices/index-fields.ts';
import { filesField } from '../moves/files-field.ts';
import type { MoveField } from '../moves/move-fields.ts';
import { reportFieldsOf } from '../reports/report-fields.ts';
import type { PlainPage } from './plain-case.ts';

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const note: MoveField = { name: 'note', kind: 'long-text', label: { vi: 'Ghi chú', en: 'Note' }, optional: true };
const summary: MoveField = { name: 'summary', kind: 'long-text', label: { vi: 'Nội dung', en: 'What it says' } };
const product = filesField({ vi: 'Tệp sản phẩm', en: 'Files of the product' });
const number: MoveField = {
  name: 'number',
  kind: 'text',
  width: 'medium',
  label: { vi: 'Số, ký hiệu văn bản', en: 'Number of the document' },
};
const colleague: MoveField = { name: 'accountId', kind: 'colleague', label: { vi: 'Giao cho', en: 'Give it to' } };
const unit = (label: Text, hint?: Text): MoveField => ({
  name: 'unitId',
  kind: 'unit',
  label,
  ...(hint ? { hint } : {}),
});

/** What each move of such a kind asks, in the order it is asked. */
const plainFields: Readonly<Record<string, readonly MoveField[]>> = {
  acknowledge: [],
  assign: [
    { ...unit({ vi: 'Phòng thực hiện', en: 'Division' }), optional: true },
    {
      ...colleague,
      optional: true,
      label: { vi: 'Người thực hiện', en: 'Person' },
      hint: { vi: 'Để trống: lãnh đạo phòng phân công tiếp.', en: 'Leave empty: the head of the division assigns it.' },
    },
  ],
  reassign: [colleague, reason],
  'report-progress': [
    summary,
    {
      name: 'percent',
      kind: 'number',
      width: 'short',
      label: { vi: 'Đã xong', en: 'Done so far' },
      unit: { vi: '%', en: '%' },
    },
  ],
  'hand-in': [
    {
      ...number,
      hint: { vi: 'Văn bản là sản phẩm: báo cáo, tờ trình, quyết định', en: 'The document that is the product' },
    },
    { name: 'on', kind: 'date', label: { vi: 'Ngày văn bản', en: 'Day of the document' } },
    summary,
    product,
  ],
  complete: [note],
  'return-work': [reason],
  'request-extension': [
    { name: 'newDueOn', kind: 'date', label: { vi: 'Xin hạn mới', en: 'New deadline asked for' } },
    reason,
  ],
  'grant-extension': [{ ...number, name: 'document', label: { vi: 'Văn bản đồng ý', en: 'Document that grants it' } }],
  'record-extension': [
    { ...number, name: 'document', label: { vi: 'Văn bản của cấp giao', en: "The giver's document" } },
  ],
  'refuse-extension': [reason],
  split: [
    { name: 'title', kind: 'text', label: { vi: 'Việc nhỏ', en: 'The part' } },
    unit({ vi: 'Đơn vị thực hiện', en: 'Unit that does it' }),
    { name: 'product', kind: 'text', label: { vi: 'Sản phẩm', en: 'Product' } },
    { name: 'answerable', kind: 'text', label: { vi: 'Người chịu trách nhiệm', en: 'Who answers for it' } },
    { name: 'dueOn', kind: 'date', label: { vi: 'Hạn', en: 'Deadline' } },
  ],
  recall: [reason],
  urge: [{ ...note, optional: undefined as never, label: { vi: 'Nội dung đôn đốc', en: 'What is urged' } }],
  'answer-part': [number, summary, product],
  decide: [
    { ...number, label: { vi: 'Số quyết định', en: 'Number of the decision' } },
    { name: 'on', kind: 'date', label: { vi: 'Ngày quyết định', en: 'Day of the decision' } },
    { name: 'leader', kind: 'text', label: { vi: 'Trưởng đoàn', en: 'Leader of the team' } },
    { name: 'members', kind: 'long-text', label: { vi: 'Thành viên', en: 'Members' }, optional: true },
  ],
  'record-minutes': [
    { name: 'on', kind: 'date', label: { vi: 'Ngày làm việc', en: 'Day of the visit' } },
    { name: 'place', kind: 'text', label: { vi: 'Tại', en: 'Place' } },
    { name: 'present', kind: 'text', label: { vi: 'Những người có mặt', en: 'Who was there' } },
    summary,
  ],
  'add-finding': [
    { name: 'what', kind: 'long-text', label: { vi: 'Việc sai', en: 'What is wrong' } },
    { name: 'evidence', kind: 'long-text', label: { vi: 'Chứng cứ', en: 'Evidence' } },
    { name: 'clause', kind: 'text', label: { vi: 'Trái với quy định nào', en: 'Against which rule' } },
    { name: 'remedy', kind: 'long-text', label: { vi: 'Yêu cầu khắc phục', en: 'What is to be done' }, optional: true },
    { name: 'dueOn', kind: 'date', label: { vi: 'Hạn khắc phục', en: 'By when' }, optional: true },
  ],
  conclude: [
    { ...number, label: { vi: 'Số kết luận', en: 'Number of the conclusion' } },
    { name: 'on', kind: 'date', label: { vi: 'Ngày kết luận', en: 'Day of the conclusion' } },
    summary,
  ],
  'record-sanction': [
    { name: 'person', kind: 'text', label: { vi: 'Người bị xử lý', en: 'Person' } },
    {
      name: 'measure',
      kind: 'choice',
      label: { vi: 'Hình thức', en: 'Measure' },
      options: disciplinaryMeasures.map((value) => ({ value, label: measureWords[value] })),
    },
    { ...number, name: 'decision', label: { vi: 'Số quyết định', en: 'Number of the decision' } },
    { name: 'on', kind: 'date', label: { vi: 'Ngày quyết định', en: 'Day of the decision' } },
  ],
  'answer-sanction': [
    { name: 'place', kind: 'number', width: 'short', label: { vi: 'Hình thức thứ mấy', en: 'Which sanction' } },
    { name: 'answer', kind: 'long-text', label: { vi: 'Lời giải trình', en: 'The answer' } },
  ],
  'close-inspection': [note],
  'call-off-inspection': [reason],
};

const answers: NonNullable<MoveField['options']> = [
  { value: 'met', label: { vi: 'Đạt', en: 'Met' } },
  { value: 'not-met', label: { vi: 'Không đạt', en: 'Not met' } },
  { value: 'not-seen', label: { vi: 'Chưa xem', en: 'Not looked at' } },
];

/** The fields of a move on this very case: minutes ask for every item of the checklist the case was opened with. */
export function fieldsOf(page: PlainPage, move: string): readonly MoveField[] {
  if (page.kind.kind === 'feedback') return feedbackFieldsOf(page, move);
  if (page.kind.kind.startsWith('index-')) return indexFieldsOf(page, move);
  if (page.kind.kind.startsWith('report')) return reportFieldsOf(page, move);
  const fields = plainFields[move] ?? [];
  if (move !== 'record-minutes') return fields;
  const { items } = inspectionFacts(page.state).checklist;
  return [
    ...fields.slice(0, 3),
    ...items.flatMap(({ id, question, clause }): MoveField[] => [
      { name: `item.${id}`, kind: 'choice', label: question, hint: { vi: clause, en: clause }, options: answers },
      {
        name: `note.${id}`,
        kind: 'text',
        label: { vi: `Ghi chú: ${question.vi}`, en: `Note: ${question.en}` },
        optional: true,
      },
    ]),
    ...fields.slice(3),
  ];
}

/** The description behind the form of a move, by the kind of the case. */
export function inputOf(kind: string, move: string) {
  const inputs: Readonly<Record<string, z.ZodType>> =
    reportingInputs[kind] ??
    indexInputs[kind] ??
    (kind === 'inspection' ? inspectionInputs : kind === 'feedback' ? feedbackInputs : taskInputs);
  return Object.hasOwn(inputs, move) ? inputs[move] : undefined;
}

/** What stands in the form before anyone types. */
export const defaultsOf = (page: PlainPage, move: string): Readonly<Record<string, string>> =>
  page.kind.kind === 'feedback' ? feedbackDefaults(page, move) : {};
