import type { RefusalCatalogue } from '#kernel/result.ts';

/** What is wrong with an answer or a definition, in words that say what to do. */
export const procedureRefusals = {
  'answer-missing': { status: 422, vi: 'Mục này cần được trả lời.', en: 'This needs an answer.' },
  'answer-wrong-kind': {
    status: 422,
    vi: 'Câu trả lời không đúng loại được hỏi: chữ, số, hoặc có/không.',
    en: 'The answer is not of the kind asked for: text, number, or yes or no.',
  },
  'answer-too-long': { status: 422, vi: 'Nhiều nhất {most} ký tự.', en: 'At most {most} characters.' },
  'answer-too-short': { status: 422, vi: 'Ít nhất {least} ký tự.', en: 'At least {least} characters.' },
  'answer-has-control-characters': {
    status: 422,
    vi: 'Có ký tự không dùng được. Hãy gõ lại mục này.',
    en: 'It has characters that cannot be used. Type it again.',
  },
  'answer-not-a-name': { status: 422, vi: 'Hãy ghi họ và tên bằng chữ.', en: 'Write the name in letters.' },
  'answer-not-a-day': {
    status: 422,
    vi: 'Hãy ghi ngày/tháng/năm, ví dụ 17/02/2021.',
    en: 'Write day/month/year, for example 17/02/2021.',
  },
  'day-in-future': { status: 422, vi: 'Ngày này chưa tới.', en: 'This day has not come yet.' },
  'day-in-past': { status: 422, vi: 'Ngày này đã qua.', en: 'This day is past.' },
  'answer-not-a-number': { status: 422, vi: 'Hãy ghi số nguyên.', en: 'Write a whole number.' },
  'number-too-small': { status: 422, vi: 'Số nhỏ nhất là {least}.', en: 'The smallest number is {least}.' },
  'number-too-large': { status: 422, vi: 'Số lớn nhất là {most}.', en: 'The largest number is {most}.' },
  'answer-not-an-option': { status: 422, vi: 'Hãy chọn một trong các mục.', en: 'Choose one of the options.' },
  'answer-not-a-personal-id': {
    status: 422,
    vi: 'Số định danh cá nhân gồm 12 chữ số.',
    en: 'The personal identification number has 12 digits.',
  },
  'answer-not-a-phone': {
    status: 422,
    vi: 'Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.',
    en: 'A phone number has 10 digits and begins with 0.',
  },
  'answer-not-an-email': {
    status: 422,
    vi: 'Địa chỉ thư điện tử có dạng ten@noi.vn.',
    en: 'An e-mail address looks like name@place.vn.',
  },
  'answer-not-a-unit': { status: 422, vi: 'Hãy chọn một đơn vị trong danh sách.', en: 'Choose a unit of the list.' },
  'answer-to-no-question': {
    status: 422,
    vi: 'Thủ tục này không hỏi “{name}”.',
    en: 'This procedure does not ask for “{name}”.',
  },
  'version-not-later': {
    status: 409,
    vi: 'Đã có phiên bản của {code} có hiệu lực từ ngày {from} hoặc sau đó. Hãy chọn một ngày muộn hơn.',
    en: 'A version of {code} is in force from {from} or later already. Choose a later day.',
  },
  'definition-has-defects': {
    status: 422,
    vi: 'Chưa thể ban hành quy trình {code}: {defects}.',
    en: 'Procedure {code} cannot be published: {defects}.',
  },
} as const satisfies RefusalCatalogue;
