import type { Actor, HeldPost, Role } from '#case-engine/rules/authority.ts';
import { roles } from '#case-engine/rules/authority.ts';
import type { CaseState, ResolvedStep } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { type CaseWriting, spread } from '#case-engine/rules/family.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import { dossierFamilyRules, dossierKindOf, effectOfMove } from '#modules/dossiers/rules/dossier-family.ts';
import type { DossierMove, MoveData } from '#modules/dossiers/rules/move-data.ts';
import { DossierWalk, caseId as dossierId, ground, moment, type WalkOptions } from './dossier-walk.ts';

const forever = { from: Temporal.Instant.from('2020-01-01T00:00:00Z'), until: null };

/** Everybody who works at some units: one person with every post there. */
export function staffOf(unitIds: readonly string[], name = 'Nguyễn Thị Hạnh', posts: readonly Role[] = roles): Actor {
  const held: HeldPost[] = unitIds.flatMap((unitId) =>
    posts.map((role) => ({ postId: `${unitId}:${role}`, role, unitId, unitPath: unitId, ...forever })),
  );
  const id = String(unitIds.join('').length).padStart(12, '0');
  return { kind: 'officer', accountId: `00000000-0000-7000-9000-${id}`, name, posts: held };
}

/** Every unit that a route and the routes of its legs name. */
export function unitsOf(route: readonly ResolvedStep[]): readonly string[] {
  const units = route.flatMap((step) => [
    step.unitId,
    ...(step.legs?.legs ?? []).flatMap((leg) => [leg.unitId, ...unitsOf(leg.route)]),
  ]);
  return [...new Set(units)];
}

/** A dossier with all that is opened from it, walked through the pure rules. */
export class FamilyWalk {
  readonly members = new Map<string, CaseState>();
  readonly route: readonly ResolvedStep[];
  /** What the last move wrote. */
  written: readonly CaseWriting[] = [];

  constructor(
    submittedAt: string,
    acceptedAt: string,
    options: WalkOptions & { readonly route: readonly ResolvedStep[] },
  ) {
    this.route = options.route;
    const walk = new DossierWalk(submittedAt, options);
    const refusal = walk.accept(acceptedAt);
    if (refusal) throw new Error(refusal);
    this.members.set(dossierId, walk.state);
  }

  get dossier(): CaseState {
    return this.members.get(dossierId)!;
  }

  /** The part opened under a branch of a case. */
  part(branchId: string, of: CaseState = this.dossier): CaseState {
    const part = this.members.get(of.branches?.[branchId]?.caseId ?? '');
    if (!part) throw new Error(`nothing was opened as ${branchId}: ${Object.keys(of.branches ?? {})}`);
    return part;
  }

  /** @returns the refusal's code, or undefined when the move was made */
  make<Move extends DossierMove>(
    state: CaseState,
    move: Move,
    at: Temporal.Instant | string,
    actor: Actor,
    data: MoveData[Move],
  ): string | undefined {
    const now = typeof at === 'string' ? moment(at) : at;
    const may = mayMove(dossierKindOf(state.kind), state, move, actor, now);
    if (!may.ok) return may.refusal.code;
    const context = { ...ground, at: now, actor };
    const effect = effectOfMove(state, move, data, context);
    if (!effect.ok) return effect.refusal.code;
    const by = entryActor(actor, may.value.post);
    const draft = { at: now.toString(), verb: move, actor: by, data: {}, effect: effect.value };
    const written = spread(
      dossierFamilyRules(by, () => context),
      this.members,
      {
        caseId: state.caseId,
        kind: state.kind,
        draft,
      },
    );
    if (!written.ok) return written.refusal.code;
    this.written = written.value;
    for (const { state: after } of written.value) this.members.set(after.caseId, after);
    return undefined;
  }
}
