import type { Role } from '#case-engine/rules/authority.ts';
import { limitInWords, readLimit } from '#kernel/limit.ts';
import type { Text } from '#kernel/text.ts';
import type { DocumentForm } from '#modules/procedures/index.ts';

/** What a post is called when nobody in particular holds it. */
export const roleWords: Readonly<Record<Role, Text>> = {
  'intake-officer': { vi: 'Cán bộ Một cửa', en: 'Desk officer' },
  'desk-head': { vi: 'Phụ trách Bộ phận Một cửa', en: 'Head of the desk' },
  'case-handler': { vi: 'Người thụ lý', en: 'Case handler' },
  'unit-head': { vi: 'Lãnh đạo phòng', en: 'Head of division' },
  'agency-head': { vi: 'Thủ trưởng cơ quan', en: 'Head of agency' },
  signatory: { vi: 'Người ký', en: 'Signatory' },
  'records-clerk': { vi: 'Văn thư', en: 'Records clerk' },
  'procedure-controller': { vi: 'Kiểm soát thủ tục hành chính', en: 'Procedure controller' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
};

/** The doors by which a dossier comes, inside a sentence or a list. */
export const channelWords: Readonly<Record<'online' | 'desk' | 'post', Text>> = {
  online: { vi: 'trực tuyến', en: 'online' },
  desk: { vi: 'trực tiếp tại Bộ phận Một cửa', en: 'in person at the one-stop desk' },
  post: { vi: 'qua bưu chính công ích', en: 'by public post' },
};

export const documentFormWords: Readonly<Record<DocumentForm, Text>> = {
  original: { vi: 'bản chính', en: 'original' },
  copy: { vi: 'bản sao', en: 'copy' },
  'certified-copy': { vi: 'bản sao chứng thực', en: 'certified copy' },
  photocopy: { vi: 'bản chụp', en: 'photocopy' },
};

/** A limit as the law writes it, in words; what cannot be read is shown as it is. */
export function limitWords(written: string): Text {
  const limit = readLimit(written);
  return limit.ok ? limitInWords(limit.value) : { vi: written, en: written };
}
