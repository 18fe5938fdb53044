import type { CaseEffect } from '#case-engine/rules/case-state.ts';
import type { ReappointmentRefusal } from '#case-engine/rules/clock.ts';
import type { Standing } from '#case-engine/rules/kind.ts';
import type { MoveContext, MoveRule as RuleOfMove } from '#case-engine/rules/move-rule.ts';
import type { Result } from '#kernel/result.ts';
import type { DossierRefusal } from '../../refusals.ts';
import type { DossierMove, MoveData } from '../move-data.ts';

export type { MoveContext };

export type EffectRefusal = DossierRefusal | ReappointmentRefusal;
export type MoveEffect = Result<CaseEffect, EffectRefusal>;
export type CaseFacts = NonNullable<CaseEffect['facts']>;

/** A move of a dossier, with what it is given. */
export type MoveRule<Move extends DossierMove> = RuleOfMove<MoveData[Move], EffectRefusal, DossierRefusal>;

export type MoveRules<Moves extends DossierMove> = { readonly [Move in Moves]: MoveRule<Move> };

export const desk: Standing = { at: 'receiver', roles: ['intake-officer', 'desk-head'] };
export const owner: Standing = { at: 'owner' };
export const atStep: Standing = { at: 'step' };
export const heads = ['unit-head', 'agency-head', 'signatory'] as const;
