import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of reports: bindings that do not hold, with where; files that cannot be checked. */
export const reportRefusals = {
  'binding-not-closed': {
    status: 422,
    vi: '{place}: chỗ gắn số liệu “{written}” thiếu dấu đóng “}}”.',
    en: '{place}: the bound figure “{written}” lacks its closing “}}”.',
  },
  'binding-figure-unknown': {
    status: 422,
    vi: '{place}: danh mục không có chỉ tiêu “{word}” (trong “{written}”).',
    en: '{place}: the catalogue has no figure “{word}” (in “{written}”).',
  },
  'binding-clause-unknown': {
    status: 422,
    vi: '{place}: không hiểu “{word}” (trong “{written}”).',
    en: '{place}: “{word}” is not understood (in “{written}”).',
  },
  'binding-said-twice': {
    status: 422,
    vi: '{place}: “{word}” nói thêm điều đã nói trong “{written}”.',
    en: '{place}: “{word}” says again what “{written}” says already.',
  },
  'binding-span-unknown': {
    status: 422,
    vi: '{place}: báo cáo không có khoảng thời gian “{word}” (trong “{written}”).',
    en: '{place}: the report has no span “{word}” (in “{written}”).',
  },
  'binding-unit-unknown': {
    status: 422,
    vi: '{place}: không có đơn vị “{word}” (trong “{written}”).',
    en: '{place}: there is no unit “{word}” (in “{written}”).',
  },
  'binding-not-by': {
    status: 422,
    vi: '{place}: chỉ tiêu này không chia được theo “{word}” (trong “{written}”).',
    en: '{place}: this figure cannot be told apart by “{word}” (in “{written}”).',
  },
} as const satisfies RefusalCatalogue;

export type ReportRefusal = keyof typeof reportRefusals;

/** The refusals of reporting: periods, parts of units, texts, opinions, signing. */
export const reportingRefusals = {
  'regime-unknown': {
    status: 422,
    vi: 'Không có chế độ báo cáo này, hoặc chế độ chưa có hiệu lực.',
    en: 'There is no such regime, or it is not in force.',
  },
  'reporting-not-yours': {
    status: 403,
    vi: 'Chỉ đơn vị chủ trì tổng hợp của chế độ này mở kỳ báo cáo.',
    en: 'Only the unit that gathers the reports of this regime opens a period.',
  },
  'reporting-period-wrong': {
    status: 422,
    vi: 'Ngày đầu kỳ phải trước ngày cuối kỳ, và ngày cuối kỳ không ở tương lai.',
    en: 'A period begins before it ends, and has begun to end.',
  },
  'reporting-day-wrong': {
    status: 422,
    vi: 'Hạn phải là một ngày làm việc từ hôm nay trở đi.',
    en: 'The deadline must be a working day from today on.',
  },
  'reporters-missing': {
    status: 422,
    vi: 'Chọn ít nhất một nhóm đơn vị phải báo cáo.',
    en: 'Choose at least one group of units that report.',
  },
  'figure-is-counted': {
    status: 409,
    vi: 'Chỉ tiêu này do hệ thống đếm, không nhập tay. Nếu thấy sai, hãy phản đối và nêu lý do.',
    en: 'This figure is counted and is never typed. Object to it with a reason if it is wrong.',
  },
  'figure-not-on-sheet': {
    status: 422,
    vi: 'Biểu của đơn vị không có chỉ tiêu này.',
    en: 'The sheet has no such figure.',
  },
  'objection-made-already': {
    status: 409,
    vi: 'Chỉ tiêu này đã có phản đối đang chờ trả lời.',
    en: 'An objection to this figure waits for its answer.',
  },
  'objection-unknown': {
    status: 404,
    vi: 'Không có phản đối nào đang chờ trả lời về chỉ tiêu này.',
    en: 'No objection to this figure waits for an answer.',
  },
  'objections-open': {
    status: 409,
    vi: 'Còn phản đối số liệu chưa được trả lời; nhận phần báo cáo sau khi trả lời.',
    en: 'An objection is not answered yet; the part is accepted after that.',
  },
  'typed-figures-missing': {
    status: 422,
    vi: 'Chưa nhập: {names}. Mỗi số nhập tay cần văn bản chứng minh; không có thì nhập 0.',
    en: 'Not entered yet: {names}. Each needs its evidence; enter 0 where there is none.',
  },
  'narrative-missing': {
    status: 422,
    vi: 'Chưa viết lời báo cáo cho mục nào; ghi ít nhất một mục rồi gửi.',
    en: 'Nothing is written for any section; write at least one.',
  },
  'report-text-changed': {
    status: 409,
    vi: 'Có người vừa sửa văn bản này. Xem lại rồi sửa tiếp.',
    en: 'Somebody has just changed this text. Look again, then go on.',
  },
  'report-text-closed': {
    status: 409,
    vi: 'Chỉ sửa văn bản khi báo cáo đang tổng hợp hoặc đang lấy ý kiến.',
    en: 'The text changes only while the report is being written or is with members.',
  },
  'report-text-not-yours': {
    status: 403,
    vi: 'Chỉ đơn vị chủ trì tổng hợp sửa văn bản báo cáo.',
    en: 'Only the unit that gathers the report changes its text.',
  },
  'report-block-unknown': {
    status: 404,
    vi: 'Không tìm thấy đoạn hoặc mục này trong văn bản.',
    en: 'There is no such paragraph or section.',
  },
  'report-text-empty': {
    status: 422,
    vi: 'Đoạn văn để trống. Muốn bỏ đoạn thì bấm xóa.',
    en: 'The paragraph is empty. Delete it instead.',
  },
  'opinion-members-missing': {
    status: 422,
    vi: 'Chọn ít nhất một thành viên để lấy ý kiến.',
    en: 'Choose at least one member.',
  },
  'opinion-not-late': {
    status: 409,
    vi: 'Thành viên còn thời hạn cho ý kiến.',
    en: 'The member still has time.',
  },
  'opinions-open': {
    status: 409,
    vi: 'Còn {count} ý kiến chưa có hoặc chưa được tiếp thu, giải trình.',
    en: '{count} opinions are not given or not met yet.',
  },
  'report-has-no-forms': {
    status: 404,
    vi: 'Chế độ báo cáo này không có biểu mẫu kèm theo.',
    en: 'This regime has no forms.',
  },
  'report-has-no-letter': {
    status: 404,
    vi: 'Chế độ báo cáo này không có tờ trình kèm theo.',
    en: 'A report of this regime goes without a letter.',
  },
  'report-has-no-outline': {
    status: 409,
    vi: 'Chế độ này chỉ thu biểu số liệu, chưa có đề cương để soạn văn bản.',
    en: 'This regime gathers sheets only; it has no outline yet.',
  },
  'report-not-ready': {
    status: 409,
    vi: 'Chưa ký được: còn {count} chỗ phải sửa. Chỗ đầu tiên: {place}: {what} (“{printed}”).',
    en: 'It cannot be signed: {count} places to mend. The first: {place}: {whatEn} (“{printed}”).',
  },
  'report-same-as-signed': {
    status: 409,
    vi: 'Đếm lại lúc này vẫn đúng như bản đã công bố; không có gì để điều chỉnh.',
    en: 'Counted again now it is what was published; there is nothing to restate.',
  },
} as const satisfies RefusalCatalogue;

export type ReportingRefusal = keyof typeof reportingRefusals | 'calendar-not-published';
