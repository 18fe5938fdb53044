import type { Text } from '#kernel/text.ts';
import type { ResultState, SignatureVerdict } from '#modules/signatures/index.ts';
import type { TagTone } from '#surfaces/ui/index.ts';

interface Words {
  readonly title: Text;
  /** What it means and what to do, for a clerk who has the paper before them. */
  readonly means: Text;
  readonly tone: Exclude<TagTone, 'neutral'>;
}

/** What the check of a file says, in plain words. */
export const verdictWords: Readonly<Record<SignatureVerdict, Words>> = {
  valid: {
    title: { vi: 'Chữ ký số hợp lệ', en: 'The digital signature is valid' },
    means: {
      vi: 'Tệp còn nguyên như lúc ký và chứng thư của người ký được tin cậy.',
      en: 'The file is exactly as it was signed, and the signer’s certificate is trusted.',
    },
    tone: 'success',
  },
  'certificate-not-valid-then': {
    title: { vi: 'Chứng thư không còn hạn lúc ký', en: 'The certificate was not valid when this was signed' },
    means: {
      vi: 'Tệp còn nguyên, nhưng chứng thư của người ký chưa có hoặc đã hết hiệu lực lúc ký. Hỏi lại cơ quan cấp.',
      en: 'The file is whole, but the certificate had not begun or had ended at that time. Ask the issuing agency.',
    },
    tone: 'warning',
  },
  'unknown-signer': {
    title: { vi: 'Không xác định được người ký', en: 'The signer is unknown' },
    means: {
      vi: 'Tệp có chữ ký nhưng không do tổ chức được tin cậy chứng thực. Không dùng tệp này làm căn cứ; hỏi lại cơ quan cấp.',
      en: 'The file is signed, but nobody trusted vouches for the signer. Do not rely on it; ask the issuing agency.',
    },
    tone: 'danger',
  },
  altered: {
    title: { vi: 'Tệp đã bị sửa sau khi ký', en: 'The file was altered after signing' },
    means: {
      vi: 'Nội dung không còn đúng với chữ ký. Không dùng tệp này; xin lại bản gốc hoặc kiểm tra bằng mã in cạnh mã QR.',
      en: 'The content no longer matches the signature. Do not use it; get the original, or check by the code beside the QR.',
    },
    tone: 'danger',
  },
  'not-signed': {
    title: { vi: 'Tệp không có chữ ký số', en: 'The file is not signed' },
    means: {
      vi: 'Có thể là bản chụp hoặc bản in lại. Kiểm tra bằng mã in cạnh mã QR, hoặc xin tệp gốc.',
      en: 'It may be a scan or a reprint. Check by the code beside the QR, or ask for the original file.',
    },
    tone: 'danger',
  },
};

/** What the register says of a result. */
export const resultWords: Readonly<Record<ResultState, Words>> = {
  valid: {
    title: { vi: 'Kết quả đang có hiệu lực', en: 'The result is in force' },
    means: {
      vi: 'Cơ quan đã cấp kết quả này và chưa thu hồi. So số, ngày và người ký dưới đây với bản bạn cầm.',
      en: 'The agency issued this result and has not revoked it. Compare number, day and signer with your paper.',
    },
    tone: 'success',
  },
  'being-signed': {
    title: { vi: 'Kết quả đang chờ ký số', en: 'The result waits to be signed' },
    means: {
      vi: 'Chưa có văn bản chính thức. Kiểm tra lại sau.',
      en: 'There is no official paper yet. Check again later.',
    },
    tone: 'warning',
  },
  'not-yet-valid': {
    title: { vi: 'Kết quả chưa có hiệu lực', en: 'The result is not in force yet' },
    means: { vi: 'Xem ngày bắt đầu dưới đây.', en: 'See the first day below.' },
    tone: 'warning',
  },
  expired: {
    title: { vi: 'Kết quả đã hết hạn', en: 'The result has expired' },
    means: { vi: 'Kết quả là thật nhưng đã hết thời hạn sử dụng.', en: 'The result is real, but its time is over.' },
    tone: 'warning',
  },
  replaced: {
    title: { vi: 'Bản này đã được thay thế', en: 'This version was replaced' },
    means: {
      vi: 'Bản bạn cầm là thật nhưng đã có bản đính chính. Dùng bản mới.',
      en: 'The paper is real, but it was corrected. Use the new one.',
    },
    tone: 'warning',
  },
  revoked: {
    title: { vi: 'Kết quả đã bị thu hồi', en: 'The result was revoked' },
    means: { vi: 'Không còn giá trị sử dụng từ ngày thu hồi.', en: 'It has no value since the day it was revoked.' },
    tone: 'danger',
  },
};

/** A form of signing as a person reads it. */
export const signingFormWords: Readonly<Record<string, Text>> = {
  direct: { vi: 'ký trực tiếp', en: 'in person' },
  TM: { vi: 'thay mặt tập thể', en: 'on behalf of the body' },
  KT: { vi: 'ký thay người đứng đầu', en: 'for the head' },
  TL: { vi: 'thừa lệnh', en: 'by order' },
  TUQ: { vi: 'thừa ủy quyền', en: 'by delegation' },
  Q: { vi: 'quyền người đứng đầu', en: 'acting head' },
};
