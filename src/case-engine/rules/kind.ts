import type { Text } from '#kernel/text.ts';
import type { Role } from './authority.ts';
import type { CaseState } from './case-state.ts';

/** A state a case can be in. */
export interface StateDefinition {
  readonly name: Text;
  /** Open: work remains, so somebody holds it and it falls due at a moment. */
  readonly open: boolean;
  /**
   * The clock stands because the person whose case it is must answer first: the day there is theirs, and nobody who works on
   * the case is late by it.
   */
  readonly waits?: true;
  /** Progress code of the National Public Service Portal (TrangThaiHoSo, 1–10), for kinds that report there. */
  readonly nationalCode?: number;
}

/**
 * Where a post must sit for its holder to make a move:
 * step: the role of the current step, at the unit that holds the case;
 * holder: one of `roles` at the unit that holds the case;
 * receiver: one of `roles` at the agency that received it or at its desk;
 * giver, taker: one of `roles` at the unit that gives, or takes, in a pending hand-over;
 * owner: the person whose case it is; overseer: one of `roles` over the holding unit's subtree;
 * coordinator: one of `roles` at the unit that waits for the answer of this branch;
 * named: whoever a fact of the case names, `{unitId, role}`, and only the person when it says `accountId`.
 */
export type Standing =
  | { readonly at: 'step' | 'owner' | 'anyone' }
  | { readonly at: 'named'; readonly fact: string }
  | {
      readonly at: 'holder' | 'receiver' | 'giver' | 'taker' | 'overseer' | 'coordinator';
      readonly roles: readonly Role[];
    };

/** A move of a kind, as data. What it changes is computed by the kind's own rule of the same name. */
export interface MoveDefinition<Code extends string = string> {
  readonly move: string;
  readonly label: Text;
  /** Said before the button is pressed. */
  readonly consequence: Text;
  readonly from: readonly string[];
  /** Only in a step with one of these works. */
  readonly works?: readonly string[];
  readonly by: readonly Standing[];
  readonly atMost?: number;
  /** Needs, or must not have, a hand-over that waits for its second signature. */
  readonly handOver: 'pending' | 'none' | 'any';
  /** Whatever else the kind asks: the code of the refusal, or null. */
  readonly unless?: (state: CaseState, at: Temporal.Instant) => Code | null;
}

/** A kind of case: its states and moves. Dossier, feedback, task, inspection are data of this shape, not subclasses. */
export interface CaseKind<Code extends string = string> {
  readonly kind: string;
  readonly name: Text;
  readonly states: { readonly [state: string]: StateDefinition };
  readonly moves: readonly MoveDefinition<Code>[];
}

/** The definition of a state; a case in a state its kind does not know is a defect. */
export function stateOf(kind: CaseKind, state: string): StateDefinition {
  const definition = kind.states[state];
  if (!definition) throw new RangeError(`${kind.kind} knows no state ${state}`);
  return definition;
}
