import type { Text } from '#kernel/text.ts';
import type { dutyShare } from '#modules/desk/index.ts';

const journal: Text = { vi: 'Nhật ký hồ sơ', en: 'The journal' };
const both: Text = { vi: 'Nhật ký và người dân', en: 'The journal and the person' };
const person: Text = { vi: 'Người dân, hoặc sổ điểm chỉ số', en: 'The person, or the register of scores' };

/** From whom each indicator of TT 01/2018/TT-VPCP art. 13 is known, by its number. */
export const indicatorSources: Readonly<Record<string, Text>> = {
  '1': journal,
  '2': journal,
  '3': journal,
  '4': both,
  '5': person,
  '6': person,
  '7': both,
  '8': { vi: 'Nhật ký phản ánh, kiến nghị', en: 'The journal of feedback' },
  '9': { vi: 'Nhật ký và danh mục thủ tục', en: 'The journal and the catalogue' },
};

export const dutyWords: Readonly<Record<ReturnType<typeof dutyShare>, Text>> = {
  full: { vi: 'Hoàn thành 100% nhiệm vụ', en: 'Whole duty' },
  most: { vi: 'Từ 70% đến dưới 100%', en: '70% to less than 100%' },
  less: { vi: 'Dưới 70%', en: 'Less than 70%' },
};
