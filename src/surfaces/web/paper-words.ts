import type { Text } from '#kernel/text.ts';
import type { HandInForm } from '#modules/dossiers/index.ts';
import type { PaperAccess } from '#modules/papers/index.ts';

/** In which form a paper lay on the table, as people read it. */
export const handInWords: Readonly<Record<HandInForm, Text>> = {
  'original-kept': { vi: 'bản chính, nộp lại', en: 'original, kept in the dossier' },
  'original-to-return': { vi: 'bản chính, giữ và trả cùng kết quả', en: 'original, given back with the result' },
  'original-shown': { vi: 'bản chính, chỉ xuất trình', en: 'original, shown only' },
  'certified-copy': { vi: 'bản sao chứng thực', en: 'certified copy' },
  copy: { vi: 'bản sao', en: 'copy' },
  photocopy: { vi: 'bản chụp', en: 'photocopy' },
};

/** What somebody did with a kept paper. */
export const accessWords: Readonly<Record<PaperAccess['act'], Text>> = {
  listed: { vi: 'xem danh sách giấy tờ', en: 'looked at the list of papers' },
  opened: { vi: 'mở tệp trong hồ sơ', en: 'opened the file in dossier' },
  used: { vi: 'dùng cho hồ sơ', en: 'used it for dossier' },
};

/** By what right. */
export const basisWords: Readonly<Record<PaperAccess['basis'], Text>> = {
  owner: { vi: 'chính chủ', en: 'the owner' },
  case: { vi: 'giải quyết hồ sơ có giấy tờ này', en: 'working on the dossier it belongs to' },
  consent: { vi: 'có sự đồng ý', en: 'with consent' },
  law: { vi: 'theo căn cứ pháp luật', en: 'by a clause of law' },
};
