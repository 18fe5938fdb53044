import type { Text } from '#kernel/text.ts';
import type { MoveWithInput } from '#modules/dossiers/index.ts';

/** One thing a move asks of whoever makes it; `name` is its name in the description of the move. */
export interface MoveField {
  readonly name: string;
  readonly label: Text;
  readonly kind:
    | 'text'
    | 'long-text'
    | 'date'
    | 'number'
    | 'choice'
    | 'select'
    | 'colleague'
    | 'unit'
    | 'branch'
    | 'items'
    | 'answer-files'
    | 'photos'
    | 'files'
    | 'originals';
  readonly hint?: Text;
  readonly optional?: true;
  readonly width?: 'short' | 'medium';
  readonly options?: readonly { readonly value: string; readonly label: Text }[];
  readonly unit?: Text;
}

const reason: MoveField = { name: 'reason', kind: 'long-text', label: { vi: 'Lý do', en: 'Reason' } };
const clause: MoveField = {
  name: 'clause',
  kind: 'text',
  label: { vi: 'Căn cứ pháp luật', en: 'Clause of law' },
  hint: { vi: 'Điều, khoản, văn bản', en: 'Article, clause, document' },
};
const note: MoveField = { name: 'note', kind: 'long-text', label: { vi: 'Ghi chú', en: 'Note' }, optional: true };
const colleague: MoveField = {
  name: 'accountId',
  kind: 'colleague',
  label: { vi: 'Giao cho', en: 'Give it to' },
};
const from: MoveField = { name: 'from', kind: 'date', label: { vi: 'Từ ngày', en: 'From' } };
const to: MoveField = { name: 'to', kind: 'date', label: { vi: 'Đến hết ngày', en: 'To the end of' } };
const basis: MoveField = {
  name: 'basis',
  kind: 'text',
  label: { vi: 'Căn cứ', en: 'Basis' },
  hint: { vi: 'Số, ngày của quyết định hoặc thông báo', en: 'Number and day of the decision or notice' },
};
const branch: MoveField = { name: 'branchId', kind: 'branch', label: { vi: 'Phần việc', en: 'Which part' } };
const items: MoveField = { name: 'items', kind: 'items', label: { vi: 'Cần bổ sung', en: 'What is missing' } };

const directions: MoveField['options'] = [
  { value: 'out', label: { vi: 'Trả kết quả đến nhà', en: 'The result to the home' } },
  { value: 'in', label: { vi: 'Lấy giấy tờ gửi đến cơ quan', en: 'Papers to the agency' } },
];
const parcel: readonly MoveField[] = [
  { name: 'shipmentNumber', kind: 'text', width: 'medium', label: { vi: 'Số hiệu bưu gửi', en: 'Parcel number' } },
  { name: 'postman', kind: 'text', label: { vi: 'Nhân viên bưu chính ký', en: 'Postman who signs' } },
  { name: 'postmanCard', kind: 'text', width: 'medium', label: { vi: 'Số thẻ nhân viên', en: 'Card number' } },
];

