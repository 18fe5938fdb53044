import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { answerMoves } from './answer-moves.ts';
import { handlingMoves } from './handling-moves.ts';
import { intakeMoves } from './intake-moves.ts';
import type { FeedbackMoveData } from './move-data.ts';
import type { FeedbackEffectRefusal } from './move-standing.ts';

export type { FeedbackEffectRefusal } from './move-standing.ts';

/** Every move of feedback, in the order in which pages offer them. */
export const feedbackMoves: MoveRules<FeedbackMoveData, FeedbackEffectRefusal> = {
  ...intakeMoves,
  ...answerMoves,
  ...handlingMoves,
};
