import type { RefusalCatalogue } from '#kernel/result.ts';

/** Why nothing is signed. */
export type SignerRefusal = 'signer-has-no-certificate';

/** Why the register of results is not changed. */
export type RegisterRefusal =
  | 'result-unknown'
  | 'result-not-yours'
  | 'result-revoked-already'
  | 'result-not-signed-yet'
  | 'result-reason-missing'
  | 'result-decision-missing'
  | 'result-unchanged'
  | 'result-changed-meanwhile';

/** How the refusals of this module read. */
export const signatureRefusals = {
  'signer-has-no-certificate': {
    status: 409,
    vi: 'Chưa có chứng thư chữ ký số cho chức vụ “{title}”. Báo quản trị hệ thống cấp chứng thư rồi ký lại.',
    en: 'There is no signing certificate for the post “{title}”. Ask the administrator for one and sign again.',
  },
  'result-unknown': {
    status: 404,
    vi: 'Không có kết quả nào mang mã này trong sổ kết quả.',
    en: 'The register of results has none with this code.',
  },
  'result-not-yours': {
    status: 403,
    vi: 'Chỉ người đứng đầu cơ quan đã cấp mới thu hồi được kết quả này.',
    en: 'Only the head of the agency that issued this result may revoke it.',
  },
  'result-revoked-already': {
    status: 409,
    vi: 'Kết quả này đã bị thu hồi trước đó.',
    en: 'This result was revoked before.',
  },
  'result-not-signed-yet': {
    status: 409,
    vi: 'Bản hiện tại còn đang chờ ký số. Đợi ký xong rồi đính chính.',
    en: 'The present version still waits to be signed. Correct it after that.',
  },
  'result-reason-missing': {
    status: 422,
    vi: 'Ghi lý do: người giữ bản cũ sẽ đọc lý do này khi kiểm tra.',
    en: 'Give the reason: whoever holds the old paper reads it when checking.',
  },
  'result-decision-missing': {
    status: 422,
    vi: 'Ghi số quyết định thu hồi.',
    en: 'Give the number of the decision that revokes.',
  },
  'result-unchanged': {
    status: 422,
    vi: 'Nội dung chưa khác bản hiện tại. Sửa chỗ sai rồi gửi lại.',
    en: 'The text is the same as before. Put right what is wrong and send it again.',
  },
  'result-changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa đính chính kết quả này. Mở lại trang để xem bản mới.',
    en: 'Somebody else has just corrected this result. Open the page again to see it.',
  },
} as const satisfies RefusalCatalogue<SignerRefusal | RegisterRefusal>;
