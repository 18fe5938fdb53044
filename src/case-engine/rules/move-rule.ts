import type { Result } from '#kernel/result.ts';
import type { ClockGround } from './case-clock.ts';
import type { CaseEffect, CaseState } from './case-state.ts';
import type { MoveDefinition } from './kind.ts';

/** What a move knows besides the case: the moment, who acts, and the ground of the clock. */
export interface MoveContext extends ClockGround {
  readonly at: Temporal.Instant;
  readonly actor: { readonly accountId: string | null; readonly name: string };
}

/**
 * A move of a kind, whole: what it is called, who may make it and when, and what it then changes.
 * `Objection` are the refusals its `unless` may give, when they are fewer than those of its effect.
 */
export interface MoveRule<Data, Code extends string, Objection extends string = Code>
  extends Omit<MoveDefinition<Objection>, 'move'> {
  readonly effect: (state: CaseState, data: Data, context: MoveContext) => Result<CaseEffect, Code>;
}

/** The moves of a kind by their names, each with what it is given. */
export type MoveRules<Data extends object, Code extends string> = {
  readonly [Move in keyof Data]: MoveRule<Data[Move], Code>;
};
