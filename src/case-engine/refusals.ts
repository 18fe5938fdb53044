import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals every kind of case shares. */
export const caseRefusals = {
  'move-unknown': { status: 404, vi: 'Không có thao tác “{move}”.', en: 'There is no move “{move}”.' },
  'move-not-open': {
    status: 409,
    vi: 'Không thể “{move}” khi hồ sơ đang ở trạng thái “{state}”. Tải lại trang để xem việc có thể làm.',
    en: 'The move “{moveEn}” is not open in the present state. Reload the page to see what can be done.',
  },
  'move-not-yours': {
    status: 403,
    vi: 'Bạn không có quyền “{move}” với hồ sơ này.',
    en: 'You have no right to “{moveEn}” on this case.',
  },
  'move-made-already': {
    status: 409,
    vi: 'Việc “{move}” chỉ được làm một lần và đã làm rồi.',
    en: 'The move “{moveEn}” may be made only once and has been made.',
  },
  'hand-over-pending': {
    status: 409,
    vi: 'Hồ sơ đang chờ nơi nhận ký; ký nhận xong mới “{move}” được.',
    en: 'The case waits for the receiver to sign; only then can you “{moveEn}”.',
  },
  'hand-over-missing': {
    status: 409,
    vi: 'Không có lần bàn giao nào đang chờ ký.',
    en: 'No hand-over is waiting for a signature.',
  },
  'case-changed': {
    status: 409,
    vi: 'Có người vừa làm việc khác với hồ sơ này. Tải lại trang rồi làm lại; những gì bạn nhập chưa được ghi.',
    en: 'Someone has just made another move on this case. Reload and try again; your entry was not saved.',
  },
  'move-data-wrong': {
    status: 422,
    vi: 'Mục “{field}” còn thiếu, quá dài hoặc có ký tự không dùng được.',
    en: 'The field “{field}” is missing, too long, or has characters that cannot be used.',
  },
  'case-not-found': { status: 404, vi: 'Không tìm thấy hồ sơ này.', en: 'This case was not found.' },
  'key-used-otherwise': {
    status: 409,
    vi: 'Yêu cầu này đã được gửi trước đó với nội dung khác. Mở lại trang và gửi lại.',
    en: 'This request key was used before with other content. Open the page again and resend.',
  },
} as const satisfies RefusalCatalogue;

export type CaseRefusal = keyof typeof caseRefusals;
