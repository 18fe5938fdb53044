import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of the surfaces themselves: of a request, before the city is asked. */
export const surfaceRefusals = {
  'move-data-wrong': {
    status: 422,
    vi: 'Mục “{field}” còn thiếu, quá dài hoặc có ký tự không dùng được.',
    en: 'The field “{field}” is missing, too long, or has characters that cannot be used.',
  },
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
} as const satisfies RefusalCatalogue;
