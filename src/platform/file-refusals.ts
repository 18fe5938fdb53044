import type { RefusalCatalogue } from '#kernel/result.ts';

export type FileRefusal =
  | 'file-too-large'
  | 'file-type-not-allowed'
  | 'file-empty'
  | 'file-damaged'
  | 'file-infected'
  | 'file-not-checked'
  | 'file-check-waits';

/** Facts: `limitMegabytes` in file-too-large, `virus` in file-infected. */
export const fileRefusals = {
  'file-too-large': {
    status: 413,
    vi: 'Tệp này lớn hơn {limitMegabytes} MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp rồi tải lên.',
    en: 'This file is larger than {limitMegabytes} MB. Scan it again at a lower resolution or split it into several files, then upload them.',
  },
  'file-type-not-allowed': {
    status: 415,
    vi: 'Chỉ nhận tệp PDF, ảnh JPEG, PNG, HEIC, văn bản DOCX hoặc bảng tính XLSX. Hãy lưu giấy tờ ở một trong các dạng đó rồi tải lên.',
    en: 'Only PDF files, JPEG, PNG or HEIC images, DOCX documents and XLSX sheets are taken. Save the paper as one of these, then upload it.',
  },
  'file-empty': {
    status: 422,
    vi: 'Tệp này không có nội dung. Hãy mở tệp trên máy của bạn để kiểm tra rồi chọn lại.',
    en: 'This file is empty. Open it on your device to check it, then choose it again.',
  },
  'file-damaged': {
    status: 422,
    vi: 'Tệp này bị hỏng hoặc chưa tải lên hết. Hãy mở tệp trên máy của bạn để kiểm tra, lưu hoặc quét lại rồi tải lên lần nữa.',
    en: 'This file is damaged or was not uploaded to its end. Open it on your device to check it, save or scan it again, then upload it once more.',
  },
  'file-infected': {
    status: 422,
    vi: 'Tệp này có mã độc ({virus}) nên không được giữ lại. Hãy quét vi-rút trên máy của bạn, rồi chụp hoặc quét lại giấy tờ và tải lên tệp mới.',
    en: 'This file carries malicious code ({virus}) and was not kept. Scan your device for viruses, then photograph or scan the paper anew and upload the new file.',
  },
  'file-not-checked': {
    status: 503,
    vi: 'Hệ thống đang không kiểm tra được mã độc nên chưa nhận tệp. Hãy thử lại sau ít phút; những gì bạn đã ghi vẫn còn.',
    en: 'Files cannot be checked for malicious code right now, so this one was not taken. Try again in a few minutes; what you wrote is kept.',
  },
  'file-check-waits': {
    status: 503,
    vi: 'Tệp này còn chờ kiểm tra mã độc nên chưa mở được. Hãy thử lại sau ít phút.',
    en: 'This file still waits to be checked for malicious code and cannot be opened yet. Try again in a few minutes.',
  },
} as const satisfies RefusalCatalogue<FileRefusal>;
