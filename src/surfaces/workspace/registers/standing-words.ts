import type { Text } from '#kernel/text.ts';
import type { EntryStanding, EntryVersion } from '#modules/registers/index.ts';
import type { TagTone } from '#surfaces/ui/index.ts';

/** What an entry is now. */
export const standingWords: Readonly<Record<EntryStanding, { readonly name: Text; readonly tone: TagTone }>> = {
  proposed: { name: { vi: 'Chờ duyệt', en: 'To be approved' }, tone: 'warning' },
  'in-force': { name: { vi: 'Đã vào sổ', en: 'In the register' }, tone: 'success' },
  withdrawn: { name: { vi: 'Đã rút', en: 'Withdrawn' }, tone: 'neutral' },
};

/** What somebody did by a version. */
export const actWords: Readonly<Record<EntryVersion['act'], Text>> = {
  record: { vi: 'ghi vào sổ', en: 'recorded it' },
  correct: { vi: 'sửa', en: 'corrected it' },
  approve: { vi: 'duyệt', en: 'approved it' },
  withdraw: { vi: 'rút khỏi sổ', en: 'withdrew it' },
};
