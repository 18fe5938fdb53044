import type { DossierMove } from './move-data.ts';
import { branchMoves } from './moves/branch-moves.ts';
import { clockMoves } from './moves/clock-moves.ts';
import { closingMoves } from './moves/closing-moves.ts';
import { correctingMoves } from './moves/correcting-moves.ts';
import { duesMoves } from './moves/dues-moves.ts';
import { findingMoves } from './moves/finding-moves.ts';
import { intakeMoves } from './moves/intake-moves.ts';
import type { MoveRules } from './moves/move-rule.ts';
import { officeMoves } from './moves/office-moves.ts';
import { postMoves } from './moves/post-moves.ts';

const { reassign, ...inOffice } = officeMoves;

/**
 * Every move of a dossier, as NĐ 61/2018/NĐ-CP art. 14–20 has them, in the order in which pages offer them.
 * Who may make one, from which state, how often, and what it changes: in the files of `moves/`, and nowhere else.
 */
export const dossierMoves = {
  ...intakeMoves,
  ...inOffice,
  ...branchMoves,
  ...findingMoves,
  ...postMoves,
  ...clockMoves,
  ...duesMoves,
  reassign,
  ...closingMoves,
  ...correctingMoves,
} satisfies Partial<MoveRules<DossierMove>>;
