import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { extend } from '#case-engine/rules/family.ts';
import type { JsonObject } from '#kernel/json.ts';
import { dossierFamilyRules, dossierKindOf, effectOfMove } from '#modules/dossiers/rules/dossier-family.ts';
import type { DossierMove, MoveData } from '#modules/dossiers/rules/move-data.ts';
import { CaseWalk, type WalkGround, type WalkRules, writtenActor } from './case-walk.ts';

const dossierWalk: WalkRules = {
  kindOf: dossierKindOf,
  effect: (state, move, data, context) => effectOfMove(state, move as DossierMove, data as never, context),
  clockUnit: (state, move) =>
    move === 'accept' ? state.receivingUnitId : (state.holder?.unitId ?? state.receivingUnitId),
  family: dossierFamilyRules,
  touchesFamily: (state, move) => touchesFamily(state, move as DossierMove),
};

/** Walks a dossier and the parts of other agencies that it opens. */
export class Walk extends CaseWalk {
  readonly caseId: string;

  constructor(ground: WalkGround, caseId: string) {
    super(ground, dossierWalk);
    this.caseId = caseId;
  }

  get state(): CaseState {
    return this.stateOf(this.caseId);
  }

  open(at: Temporal.Instant, actor: Actor, effect: CaseEffect, data: JsonObject): void {
    const kind = dossierKindOf('dossier');
    const draft = { at: at.toString(), verb: 'submit', actor: writtenActor(actor, null), data, effect };
    const { state, entries } = extend(kind, this.caseId, null, [draft]);
    this.cases.set(this.caseId, { kind, state, entries });
  }

  /**
   * @param written what the entry keeps of what the mover gave: beside it the number of a slip
   * @throws MoveRefused when a rule says no
   */
  make<Move extends DossierMove>(
    caseId: string,
    move: Move,
    actor: Actor,
    at: Temporal.Instant,
    data: MoveData[Move],
    written: JsonObject,
  ): void {
    this.move(caseId, move, actor, at, data, written);
  }
}

/** As the commands say it: then the whole family is moved together. */
function touchesFamily(state: CaseState, move: DossierMove): boolean {
  const opensLegs = state.state === 'in-process' && state.route.some((step) => step.legs);
  return state.parent !== undefined || state.branches !== undefined || opensLegs || move === 'consult';
}
