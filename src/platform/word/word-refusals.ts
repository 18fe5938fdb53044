import type { RefusalCatalogue } from '#kernel/result.ts';

/** The refusals of reading a Word document. */
export const wordRefusals = {
  'word-old-format': {
    status: 415,
    vi: 'Tệp .doc kiểu cũ không đọc được; mở bằng Word hoặc LibreOffice rồi lưu thành .docx.',
    en: 'This is an old .doc file; open it in Word or LibreOffice and save it as .docx.',
  },
  'word-damaged': {
    status: 422,
    vi: 'Tệp không phải .docx hoặc đã hỏng.',
    en: 'The file is no .docx, or it is damaged.',
  },
  'word-too-big': {
    status: 413,
    vi: 'Tệp bung ra quá lớn (hơn {megabytes} MB).',
    en: 'The file unpacks to more than {megabytes} MB.',
  },
} as const satisfies RefusalCatalogue;

export type WordRefusal = keyof typeof wordRefusals;
