import type { Text } from '#kernel/text.ts';
import type { DisciplinaryMeasure, ItemAnswer } from '#modules/inspections/index.ts';
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

/** Measures of discipline (NĐ 112/2020/NĐ-CP, NĐ 71/2023/NĐ-CP). */
export const measureWords: Readonly<Record<DisciplinaryMeasure, Text>> = {
  reprimand: { vi: 'Khiển trách', en: 'Reprimand' },
  warning: { vi: 'Cảnh cáo', en: 'Warning' },
  'pay-cut': { vi: 'Hạ bậc lương', en: 'Pay cut' },
  demotion: { vi: 'Giáng chức', en: 'Demotion' },
  removal: { vi: 'Cách chức', en: 'Removal' },
  dismissal: { vi: 'Buộc thôi việc', en: 'Dismissal' },
};

/** What was seen of an item of a checklist. */
export const itemAnswerWords: Readonly<Record<ItemAnswer, Text>> = {
  met: { vi: 'Đạt', en: 'Met' },
  'not-met': { vi: 'Không đạt', en: 'Not met' },
  'not-seen': { vi: 'Chưa xem', en: 'Not looked at' },
};
