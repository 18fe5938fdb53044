import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of notices. */
export const noticeRefusals = {
  'notice-not-found': { status: 404, vi: 'Không tìm thấy thông báo này.', en: 'This notice was not found.' },
  'notice-not-failed': {
    status: 409,
    vi: 'Thông báo này không còn ở trạng thái gửi hỏng. Tải lại trang để xem.',
    en: 'This notice has not failed, or no longer. Reload the page to see.',
  },
  'notice-email-wrong': {
    status: 422,
    vi: 'Địa chỉ thư điện tử chưa đúng. Ghi như ten@example.vn.',
    en: 'The e-mail address is not right. Write it like name@example.vn.',
  },
  'notice-email-missing': {
    status: 422,
    vi: 'Muốn nhận qua thư điện tử thì phải ghi địa chỉ.',
    en: 'To be told by e-mail, give an address.',
  },
  'notice-phone-missing': {
    status: 422,
    vi: 'Tài khoản chưa có số điện thoại nên không nhận được qua SMS hay Zalo.',
    en: 'The account has no telephone number, so it cannot be told by SMS or Zalo.',
  },
  'proof-mails-too-many': {
    status: 429,
    vi: 'Hôm nay đã gửi {most} thư xác nhận cho tài khoản này. Hãy thử lại vào ngày mai.',
    en: '{most} mails to confirm an address were sent for this account today. Try again tomorrow.',
  },
  'proof-link-over': {
    status: 409,
    vi: 'Liên kết xác nhận không đúng, đã quá 24 giờ, hoặc tài khoản đã đổi địa chỉ khác. Mở trang cách nhận thông báo để gửi lại.',
    en: 'The link is wrong, older than 24 hours, or the account has taken another address. Ask for a new one where you choose how you are told.',
  },
} as const satisfies RefusalCatalogue;

export type NoticeRefusal = keyof typeof noticeRefusals;
