import type { Text } from '#kernel/text.ts';
import type { MoveField } from './move-fields.ts';

/** Files that come with a move. */
export const filesField = (label: Text): MoveField => ({
  name: 'files',
  kind: 'files',
  label,
  hint: {
    vi: 'PDF, ảnh hoặc tệp văn phòng, mỗi tệp không quá 20 MB; nhiều nhất 8 tệp.',
    en: 'PDF, pictures or office files, 20 MB each at most, 8 at most.',
  },
  optional: true,
});
