import type { Json, JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { type CommandCall, type MoveAnswer, recordEntries } from './record-entries.ts';
import { recordFamily } from './record-family.ts';
import type { CaseRefusal } from './refusals.ts';
import type { Actor } from './rules/authority.ts';
import type { ClockGround } from './rules/case-clock.ts';
import type { CaseEffect, CaseState } from './rules/case-state.ts';
import { entryActor } from './rules/entry-actor.ts';
import { type FamilyRules, spread } from './rules/family.ts';
import type { EntryActor, EntryDraft } from './rules/journal.ts';
import type { CaseKind } from './rules/kind.ts';
import type { MoveContext } from './rules/move-rule.ts';
import { type MoveRefusal, mayMove } from './rules/open-moves.ts';

/** What a module says of its kinds, so that any move of them can be made. */
export interface MoveMaking<Code extends string> {
  kindOf(kind: string): CaseKind<Code> | undefined;
  groundOf(unitId: string): ClockGround;
  /** What was sent, read and checked, with what only we know added: names, numbers. */
  read(state: CaseState, move: string, sent: unknown, db: Database): Promise<Result<JsonObject, Code>>;
  effect(state: CaseState, move: string, data: JsonObject, context: MoveContext): Result<CaseEffect, Code>;
  /** What follows on other cases; without it a move touches its own case alone. */
  family?(actor: EntryActor, contextOf: (unitId: string) => MoveContext): FamilyRules<Code>;
  touchesFamily?(state: CaseState, move: string): boolean;
  /** Written in the same transaction as the entry. */
  beside?(state: CaseState, move: string, data: JsonObject, db: Database, effect: CaseEffect): Promise<void>;
}

export interface MoveRequest {
  readonly caseId: string;
  readonly move: string;
  /** As sent; checked against the description of the move. */
  readonly data: unknown;
}

/** Any move of any kind: may this person, is what they gave complete, what does it change. Refused in words, nothing written. */
export async function makeMove<Code extends string>(
  db: Database,
  making: MoveMaking<Code>,
  actor: Actor,
  request: MoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, Code | MoveRefusal | CaseRefusal>> {
  const { caseId, move } = request;
  type Refused = Code | MoveRefusal | CaseRefusal;
  const contextOf = (unitId: string): MoveContext => ({ ...making.groundOf(unitId), at, actor });
  const draftOf = async (state: CaseState, database: Database): Promise<Result<EntryDraft, Refused>> => {
    const kind = making.kindOf(state.kind);
    if (!kind) return refused('case-not-found');
    const may = mayMove(kind, state, move, actor, at);
    if (!may.ok) return may;
    const read = await making.read(state, move, request.data, database);
    if (!read.ok) return read;
    const data = read.value;
    const effect = making.effect(state, move, data, contextOf(state.holder?.unitId ?? state.receivingUnitId));
    if (!effect.ok) return effect;
    await making.beside?.(state, move, data, database, effect.value);
    return accepted({
      at: at.toString(),
      verb: move,
      actor: entryActor(actor, may.value.post),
      data,
      effect: effect.value,
    });
  };

  let rootId: string | undefined;
  const together = making.beside !== undefined;
  const alone = await recordEntries<Refused>(
    db,
    making.kindOf,
    caseId,
    { ...call, together },
    async (state, database) => {
      if (making.family && making.touchesFamily?.(state, move)) {
        rootId = state.parent?.rootId ?? caseId;
        return refused('case-changed');
      }
      const draft = await draftOf(state, database);
      return draft.ok ? accepted([draft.value]) : draft;
    },
  );
  if (!rootId) return alone;
  return recordFamily<Refused>(db, rootId, caseId, call, async (state, family, transaction) => {
    const draft = await draftOf(state, transaction);
    if (!draft.ok) return draft;
    const rules = making.family?.(draft.value.actor, contextOf);
    if (!rules) throw new RangeError('a family without its rules');
    return spread<Refused>(rules as FamilyRules<Refused>, family, { caseId, kind: state.kind, draft: draft.value });
  });
}

/** What a move was given, as the journal keeps it: plain JSON, days written out. */
export function asJournalData(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as { readonly [name: string]: Json };
}
