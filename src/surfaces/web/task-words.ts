import type { Text } from '#kernel/text.ts';
import type { TaskGiver, TaskStatus } from '#modules/tasks/index.ts';

/** Who gives tasks. */
export const taskGiverWords: Readonly<Record<TaskGiver, Text>> = {
  government: { vi: 'Chính phủ', en: 'the Government' },
  'prime-minister': { vi: 'Thủ tướng Chính phủ', en: 'the Prime Minister' },
  'party-committee': { vi: 'cấp ủy', en: 'the Party Committee' },
  council: { vi: 'Hội đồng nhân dân', en: "the People's Council" },
  'peoples-committee': { vi: 'Ủy ban nhân dân', en: "the People's Committee" },
  chair: { vi: 'Chủ tịch', en: 'the Chair' },
  'lead-unit': { vi: 'đơn vị chủ trì', en: 'the leading unit' },
};

/** The four official states (QĐ 42/2014/QĐ-TTg). */
export const taskStatusWords: Readonly<Record<TaskStatus, Text>> = {
  'done-on-time': { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  'done-late': { vi: 'Hoàn thành quá hạn', en: 'Done late' },
  'in-time': { vi: 'Đang thực hiện trong hạn', en: 'In progress, in time' },
  overdue: { vi: 'Đang thực hiện quá hạn', en: 'In progress, overdue' },
};