/** What each move asks, in the order it is asked. */
export const moveFields: Readonly<Record<MoveWithInput, readonly MoveField[]>> = {
  'ask-supplement': [items],
  refuse: [reason, clause],
  'answer-supplement': [
    { name: 'papers', kind: 'answer-files', label: { vi: 'Giấy tờ bổ sung', en: 'Papers handed in' }, optional: true },
    note,
  ],
  forward: [
    {
      ...note,
      label: { vi: 'Ghi chú cho nơi nhận', en: 'Note to the receiver' },
      hint: { vi: 'Ví dụ: kèm 02 bản chính', en: 'For example: with two originals' },
    },
  ],
  'take-over': [],
  'decline-hand-over': [reason],
  assign: [colleague],
  reassign: [colleague, reason],
  'start-verification': [reason],
  'record-verification': [
    { name: 'where', kind: 'text', label: { vi: 'Nơi xác minh', en: 'Where' } },
    {
      name: 'when',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Thời gian', en: 'When' },
      hint: { vi: 'Ví dụ 09:00 ngày 08/11/2021', en: 'For example 09:00 on 08/11/2021' },
    },
    { name: 'who', kind: 'text', label: { vi: 'Những người có mặt', en: 'Who was there' } },
    { name: 'found', kind: 'long-text', label: { vi: 'Kết quả xác minh', en: 'What was found' } },
  ],
  'record-presence': [
    { name: 'parties', kind: 'text', label: { vi: 'Các bên có mặt', en: 'Parties present' } },
    { name: 'where', kind: 'text', label: { vi: 'Nơi ký', en: 'Where they signed' } },
  ],
  'propose-supplement': [items],
  propose: [
    {
      name: 'outcome',
      kind: 'choice',
      label: { vi: 'Đề xuất', en: 'Proposal' },
      options: [
        { value: 'grant', label: { vi: 'Giải quyết theo yêu cầu', en: 'Grant' } },
        { value: 'refuse', label: { vi: 'Không giải quyết', en: 'Turn down' } },
      ],
    },
    { name: 'summary', kind: 'long-text', label: { vi: 'Tóm tắt thẩm định', en: 'Summary of the examination' } },
    {
      ...reason,
      optional: true,
      hint: { vi: 'Bắt buộc khi đề xuất không giải quyết', en: 'Needed when you propose to turn it down' },
    },
    { ...clause, optional: true },
  ],
  approve: [note],
  'send-back': [{ ...reason, label: { vi: 'Cần làm lại những gì', en: 'What must be done again' } }],
  // in which form is derived and shown, not asked
  sign: [],
  issue: [
    {
      name: 'number',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Số, ký hiệu văn bản', en: 'Number of the document' },
    },
  ],
  'request-payment': [
    { name: 'amount', kind: 'number', label: { vi: 'Số tiền', en: 'Amount' }, unit: { vi: 'đồng', en: 'VND' } },
    basis,
  ],
  'confirm-payment': [
    { name: 'receiptNumber', kind: 'text', width: 'medium', label: { vi: 'Số biên lai', en: 'Receipt number' } },
  ],
  'post-publicly': [from, to, basis],
  'record-outage': [from, to, basis],
  apologise: [
    { ...reason, label: { vi: 'Lý do chậm', en: 'Why it is late' } },
    {
      name: 'letterNumber',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Số thư xin lỗi', en: 'Number of the letter' },
      hint: {
        vi: 'Để trống thì lấy số của phiếu trong sổ của cơ quan',
        en: 'Left empty, the slip takes its number from the book of the agency',
      },
      optional: true,
    },
    {
      name: 'newDueOn',
      kind: 'date',
      label: { vi: 'Ngày hẹn mới', en: 'New due day' },
      hint: { vi: 'Ngày làm việc, ví dụ 30/11/2021', en: 'A working day, for example 30/11/2021' },
    },
  ],
  reappoint: [],
  'correct-end': [
    {
      name: 'endedOn',
      kind: 'date',
      label: { vi: 'Ngày có kết quả thực tế', en: 'The day the result was ready' },
      hint: { vi: 'Không trước ngày tiếp nhận, không sau hôm nay', en: 'Not before the acceptance, not after today' },
    },
    {
      name: 'document',
      kind: 'text',
      label: { vi: 'Văn bản chứng minh', en: 'The paper that shows it' },
      hint: { vi: 'Số, ngày của kết quả hoặc biên bản', en: 'Number and day of the result or the record' },
    },
    { ...reason, label: { vi: 'Vì sao nhật ký ghi khác', en: 'Why the journal says otherwise' } },
  ],
  'order-post': [
    { name: 'direction', kind: 'choice', label: { vi: 'Chiều gửi', en: 'Direction' }, options: directions },
    { name: 'recipient', kind: 'text', label: { vi: 'Họ tên người gửi hoặc nhận', en: 'Who sends or receives' } },
    { name: 'address', kind: 'text', label: { vi: 'Địa chỉ', en: 'Address' } },
    { name: 'phone', kind: 'text', width: 'medium', label: { vi: 'Điện thoại', en: 'Telephone' } },
  ],
  'hand-to-post': [
    ...parcel,
    {
      name: 'cashOnDelivery',
      kind: 'number',
      optional: true,
      label: { vi: 'Tiền nhờ bưu chính thu hộ', en: 'Cash to collect' },
      unit: { vi: 'đồng', en: 'VND' },
    },
  ],
  'take-from-post': parcel,
  'record-post': [
    { name: 'direction', kind: 'choice', label: { vi: 'Bưu gửi', en: 'Parcel' }, options: directions },
    {
      name: 'event',
      kind: 'choice',
      label: { vi: 'Bưu chính báo', en: 'The operator tells' },
      options: [
        { value: 'collected', label: { vi: 'Đã nhận từ công dân', en: 'Collected from the citizen' } },
        { value: 'in-transit', label: { vi: 'Đang trên đường', en: 'On its way' } },
        { value: 'out-for-delivery', label: { vi: 'Đang đi phát', en: 'Out for delivery' } },
        { value: 'attempt-failed', label: { vi: 'Phát chưa được', en: 'Delivery failed' } },
        { value: 'delivered', label: { vi: 'Đã phát', en: 'Delivered' } },
        { value: 'returned-to-sender', label: { vi: 'Chuyển hoàn', en: 'Returned to sender' } },
        { value: 'lost', label: { vi: 'Bị mất', en: 'Lost' } },
      ],
    },
    { name: 'place', kind: 'text', optional: true, label: { vi: 'Nơi, ghi chú', en: 'Place, note' } },
    {
      name: 'receivedBy',
      kind: 'text',
      optional: true,
      label: { vi: 'Người nhận', en: 'Received by' },
      hint: { vi: 'Bắt buộc khi đã phát', en: 'Needed when delivered' },
    },
    {
      name: 'cashCollected',
      kind: 'number',
      optional: true,
      label: { vi: 'Tiền đã thu hộ', en: 'Cash collected' },
      unit: { vi: 'đồng', en: 'VND' },
    },
  ],
  'record-remittance': [
    { name: 'number', kind: 'text', width: 'medium', label: { vi: 'Số chứng từ nộp tiền', en: 'Voucher number' } },
  ],
  consult: [
    { name: 'unitId', kind: 'unit', label: { vi: 'Nơi được hỏi', en: 'Whom you ask' } },
    { name: 'question', kind: 'long-text', label: { vi: 'Nội dung cần ý kiến', en: 'What you ask' } },
    {
      name: 'days',
      kind: 'number',
      label: { vi: 'Thời hạn trả lời', en: 'Time to answer' },
      unit: { vi: 'ngày làm việc', en: 'working days' },
      hint: { vi: 'Từ 1 đến 30', en: '1 to 30' },
    },
  ],
  'call-off': [branch, reason],
  'ask-again': [branch, reason],
  'send-again': [note],
  'answer-consultation': [
    {
      name: 'opinion',
      kind: 'choice',
      label: { vi: 'Ý kiến', en: 'Opinion' },
      options: [
        { value: 'agree', label: { vi: 'Đồng ý', en: 'We agree' } },
        { value: 'agree-with-conditions', label: { vi: 'Đồng ý, kèm điều kiện', en: 'We agree on conditions' } },
        { value: 'disagree', label: { vi: 'Không đồng ý', en: 'We do not agree' } },
      ],
    },
    { name: 'text', kind: 'long-text', label: { vi: 'Nội dung ý kiến', en: 'The opinion' } },
  ],
  'record-sending': [
    {
      name: 'number',
      kind: 'text',
      width: 'medium',
      label: { vi: 'Số văn bản gửi đi', en: 'Number of what was sent' },
    },
    { name: 'sentOn', kind: 'date', label: { vi: 'Ngày gửi', en: 'Day it was sent' } },
  ],
  'record-answer': [
    {
      name: 'outcome',
      kind: 'choice',
      label: { vi: 'Trả lời', en: 'Answer' },
      options: [
        { value: 'positive', label: { vi: 'Đồng ý, đã thực hiện', en: 'Yes, it is done' } },
        { value: 'negative', label: { vi: 'Không đồng ý, không thực hiện được', en: 'No, it cannot be done' } },
      ],
    },
    { name: 'number', kind: 'text', width: 'medium', label: { vi: 'Số văn bản trả lời', en: 'Number of the answer' } },
    { name: 'answeredOn', kind: 'date', label: { vi: 'Ngày văn bản', en: 'Day on the answer' } },
    { name: 'text', kind: 'long-text', label: { vi: 'Nội dung', en: 'Content' }, optional: true },
  ],
  urge: [{ name: 'note', kind: 'long-text', label: { vi: 'Nội dung đôn đốc', en: 'What you ask for' } }],
  withdraw: [{ ...reason, optional: true, label: { vi: 'Lý do công dân rút', en: 'Why the person withdraws' } }],
  discontinue: [reason, clause],
  'return-result': [
    { name: 'receivedBy', kind: 'text', label: { vi: 'Người nhận', en: 'Received by' } },
    {
      name: 'method',
      kind: 'choice',
      label: { vi: 'Cách trả', en: 'How' },
      options: [
        { value: 'desk', label: { vi: 'Tại quầy', en: 'At the desk' } },
        { value: 'post', label: { vi: 'Qua bưu chính', en: 'By post' } },
        { value: 'online', label: { vi: 'Trực tuyến', en: 'Online' } },
      ],
    },
    {
      name: 'originalsReturned',
      kind: 'originals',
      label: { vi: 'Bản chính đã trả cho công dân', en: 'Originals given back' },
    },
  ],
};

/** Moves that need nothing said: one press on the page of the case. */
export const oneClickMoves: readonly string[] = ['take-over', 'reappoint'];
