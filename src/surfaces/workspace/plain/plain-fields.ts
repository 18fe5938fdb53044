import type { Text } from '#kernel/text.ts';
import { taskInputs } from '#modules/tasks/index.ts';
import type { MoveField } from '../moves/move-fields.ts';

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const note: MoveField = { name: 'note', kind: 'long-text', label: { vi: 'Ghi chú', en: 'Note' }, optional: true };
const summary: MoveField = { name: 'summary', kind: 'long-text', label: { vi: 'Nội dung', en: 'What it says' } };
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
export const plainFields: Readonly<Record<string, readonly MoveField[]>> = {
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
  'answer-part': [number, summary],
};

/** The description behind the form of a move. */
export function inputOf(move: string) {
  return Object.hasOwn(taskInputs, move) ? taskInputs[move as keyof typeof taskInputs] : undefined;
}
