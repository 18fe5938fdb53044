import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of assigned tasks. */
export const taskRefusals = {
  'task-not-clear': {
    status: 422,
    vi: 'Nhiệm vụ chưa đủ năm rõ: thiếu {missing}. Giao việc phải rõ người, rõ việc, rõ tiến độ, rõ kết quả, rõ trách nhiệm.',
    en: 'The task is not clear: {missingEn} is missing. It must say who, what, by when, with what result, and who answers for it.',
  },
  'task-source-missing': {
    status: 422,
    vi: 'Ghi số, ngày, nơi ban hành của văn bản giao việc.',
    en: 'Give the number, the day and the issuer of the document that gives the task.',
  },
  'task-day-wrong': {
    status: 422,
    vi: 'Hạn phải là ngày làm việc, từ {from} trở đi.',
    en: 'The deadline must be a working day, from {from} on.',
  },
  'task-unit-outside': {
    status: 422,
    vi: 'Bạn không giao việc được cho đơn vị này: đơn vị không thuộc phạm vi quản lý của {agency}.',
    en: 'You cannot give a task to this unit: it is not under {agencyEn}.',
  },
  'task-not-yours-to-give': {
    status: 403,
    vi: 'Chỉ lãnh đạo, văn thư của cơ quan hoặc Văn phòng giúp việc được nhập nhiệm vụ giao.',
    en: 'Only the heads and clerks of an agency, or its office, can give tasks.',
  },
  'follower-is-doer': {
    status: 422,
    vi: 'Người theo dõi phải khác người thực hiện: chọn đơn vị hoặc chức trách khác để theo dõi.',
    en: 'The follower must not be the doer: choose another unit or post to follow it.',
  },
  'doer-never-closes': {
    status: 403,
    vi: 'Bạn đã thực hiện nhiệm vụ này nên không thể tự xác nhận kết quả. Người theo dõi khác phải xem và xác nhận.',
    en: 'You worked on this task, so you cannot say that it is done. Another follower has to see the product.',
  },
  'extension-too-late': {
    status: 409,
    vi: 'Đã hết hạn ({dueOn}) nên không gia hạn được: gia hạn phải được xin và đồng ý trước khi hết hạn.',
    en: 'The deadline ({dueOn}) is over: an extension must be asked for and granted before it.',
  },
  'extension-asked-already': {
    status: 409,
    vi: 'Đã có một đề nghị gia hạn đang chờ quyết định.',
    en: 'An extension was asked for already and waits for a decision.',
  },
  'extension-not-asked': {
    status: 409,
    vi: 'Chưa có đề nghị gia hạn nào đang chờ.',
    en: 'No extension waits for a decision.',
  },
  'extension-of-giver-only': {
    status: 409,
    vi: 'Nhiệm vụ do cơ quan trong thành phố giao: người giao tự quyết định gia hạn, không ghi thay.',
    en: 'The task was given inside the city: the giver decides the extension, nobody records it instead.',
  },
  'extension-decided-outside': {
    status: 409,
    vi: 'Nhiệm vụ do cấp trên giao: chỉ cấp giao được đổi hạn; người theo dõi ghi văn bản đồng ý của cấp giao.',
    en: 'The task was given from above: only the giver moves its deadline; the follower records their document.',
  },
  'sub-tasks-open': {
    status: 409,
    vi: 'Còn việc nhỏ chưa xong; xong hoặc thu hồi hết rồi mới báo cáo kết quả được.',
    en: 'Parts of the task are still open; they must be done or recalled before the product is handed in.',
  },
  'task-document-unknown': {
    status: 404,
    vi: 'Không tìm thấy văn bản giao việc này.',
    en: 'This document was not found.',
  },
  'month-not-over': {
    status: 409,
    vi: 'Tháng {month} chưa kết thúc nên chưa công khai được.',
    en: 'The month {month} is not over, so it cannot be published yet.',
  },
  'month-published-already': {
    status: 409,
    vi: 'Tháng {month} đã công khai; số đã công khai không sửa, chỉ đính chính ở kỳ sau.',
    en: 'The month {month} is published; what was published is not changed.',
  },
  'policy-set-already': {
    status: 409,
    vi: 'Quy tắc áp dụng từ ngày mai đã được đổi một lần hôm nay; mai đổi tiếp được.',
    en: 'The rule from tomorrow on was changed today already; change it again tomorrow.',
  },
} as const satisfies RefusalCatalogue;

export type TaskRefusal = keyof typeof taskRefusals;
