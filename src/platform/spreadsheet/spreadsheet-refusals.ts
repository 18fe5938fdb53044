import type { RefusalCatalogue } from '#kernel/result.ts';

export type SpreadsheetRefusal =
  | 'spreadsheet-not-readable'
  | 'spreadsheet-old-format'
  | 'spreadsheet-not-utf8'
  | 'spreadsheet-too-heavy'
  | 'spreadsheet-too-many-rows'
  | 'spreadsheet-empty';

/** Every "no" about a table that somebody sends as a file. */
export const spreadsheetRefusals = {
  'spreadsheet-not-readable': {
    status: 415,
    vi: 'Không đọc được tệp này như một bảng tính. Hãy mở tệp trên máy của bạn, lưu lại dạng .xlsx hoặc CSV (UTF-8) rồi gửi lại.',
    en: 'This file cannot be read as a table. Open it on your device, save it as .xlsx or CSV (UTF-8) and send it again.',
  },
  'spreadsheet-old-format': {
    status: 415,
    vi: 'Tệp này ở dạng .xls cũ hoặc có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.',
    en: 'This file is in the old .xls format or has a password. Open it, remove the password, save it as .xlsx and send it again.',
  },
  'spreadsheet-not-utf8': {
    status: 415,
    vi: 'Chữ trong tệp CSV này không ở bảng mã Unicode (UTF-8), nên dấu tiếng Việt sẽ sai. Hãy lưu lại dạng “CSV UTF-8” hoặc .xlsx.',
    en: 'The letters of this CSV file are not Unicode (UTF-8), so Vietnamese marks would be wrong. Save it as “CSV UTF-8” or .xlsx.',
  },
  'spreadsheet-too-heavy': {
    status: 413,
    vi: 'Nội dung của tệp này khi mở ra lớn hơn {limitMegabytes} MB nên hệ thống không mở. Hãy xóa hình ảnh, định dạng thừa hoặc chia thành nhiều tệp.',
    en: 'Unpacked, this file is larger than {limitMegabytes} MB, so it was not opened. Remove pictures and formatting, or split it into several files.',
  },
  'spreadsheet-too-many-rows': {
    status: 413,
    vi: 'Tệp này có hơn {limit} dòng. Hãy chia thành nhiều tệp, mỗi tệp không quá {limit} dòng.',
    en: 'This file has more than {limit} rows. Split it into several files of at most {limit} rows.',
  },
  'spreadsheet-empty': {
    status: 422,
    vi: 'Trang tính đầu tiên của tệp này không có dòng nào.',
    en: 'The first sheet of this file has no rows.',
  },
} as const satisfies RefusalCatalogue<SpreadsheetRefusal>;
