import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of inspections. */
export const inspectionRefusals = {
  'inspection-not-complete': {
    status: 422,
    vi: 'Ghi đơn vị được kiểm tra, nội dung kiểm tra và ngày phải kết luận.',
    en: 'Give the unit, the subject, and the day by which to conclude.',
  },
  'inspection-not-yours': {
    status: 403,
    vi: 'Chỉ lãnh đạo, văn thư của cơ quan hoặc đơn vị giúp việc được lập kế hoạch kiểm tra; đơn vị tự kiểm tra thì lãnh đạo đơn vị lập.',
    en: 'Only heads and clerks of an agency, or its office, plan inspections; a self-inspection is opened by the head of the unit.',
  },
  'inspection-unit-outside': {
    status: 422,
    vi: 'Đơn vị này không thuộc phạm vi kiểm tra của bạn.',
    en: 'This unit is outside what you may inspect.',
  },
  'subject-unknown': {
    status: 422,
    vi: 'Không có danh mục kiểm tra cho nội dung này.',
    en: 'There is no checklist for this subject.',
  },
  'remedy-needs-day': {
    status: 422,
    vi: 'Yêu cầu khắc phục phải có hạn là ngày làm việc, và nói rõ phải làm gì.',
    en: 'A remedy needs a deadline on a working day, and must say what is to be done.',
  },
  'minutes-missing': {
    status: 409,
    vi: 'Chưa có biên bản làm việc; kết luận phải dựa trên biên bản.',
    en: 'There are no minutes yet; a conclusion rests on minutes.',
  },
  'remedies-open': {
    status: 409,
    vi: 'Còn {count} kiến nghị chưa khắc phục xong; khi đơn vị khắc phục và được xác nhận hết mới kết thúc được.',
    en: '{count} remedies are still open; the inspection ends when all are done and seen.',
  },
  'sanction-unknown': {
    status: 404,
    vi: 'Không tìm thấy hình thức xử lý này.',
    en: 'This sanction was not found.',
  },
  'remedy-day-past': {
    status: 422,
    vi: 'Có hạn khắc phục đã qua trước ngày kết luận; sửa hạn trong phát hiện rồi kết luận.',
    en: 'A deadline of a remedy is before the conclusion; add the finding again with a later day.',
  },
} as const satisfies RefusalCatalogue;

export type InspectionRefusal = keyof typeof inspectionRefusals;
