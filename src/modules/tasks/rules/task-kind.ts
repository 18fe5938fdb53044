import type { CaseKind } from '#case-engine/rules/kind.ts';
import { type TaskEffectRefusal, taskMoves } from './task-moves.ts';
import { taskPartMoves } from './task-part-moves.ts';

/** Nhiệm vụ được giao. Its four official states are derived (`taskStatus`); these say only whose turn it is. */
export const taskKind: CaseKind<TaskEffectRefusal> = {
  kind: 'task',
  name: { vi: 'Nhiệm vụ', en: 'Task' },
  states: {
    assigned: { name: { vi: 'Mới giao', en: 'Given' }, open: true },
    'in-progress': { name: { vi: 'Đang thực hiện', en: 'Being worked on' }, open: true },
    'awaiting-review': { name: { vi: 'Chờ xác nhận kết quả', en: 'Product to be seen' }, open: true },
    completed: { name: { vi: 'Đã hoàn thành', en: 'Done' }, open: false },
    recalled: { name: { vi: 'Đã thu hồi', en: 'Recalled' }, open: false },
  },
  moves: Object.entries(taskMoves).map(([move, rule]) => ({ move, ...rule })),
};

/** The part of a unit that contributes to a task. */
export const taskPartKind: CaseKind<TaskEffectRefusal> = {
  kind: 'task-part',
  name: { vi: 'Phần phối hợp', en: 'Contribution' },
  states: {
    asked: { name: { vi: 'Chờ trả lời', en: 'Asked' }, open: true },
    answered: { name: { vi: 'Đã trả lời', en: 'Answered' }, open: false },
    'called-off': { name: { vi: 'Không cần nữa', en: 'Called off' }, open: false },
  },
  moves: Object.entries(taskPartMoves).map(([move, rule]) => ({ move, ...rule })),
};

export const taskKinds: readonly CaseKind<TaskEffectRefusal>[] = [taskKind, taskPartKind];
