import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { extend, spread } from '#case-engine/rules/family.ts';
import type { EntryActor, EntryDraft, JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';
import { dossierFamilyRules, dossierKindOf, effectOfMove } from '#modules/dossiers/rules/dossier-family.ts';
import type { DossierMove, MoveData } from '#modules/dossiers/rules/move-data.ts';

/** What the clock of every unit rests on. */
export interface WalkGround {
  readonly calendar: WorkingCalendar;
  hoursOf(unitId: string): WorkingHours;
}

/** A case as the walk leaves it. */
export interface WalkedCase {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly entries: readonly JournalEntry[];
}

/** A move that a rule refused: the course asked for something that cannot be. */
export class MoveRefused extends Error {
  readonly code: string;
  constructor(state: CaseState, move: string, code: string, at: string) {
    super(`${move} of a ${state.kind} of ${state.typeCode} in state ${state.state} at ${at}: ${code}`);
    this.code = code;
  }
}

/**
 * Walks a dossier and what it opens through the rules, as the commands do: may this person make this move, what does it
 * change, what follows for the family, and the entry chained to the one before it.
 */
export class Walk {
  readonly cases = new Map<string, { kind: CaseKind; state: CaseState; entries: JournalEntry[] }>();
  readonly caseId: string;
  readonly #ground: WalkGround;

  constructor(ground: WalkGround, caseId: string) {
    this.#ground = ground;
    this.caseId = caseId;
  }

  get state(): CaseState {
    return this.stateOf(this.caseId);
  }

  stateOf(caseId: string): CaseState {
    const walked = this.cases.get(caseId);
    if (!walked) throw new RangeError('nothing is walked before it is opened');
    return walked.state;
  }

  open(at: Temporal.Instant, actor: Actor, effect: CaseEffect, data: JsonObject): void {
    const kind = dossierKindOf('dossier');
    const draft = { at: at.toString(), verb: 'submit', actor: writtenActor(actor, null), data, effect };
    const { state, entries } = extend(kind, this.caseId, null, [draft]);
    this.cases.set(this.caseId, { kind, state, entries });
  }

  /**
   * @param beside what the entry keeps besides what the mover gave: the number of a slip
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
    const { state } = this.cases.get(caseId)!;
    const kind = dossierKindOf(state.kind);
    const may = mayMove(kind, state, move, actor, at);
    if (!may.ok) throw new MoveRefused(state, move, may.refusal.code, at.toString());
    const unitId = move === 'accept' ? state.receivingUnitId : (state.holder?.unitId ?? state.receivingUnitId);
    const effect = effectOfMove(state, move, data, { ...this.#clock(unitId), at, actor });
    if (!effect.ok) throw new MoveRefused(state, move, effect.refusal.code, at.toString());
    const by = writtenActor(actor, may.value.post);
    const draft: EntryDraft = { at: at.toString(), verb: move, actor: by, data: written, effect: effect.value };
    if (!touchesFamily(state, move)) {
      this.#write(kind, caseId, extend(kind, caseId, state, [draft]));
      return;
    }
    const rules = dossierFamilyRules(by, (unit) => ({ ...this.#clock(unit), at, actor }));
    const family = new Map([...this.cases].map(([id, walked]) => [id, walked.state]));
    const spreadOut = spread(rules, family, { caseId, kind: state.kind, draft });
    if (!spreadOut.ok) throw new MoveRefused(state, move, spreadOut.refusal.code, at.toString());
    for (const writing of spreadOut.value) this.#write(writing.kind, writing.state.caseId, writing);
  }

  #clock(unitId: string) {
    return { calendar: this.#ground.calendar, hours: this.#ground.hoursOf(unitId) };
  }

  #write(
    kind: CaseKind,
    caseId: string,
    { state, entries }: { readonly state: CaseState; readonly entries: readonly JournalEntry[] },
  ): void {
    const walked = this.cases.get(caseId);
    if (!walked) {
      this.cases.set(caseId, { kind, state, entries: [...entries] });
      return;
    }
    walked.state = state;
    walked.entries.push(...entries);
  }
}

/** As the commands say it: then the whole family is moved together. */
function touchesFamily(state: CaseState, move: DossierMove): boolean {
  const opensLegs = state.state === 'in-process' && state.route.some((step) => step.legs);
  return state.parent !== undefined || state.branches !== undefined || opensLegs || move === 'consult';
}

const writtenActor = (actor: Actor, post: { readonly unitId: string; readonly role: string } | null): EntryActor => ({
  kind: actor.kind,
  accountId: actor.accountId,
  name: actor.name,
  unitId: post?.unitId ?? null,
  role: post?.role ?? null,
});
