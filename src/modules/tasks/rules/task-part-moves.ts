import { limitOf } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { MoveContext, MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted } from '#kernel/result.ts';
import type { TaskPartMoveData } from './move-data.ts';
import { type TaskEffectRefusal, taskMoves } from './task-moves.ts';
import { metAt } from './task-status.ts';

/** What a contributing unit does: answer for its part; the rest is as with a task. */
export const taskPartMoves: MoveRules<TaskPartMoveData, TaskEffectRefusal> = {
  'answer-part': {
    label: { vi: 'Trả lời phần phối hợp', en: 'Answer your part' },
    consequence: {
      vi: 'Đơn vị chủ trì nhận câu trả lời; phần của bạn kết thúc.',
      en: 'The leading unit gets your answer; your part ends.',
    },
    from: ['asked'],
    by: taskMoves.acknowledge.by,
    handOver: 'any',
    effect: (state, data, context) =>
      accepted(endPart(state, 'answered', { answer: { ...data, by: context.actor.name } }, context)),
  },
  assign: {
    ...taskMoves.assign,
    from: ['asked'],
    effect: (_state, data) => accepted({ holder: data as NonNullable<CaseState['holder']> }),
  },
  reassign: { ...taskMoves.reassign, from: ['asked'] },
  urge: {
    ...taskMoves.urge,
    from: ['asked'],
    by: [{ at: 'coordinator', roles: ['agency-head', 'unit-head', 'signatory', 'case-handler'] }, ...taskMoves.urge.by],
  },
};

/** A part ends with its answer, early, on time or late by its own day; called off it is not counted. */
export function endPart(
  state: CaseState,
  how: 'answered' | 'called-off',
  facts: NonNullable<Parameters<typeof accepted<{ facts?: CaseState['facts'] }>>[0]['facts']>,
  context: MoveContext,
) {
  if (!state.dueAt) throw new RangeError('an open part has a due moment');
  if (state.clock) limitOf(state.clock);
  return {
    state: how,
    holder: null,
    endedAt: context.at.toString(),
    timeliness: how === 'called-off' ? null : metAt(state, context.at.toString(), state.dueAt),
    facts: { ...facts, outcome: how === 'answered' ? 'positive' : 'called-off' },
  };
}
