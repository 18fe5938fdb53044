import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of the surfaces themselves: of a request, before the city is asked. */
export const surfaceRefusals = {
  'not-signed-in': {
    status: 401,
    vi: 'Cần đăng nhập: gửi “Authorization: Bearer <token>”, lấy token ở POST /api/tokens.',
    en: 'Sign-in is needed: send “Authorization: Bearer <token>”, get one from POST /api/tokens.',
  },
  'request-not-readable': {
    status: 400,
    vi: 'Không đọc được yêu cầu: {reason}',
    en: 'The request cannot be read: {reason}',
  },
  'address-unknown': {
    status: 404,
    vi: 'Không có địa chỉ này. Xem /api/openapi.json.',
    en: 'There is nothing at this address. See /api/openapi.json.',
  },
  'form-from-elsewhere': {
    status: 403,
    vi: 'Yêu cầu này được gửi từ một trang khác nên không được nhận. Mở lại trang trên hệ thống này rồi gửi lại.',
    en: 'This request came from another site and was not taken. Open the page here again and resend it.',
  },
  'form-stale': {
    status: 403,
    vi: 'Trang này đã mở quá lâu hoặc trình duyệt đã xóa cookie, nên hệ thống chưa ghi gì. Quay lại trang trước, tải lại rồi gửi lại.',
    en: 'This page was open too long or the browser removed its cookies, so nothing was saved. Go back, reload the page and send it again.',
  },
  'form-not-readable': {
    status: 400,
    vi: 'Biểu mẫu gửi lên không đọc được, có thể đường truyền bị ngắt giữa chừng. Quay lại trang trước và gửi lại.',
    en: 'The form that arrived cannot be read; the connection may have broken. Go back and send it again.',
  },
  'form-too-long': {
    status: 413,
    vi: 'Nội dung gửi lên dài quá mức cho phép. Quay lại và viết ngắn hơn; giấy tờ thì đính kèm thành tệp.',
    en: 'What you sent is longer than allowed. Go back and shorten it; attach papers as files.',
  },
  'upload-too-large': {
    status: 413,
    vi: 'Một lần gửi không được quá {limitMegabytes} MB. Gửi từng giấy tờ một; những tệp đã gửi vẫn được giữ.',
    en: 'One upload may hold at most {limitMegabytes} MB. Send the papers one at a time; files already sent are kept.',
  },
  'characters-not-usable': {
    status: 422,
    vi: 'Mục “{field}” có ký tự điều khiển không dùng được, thường do dán từ phần mềm khác. Quay lại, xóa rồi gõ lại mục đó.',
    en: 'The field “{field}” has control characters that cannot be used, usually pasted from another program. Go back and type it again.',
  },
  'page-not-found': {
    status: 404,
    vi: 'Không có trang ở địa chỉ này.',
    en: 'There is no page at this address.',
  },
  'too-many-checks': {
    status: 429,
    vi: 'Đang có quá nhiều tệp được kiểm tra. Đợi {minutes} phút rồi gửi lại, hoặc nhập mã in cạnh mã QR.',
    en: 'Too many files are being checked. Wait {minutes} minutes and send it again, or type the code printed by the QR.',
  },
  'too-many-tries': {
    status: 429,
    vi: 'Bạn đã thử nhiều lần với thông tin không đúng. Đợi {minutes} phút rồi thử lại, hoặc hỏi Bộ phận Một cửa nơi bạn nộp hồ sơ.',
    en: 'There were many tries with wrong details. Wait {minutes} minutes and try again, or ask the desk where you filed.',
  },
} as const satisfies RefusalCatalogue;

export type SurfaceRefusal = keyof typeof surfaceRefusals;
