import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseEffect, CaseState } from '#case-engine/rules/case-state.ts';
import { extend, type FamilyRules, spread } from '#case-engine/rules/family.ts';
import type { EntryActor, EntryDraft, JournalEntry } from '#case-engine/rules/journal.ts';
import type { CaseKind } from '#case-engine/rules/kind.ts';
import type { MoveContext } from '#case-engine/rules/move-rule.ts';
import { mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import type { Result } from '#kernel/result.ts';
import type { WorkingCalendar } from '#kernel/working-calendar.ts';
import type { WorkingHours } from '#kernel/working-hours.ts';

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

/** What the kinds of a family say of their moves, as the commands ask it. */
export interface WalkRules {
  kindOf(kind: string): CaseKind;
  effect(state: CaseState, move: string, data: object, context: MoveContext): Result<CaseEffect, string>;
  /** The unit by whose hours a move is reckoned; without it the one that holds the case. */
  clockUnit?(state: CaseState, move: string): string;
  /** What follows on other cases, of kinds that have families. */
  family?(by: EntryActor, contextOf: (unitId: string) => MoveContext): FamilyRules<string>;
  touchesFamily?(state: CaseState, move: string): boolean;
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
 * Walks a case and what it opens through the rules, as the commands do: may this person make this move, what does it change,
 * what follows for the family, and the entry chained to the one before it.
 */
export class CaseWalk {
  readonly cases = new Map<string, { kind: CaseKind; state: CaseState; entries: JournalEntry[] }>();
  readonly #ground: WalkGround;
  readonly #rules: WalkRules;

  constructor(ground: WalkGround, rules: WalkRules) {
    this.#ground = ground;
    this.#rules = rules;
  }

  stateOf(caseId: string): CaseState {
    const walked = this.cases.get(caseId);
    if (!walked) throw new RangeError('nothing is walked before it is opened');
    return walked.state;
  }

  /** The first entry of a case, with the cases it opens. */
  begin(kind: string, caseId: string, actor: Actor, draft: EntryDraft): void {
    const { family, kindOf } = this.#rules;
    const known = kindOf(kind);
    if (!family) {
      this.#write(known, caseId, extend(known, caseId, null, [draft]));
      return;
    }
    const at = Temporal.Instant.from(draft.at);
    const rules = family(draft.actor, (unitId) => ({ ...this.#clock(unitId), at, actor }));
    const opened = spread(rules, new Map(), { caseId, kind, draft });
    if (!opened.ok) throw new RangeError(`a ${kind} is not opened at ${draft.at}: ${opened.refusal.code}`);
    for (const writing of opened.value) this.#write(writing.kind, writing.state.caseId, writing);
  }

  /**
   * @param written what the entry keeps of what the mover gave
   * @throws MoveRefused when a rule says no
   */
  move(caseId: string, move: string, actor: Actor, at: Temporal.Instant, data: object, written: JsonObject): void {
    const { state } = this.cases.get(caseId)!;
    const { kindOf, clockUnit, touchesFamily, family: familyRules } = this.#rules;
    const kind = kindOf(state.kind);
    const may = mayMove(kind, state, move, actor, at);
    if (!may.ok) throw new MoveRefused(state, move, may.refusal.code, at.toString());
    const unitId = clockUnit?.(state, move) ?? state.holder?.unitId ?? state.receivingUnitId;
    const effect = this.#rules.effect(state, move, data, { ...this.#clock(unitId), at, actor });
    if (!effect.ok) throw new MoveRefused(state, move, effect.refusal.code, at.toString());
    const by = writtenActor(actor, may.value.post);
    const draft: EntryDraft = { at: at.toString(), verb: move, actor: by, data: written, effect: effect.value };
    if (!familyRules || !touchesFamily?.(state, move)) {
      this.#write(kind, caseId, extend(kind, caseId, state, [draft]));
      return;
    }
    const rules = familyRules(by, (unit) => ({ ...this.#clock(unit), at, actor }));
    const family = new Map([...this.cases].map(([id, walked]) => [id, walked.state]));
    const spreadOut = spread(rules, family, { caseId, kind: state.kind, draft });
    if (!spreadOut.ok) throw new MoveRefused(state, move, spreadOut.refusal.code, at.toString());
    for (const writing of spreadOut.value) this.#write(writing.kind, writing.state.caseId, writing);
  }

  /** An entry that is no move: what happens because time passes. */
  record(caseId: string, draft: EntryDraft): void {
    const { kind, state } = this.cases.get(caseId)!;
    this.#write(kind, caseId, extend(kind, caseId, state, [draft]));
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

/** The actor as an entry keeps them. */
export const writtenActor = (
  actor: Actor,
  post: { readonly unitId: string; readonly role: string } | null,
): EntryActor => ({
  kind: actor.kind,
  accountId: actor.accountId,
  name: actor.name,
  unitId: post?.unitId ?? null,
  role: post?.role ?? null,
});
