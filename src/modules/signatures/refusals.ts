import type { RefusalCatalogue } from '#kernel/result.ts';
import type { SignerRefusal } from './sign/signer.ts';

/** How the refusals of this module read. */
export const signatureRefusals = {
  'signer-has-no-certificate': {
    status: 409,
    vi: 'Chưa có chứng thư chữ ký số cho chức vụ “{title}”. Báo quản trị hệ thống cấp chứng thư rồi ký lại.',
    en: 'There is no signing certificate for the post “{title}”. Ask the administrator for one and sign again.',
  },
} as const satisfies RefusalCatalogue<SignerRefusal>;
