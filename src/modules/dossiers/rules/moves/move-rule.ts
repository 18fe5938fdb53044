import type { ClockGround } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import type { ReappointmentRefusal } from '#case-engine/rules/clock.ts';
import type { MoveDefinition, Standing } from '#case-engine/rules/kind.ts';
import type { Result } from '#kernel/result.ts';
import type { DossierRefusal } from '../../refusals.ts';
import type { DossierMove, MoveData } from '../move-data.ts';

/** What a move knows besides the case: the moment, who acts, and the ground of the clock. */
export interface MoveContext extends ClockGround {
  readonly at: Temporal.Instant;
  readonly actor: { readonly accountId: string | null; readonly name: string };
}

export type EffectRefusal = DossierRefusal | ReappointmentRefusal;
export type MoveEffect = Result<CaseEffect, EffectRefusal>;
export type CaseFacts = NonNullable<CaseEffect['facts']>;

/** A move of a dossier, whole: what it is called, who may make it and when, and what it then changes. */
export interface MoveRule<Move extends DossierMove> extends Omit<MoveDefinition<DossierRefusal>, 'move'> {
  readonly effect: (state: CaseState, data: MoveData[Move], context: MoveContext) => MoveEffect;
}

export type MoveRules<Moves extends DossierMove> = { readonly [Move in Moves]: MoveRule<Move> };

export const desk: Standing = { at: 'receiver', roles: ['intake-officer', 'desk-head'] };
export const owner: Standing = { at: 'owner' };
export const atStep: Standing = { at: 'step' };
export const heads = ['unit-head', 'agency-head', 'signatory'] as const;
