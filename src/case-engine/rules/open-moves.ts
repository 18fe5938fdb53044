import { accepted, type Result, refused } from '#kernel/result.ts';
import { type Actor, type HeldPost, isWithin, postAt, postsHeld } from './authority.ts';
import type { CaseState, Holder } from './case-state.ts';
import type { CaseKind, MoveDefinition, Standing } from './kind.ts';

/** By what right a move is made: the post used, or none when the case is one's own. */
export interface MoveRight<Code extends string = string> {
  readonly definition: MoveDefinition<Code>;
  readonly post: HeldPost | null;
}

export type MoveRefusal =
  | 'move-unknown'
  | 'move-not-open'
  | 'move-not-yours'
  | 'move-made-already'
  | 'hand-over-pending'
  | 'hand-over-missing';

/** The desk of an agency is its own unit, named after it. */
const deskOf = (agencyId: string): string => `${agencyId}.desk`;

/** The owner of a case: the account that filed it, or who showed its secret. */
export function isOwner(state: CaseState, actor: Actor): boolean {
  if (actor.kind !== 'citizen') return false;
  return actor.shownSecretOf === state.caseId || (actor.accountId !== null && actor.accountId === state.ownerAccountId);
}

function rightBy(
  standing: Standing,
  state: CaseState,
  actor: Actor,
  at: Temporal.Instant,
): HeldPost | null | undefined {
  switch (standing.at) {
    case 'anyone':
      return null;
    case 'owner':
      return isOwner(state, actor) ? null : undefined;
    case 'step': {
      const holder = state.holder;
      if (!holder) return undefined;
      if (holder.accountId !== null && holder.accountId !== actor.accountId) return undefined;
      return postAt(actor, [holder.role], holder.unitId, at);
    }
    case 'named':
      return namedPost(state.facts[standing.fact], actor, at);
    case 'holder':
      return state.holder ? postAt(actor, standing.roles, state.holder.unitId, at) : undefined;
    case 'receiver':
      return (
        postAt(actor, standing.roles, state.receivingUnitId, at) ??
        postAt(actor, standing.roles, deskOf(state.receivingUnitId), at)
      );
    case 'giver':
      return state.handOver ? postAt(actor, standing.roles, state.handOver.fromUnitId, at) : undefined;
    case 'coordinator':
      return state.parent ? postAt(actor, standing.roles, state.parent.unitId, at) : undefined;
    case 'taker': {
      const handOver = state.handOver;
      if (!handOver) return undefined;
      const step = state.route[handOver.toStep];
      const wanted = step ? [...standing.roles, step.role] : standing.roles;
      return postAt(actor, wanted, handOver.toUnitId, at);
    }
    case 'overseer': {
      const holderUnit = state.holder?.unitId;
      if (!holderUnit) return undefined;
      return postsHeld(actor, at).find(
        (post) =>
          standing.roles.includes(post.role) &&
          (post.role === 'procedure-controller' ||
            post.unitId === holderUnit ||
            holderUnit.startsWith(`${post.unitId}.`) ||
            isWithin(holderUnit, post.unitId)),
      );
    }
  }
}

/** A fact that names a post: a case may have others than its holder who answer for a part of it. */
function namedPost(fact: unknown, actor: Actor, at: Temporal.Instant): HeldPost | undefined {
  const { unitId, role, accountId } = (fact ?? {}) as Partial<Holder>;
  if (!unitId || !role || (accountId && accountId !== actor.accountId)) return undefined;
  return postAt(actor, [role], unitId, at);
}

/**
 * May this actor make this move on this case now? The one rule: pages ask it to show a button, commands ask it again.
 * A person without any right to the move is told so before anything about the case.
 */
export function mayMove<Code extends string>(
  kind: CaseKind<Code>,
  state: CaseState,
  move: string,
  actor: Actor,
  at: Temporal.Instant,
): Result<MoveRight<Code>, Code | MoveRefusal> {
  const definition = kind.moves.find((candidate) => candidate.move === move);
  if (!definition) return refused('move-unknown', { move });

  const facts = { move: definition.label.vi, moveEn: definition.label.en, state: stateName(kind, state) };
  let post: HeldPost | null | undefined;
  for (const standing of definition.by) {
    post = rightBy(standing, state, actor, at);
    if (post !== undefined) break;
  }
  if (post === undefined) return refused('move-not-yours', facts);
  if (!definition.from.includes(state.state)) return refused('move-not-open', facts);
  if (definition.handOver === 'none' && state.handOver) return refused('hand-over-pending', facts);
  if (definition.handOver === 'pending' && !state.handOver) return refused('hand-over-missing', facts);
  if (definition.works && !definition.works.includes(state.route[state.step]?.work ?? '')) {
    return refused('move-not-open', facts);
  }
  if (definition.atMost !== undefined && (state.made[move] ?? 0) >= definition.atMost) {
    return refused('move-made-already', facts);
  }
  const objection = definition.unless?.(state, at);
  if (objection) return refused(objection, facts);
  return accepted({ definition, post });
}

/** The moves this actor may make now, in the order of the kind. */
export function openMoves<Code extends string>(
  kind: CaseKind<Code>,
  state: CaseState,
  actor: Actor,
  at: Temporal.Instant,
): readonly MoveDefinition<Code>[] {
  return kind.moves.filter(({ move }) => mayMove(kind, state, move, actor, at).ok);
}

function stateName(kind: CaseKind, state: CaseState): string {
  return kind.states[state.state]?.name.vi ?? state.state;
}
