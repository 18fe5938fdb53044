import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import type { FamilyRules } from '#case-engine/rules/family.ts';
import type { EntryActor, EntryDraft } from '#case-engine/rules/journal.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { accepted, type Result } from '#kernel/result.ts';
import type { DossierRefusal } from '../refusals.ts';
import { branchAnswered } from './branch-answered.ts';
import { dossierKind } from './dossier-kind.ts';
import { dossierMoves } from './dossier-moves.ts';
import { consultationKind, externalLegKind, legKind } from './leg-kinds.ts';
import type { DossierMove, MoveData } from './move-data.ts';
import { consultationMoves } from './moves/consultation-moves.ts';
import { externalLegMoves } from './moves/external-leg-moves.ts';
import { legMoves } from './moves/leg-moves.ts';
import { closeBranch } from './moves/move-effects.ts';
import type { EffectRefusal, MoveContext, MoveEffect, MoveRules } from './moves/move-rule.ts';
import { openBranch } from './open-branch.ts';

/** A dossier and what it opens: each kind with the rules of its moves. */
const family: {
  readonly [kind: string]: { readonly kind: CaseKind<DossierRefusal>; readonly moves: Partial<MoveRules<DossierMove>> };
} = {
  dossier: { kind: dossierKind, moves: dossierMoves },
  leg: { kind: legKind, moves: legMoves },
  consultation: { kind: consultationKind, moves: consultationMoves },
  'external-leg': { kind: externalLegKind, moves: externalLegMoves },
};

export const dossierKinds: readonly CaseKind<DossierRefusal>[] = Object.values(family).map(({ kind }) => kind);

/** Undefined for a case that belongs to no dossier. */
export function dossierKindIfKnown(kind: string): CaseKind<DossierRefusal> | undefined {
  return Object.hasOwn(family, kind) ? family[kind]?.kind : undefined;
}

/** A kind that does not belong to dossiers is a defect. */
export function dossierKindOf(kind: string): CaseKind<DossierRefusal> {
  const known = dossierKindIfKnown(kind);
  if (!known) throw new RangeError(`${kind} is no kind of a dossier's family`);
  return known;
}

/** What the move changes on a case of this kind; whether it may be made was asked before. */
export function effectOfMove<Move extends DossierMove>(
  state: CaseState,
  move: Move,
  data: MoveData[Move],
  context: MoveContext,
): MoveEffect {
  const rule = family[state.kind]?.moves[move];
  if (!rule) throw new RangeError(`${state.kind} knows no move ${move}`);
  return rule.effect(state, data, context);
}

/** What follows on the other cases of the family from something done by `actor` at `context.at`. */
export function dossierFamilyRules(
  actor: EntryActor,
  contextOf: (unitId: string) => MoveContext,
): FamilyRules<EffectRefusal> {
  const draft = (
    verb: string,
    effect: Result<CaseEffect, EffectRefusal>,
    data: EntryDraft['data'],
    at: Temporal.Instant,
  ): Result<EntryDraft, EffectRefusal> =>
    effect.ok ? accepted({ at: at.toString(), verb, actor, data, effect: effect.value }) : effect;
  return {
    kindOf: dossierKindOf,
    open: (parent, branchId, branch) => {
      const context = contextOf(branch.unitId);
      return draft('open-branch', openBranch(parent, branchId, branch, context), { branchId }, context.at);
    },
    branchClosed: (parent, branchId, child) => {
      const context = contextOf(parent.holder?.unitId ?? parent.receivingUnitId);
      const { effect, data } = branchAnswered(parent, branchId, child, context);
      return draft('branch-answered', effect, data, context.at);
    },
    callOff: (child, parent) => {
      const context = contextOf(child.receivingUnitId);
      const why = String(parent.facts.unwantedWhy ?? '');
      const effect = closeBranch(child, 'called-off', { calledOffWhy: why }, context);
      return draft('called-off', effect, { reason: why }, context.at);
    },
  };
}
