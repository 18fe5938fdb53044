import type { RefusalCatalogue } from '#kernel/result.ts';

/** Every "no" of the registers. `label` and `labelEn` are the words of the field. Codes are published and never reused. */
export const registerRefusals = {
  'register-not-found': {
    status: 404,
    vi: 'Không có sổ này, hoặc sổ không công khai.',
    en: 'There is no such register, or it is not public.',
  },
  'register-entry-not-found': {
    status: 404,
    vi: 'Sổ không có mục này, hoặc mục này của đơn vị khác.',
    en: 'The register has no such entry, or it is another agency’s.',
  },
  'register-not-yours': {
    status: 403,
    vi: 'Vị trí của bạn không ghi sổ này cho đơn vị đó. Hãy chọn đơn vị của bạn, hoặc đề nghị đơn vị phụ trách sổ ghi.',
    en: 'Your post does not write this register for that agency. Choose your own agency, or ask who keeps the register.',
  },
  'register-approval-not-yours': {
    status: 403,
    vi: 'Vị trí của bạn không duyệt sổ này cho đơn vị đó.',
    en: 'Your post does not approve entries of this register for that agency.',
  },
  'register-own-approval': {
    status: 403,
    vi: 'Người ghi không tự duyệt mục mình ghi: mục này do người có thẩm quyền khác duyệt.',
    en: 'Nobody approves what they wrote themselves: someone else with the power approves this entry.',
  },
  'register-unit-wrong': {
    status: 422,
    vi: 'Sổ này không ghi cho “{unit}”. Chọn một cơ quan thuộc loại mà sổ quy định.',
    en: 'This register holds no entries about “{unit}”. Choose an agency of a kind the register is kept for.',
  },
  'register-value-missing': {
    status: 422,
    vi: 'Chưa ghi “{label}”.',
    en: '“{labelEn}” is missing.',
  },
  'register-value-wrong': {
    status: 422,
    vi: 'Không hiểu “{given}” ở mục “{label}”. {expected}',
    en: '“{given}” at “{labelEn}” cannot be read. {expectedEn}',
  },
  'register-value-low': {
    status: 422,
    vi: '“{label}” không được nhỏ hơn {limit}.',
    en: '“{labelEn}” may not be less than {limit}.',
  },
  'register-value-high': {
    status: 422,
    vi: '“{label}” không được lớn hơn {limit}.',
    en: '“{labelEn}” may not be more than {limit}.',
  },
  'register-value-long': {
    status: 422,
    vi: '“{label}” dài quá: nhiều nhất {limit}.',
    en: '“{labelEn}” is too long: at most {limit}.',
  },
  'register-field-unknown': {
    status: 422,
    vi: 'Sổ này không có mục “{name}”.',
    en: 'This register has no field “{name}”.',
  },
  'register-check-broken': {
    status: 422,
    vi: '{sentence}',
    en: '{sentenceEn}',
  },
  'register-duplicate': {
    status: 409,
    vi: 'Mục này đã có trong sổ (trùng {fields}). Hãy mở mục đã có và sửa, không ghi lần thứ hai.',
    en: 'This is in the register already (the same {fieldsEn}). Open the entry that is there and correct it.',
  },
  'register-evidence-missing': {
    status: 422,
    vi: 'Sổ này cần tệp kèm theo: {label}.',
    en: 'This register needs a file: {labelEn}.',
  },
  'register-reason-missing': {
    status: 422,
    vi: 'Ghi rõ lý do: lý do được lưu cùng lần sửa.',
    en: 'Say why: the reason is kept with the change.',
  },
  'register-nothing-changed': {
    status: 422,
    vi: 'Chưa có gì khác so với bản đang có.',
    en: 'Nothing differs from what is there.',
  },
  'register-entry-changed': {
    status: 409,
    vi: 'Người khác vừa thay đổi mục này. Tải lại trang để xem bản mới rồi làm lại.',
    en: 'Someone else has just changed this entry. Reload the page to see it, then try again.',
  },
  'register-entry-withdrawn': {
    status: 409,
    vi: 'Mục này đã rút khỏi sổ nên không sửa được nữa. Nếu cần, hãy ghi mục mới.',
    en: 'This entry was withdrawn and cannot be changed. Record a new one if needed.',
  },
  'register-entry-not-proposed': {
    status: 409,
    vi: 'Mục này không chờ duyệt.',
    en: 'This entry does not wait for approval.',
  },
  'register-import-columns-missing': {
    status: 422,
    vi: 'Dòng đầu của tệp thiếu cột: {columns}. Tải mẫu của sổ để có đủ cột.',
    en: 'The first row of the file lacks the columns: {columnsEn}. Download the template of the register.',
  },
  'register-import-no-rows': {
    status: 422,
    vi: 'Tệp này chỉ có dòng tiêu đề.',
    en: 'This file has a heading and nothing below it.',
  },
  'register-import-column-twice': {
    status: 422,
    vi: 'Tệp có hai cột “{label}”. Giữ lại một cột.',
    en: 'The file has two columns “{labelEn}”. Keep one of them.',
  },
  'register-import-cell-formula': {
    status: 422,
    vi: 'Ô “{label}” là công thức. Hãy dán giá trị (Paste Special, Values) vào ô.',
    en: 'The cell “{labelEn}” is a formula. Paste its value (Paste Special, Values) instead.',
  },
  'register-import-cell-merged': {
    status: 422,
    vi: 'Ô “{label}” bị gộp với ô khác. Hãy bỏ gộp và ghi giá trị vào từng dòng.',
    en: 'The cell “{labelEn}” is merged with others. Unmerge it and write the value into each row.',
  },
  'register-import-cell-error': {
    status: 422,
    vi: 'Ô “{label}” đang báo lỗi của bảng tính.',
    en: 'The cell “{labelEn}” shows an error of the spreadsheet.',
  },
  'register-import-row-twice': {
    status: 422,
    vi: 'Dòng này trùng với dòng {other} trong cùng tệp ({fields}).',
    en: 'This row is the same as row {other} of the file ({fieldsEn}).',
  },
  'register-import-unit-unknown': {
    status: 422,
    vi: 'Không tìm thấy đơn vị “{given}”, hoặc có nhiều đơn vị cùng tên. Ghi tên đầy đủ kèm cấp trên, ví dụ “Phường Cống Vị, Quận Ba Đình”.',
    en: 'There is no agency “{given}”, or several bear that name. Write it with the one above: “Phường Cống Vị, Quận Ba Đình”.',
  },
  'register-import-not-found': {
    status: 404,
    vi: 'Không có lần nhập này, hoặc của người khác. Gửi lại tệp.',
    en: 'There is no such import, or it is someone else’s. Send the file again.',
  },
  'register-import-nothing-good': {
    status: 422,
    vi: 'Tệp này không có dòng nào nhập được.',
    en: 'No row of this file can be entered.',
  },
} as const satisfies RefusalCatalogue;

export type RegisterRefusal = keyof typeof registerRefusals;
