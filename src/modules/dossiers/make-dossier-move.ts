import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import { recordFamily } from '#case-engine/record-family.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { spread } from '#case-engine/rules/family.ts';
import type { EntryDraft } from '#case-engine/rules/journal.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { DuesRefusal } from '#modules/dues/index.ts';
import { type CityGround, clockGround, hasPost, type SigningRefusal } from '#modules/organisation/index.ts';
import { findColleague } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { duesBeside, movesWithDues } from './dues/dues-beside.ts';
import { addPapers, findGonePaper } from './hand-in-papers.ts';
import { isMoveWithInput, type MoveWithInput, moveInputs } from './move-input.ts';
import type { DossierRefusal } from './refusals.ts';
import { enterResult } from './result/enter-result.ts';
import { asDelegate, getDossierContent, signingPower } from './result/signing-document.ts';
import { dossierFamilyRules, dossierKindIfKnown, dossierKindOf, effectOfMove } from './rules/dossier-family.ts';
import type { HandedPaper } from './rules/move-data.ts';
import { formOfMove, writeSlipNumber } from './rules/slips.ts';
import { takeSlip } from './take-slip.ts';

export type DossierMoveRefusal =
  | DossierRefusal
  | MoveRefusal
  | CaseRefusal
  | SigningRefusal
  | DuesRefusal
  | 'calendar-not-published'
  | 'move-data-wrong';

export interface DossierMoveRequest {
  readonly caseId: string;
  readonly move: string;
  /** As sent; checked against the description of the move. */
  readonly data: unknown;
  /** Files that come with it: papers of a supplement. */
  readonly papers?: readonly HandedPaper[];
}

/**
 * Makes any move of a dossier but acceptance: may this person, is what they gave complete, what does it change.
 * Refused in words, nothing written, when any of the three says no.
 */
export async function makeDossierMove(
  db: Database,
  ground: CityGround,
  actor: Actor,
  request: DossierMoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, DossierMoveRefusal>> {
  const { caseId, move } = request;
  if (!isMoveWithInput(move)) return refused('move-unknown', { move });
  const together =
    (request.papers ?? []).length > 0 ||
    move === 'sign' ||
    formOfMove[move] !== undefined ||
    movesWithDues.includes(move);
  let rootId: string | undefined;
  const alone = await recordEntries<DossierMoveRefusal>(
    db,
    dossierKindIfKnown,
    caseId,
    { ...call, together },
    async (state, database) => {
      if (touchesFamily(state, move)) {
        rootId = state.parent?.rootId ?? caseId;
        return refused('case-changed');
      }
      const draft = await draftOf(db, database, ground, actor, { ...request, move }, state, at);
      return draft.ok ? accepted([draft.value]) : draft;
    },
  );
  if (!rootId) return alone;
  return recordFamily<DossierMoveRefusal>(db, rootId, caseId, call, async (state, family, transaction) => {
    const draft = await draftOf(db, transaction, ground, actor, { ...request, move }, state, at);
    if (!draft.ok) return draft;
    const rules = dossierFamilyRules(draft.value.actor, (unitId) => ({ ...clockGround(ground, unitId), at, actor }));
    return spread(rules, family, { caseId, kind: state.kind, draft: draft.value });
  });
}

/** Does the move concern more cases than its own? Then all of them are moved together. */
function touchesFamily(state: CaseState, move: MoveWithInput): boolean {
  const opensLegs = state.route.some((step) => step.legs) && state.state === 'in-process';
  return state.parent !== undefined || state.branches !== undefined || opensLegs || move === 'consult';
}

/** The move as an entry: may this person, is what they gave complete, what does it change. */
async function draftOf(
  pool: Database,
  database: Database,
  ground: CityGround,
  actor: Actor,
  request: DossierMoveRequest & { readonly move: MoveWithInput },
  state: CaseState,
  at: Temporal.Instant,
): Promise<Result<EntryDraft, DossierMoveRefusal>> {
  const { move, papers = [] } = request;
  if (move === 'sign') return signatureDraft(pool, database, ground, actor, state, at);
  const may = mayMove(dossierKindOf(state.kind), state, move, actor, at);
  if (!may.ok) return may;
  const parsed = readMoveData(move, request.data);
  if (!parsed.ok) return parsed;
  const able = await checkWhoIsNamed(database, ground, state, move, parsed.value, at);
  if (!able.ok) return able;
  const slip = await takeSlip(database, ground, state, move, may.value.post, at);
  const named = slip && move === 'apologise' ? withLetterNumber(able.value, slip) : able.value;
  const context = { ...clockGround(ground, state.holder?.unitId ?? state.receivingUnitId), at, actor };
  const effect = effectOfMove(state, move, named as never, context);
  if (!effect.ok) return effect;
  const gone = await findGonePaper(database, papers);
  if (gone) return refused('paper-file-gone', { fileName: gone.fileName }, 'papers');
  await addPapers(database, state.caseId, papers, at);
  const given = papers.length > 0 ? { papers: papers.map((paper) => ({ ...paper })) } : {};
  const data = { ...written(named), ...given, ...(slip ? { slip } : {}) };
  const by = entryActor(actor, may.value.post);
  const dues = await duesBeside(database, state, move, data, by, at);
  if (!dues.ok) return dues;
  const changed = { ...effect.value, facts: { ...effect.value.facts, ...dues.value } };
  return accepted({ at: at.toString(), verb: move, actor: by, data, effect: changed });
}

/**
 * The signature as an entry. Its form follows from post and delegation; a delegate is asked the same rule as whoever holds
 * the post. The result enters the register in the same transaction.
 */
async function signatureDraft(
  pool: Database,
  database: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  at: Temporal.Instant,
): Promise<Result<EntryDraft, DossierMoveRefusal>> {
  const kind = dossierKindOf(state.kind);
  const own = mayMove(kind, state, 'sign', actor, at);
  if (!own.ok && (own.refusal.code !== 'move-not-yours' || state.route[state.step]?.work !== 'sign')) return own;
  const content = await getDossierContent(database, state, pool);
  const power = await signingPower(database, ground, actor, state, content, at);
  // whoever has nothing to do with signing is told so; whoever has a delegation that does not reach, why
  if (!power.ok) return own.ok || power.refusal.code !== 'signing-not-empowered' ? power : own;
  const may = own.ok ? own : mayMove(kind, state, 'sign', asDelegate(actor, state, power.value, at), at);
  if (!may.ok) return may;
  const { form, block, title, delegationId } = power.value;
  const result = await enterResult(database, ground, actor, state, content, power.value, at);
  const data = { signingForm: form, title, block, delegationId, ...(result ? { result } : {}) };
  const context = { ...clockGround(ground, state.holder?.unitId ?? state.receivingUnitId), at, actor };
  const effect = effectOfMove(state, 'sign', data, context);
  if (!effect.ok) return effect;
  return accepted({
    at: at.toString(),
    verb: 'sign',
    actor: entryActor(actor, may.value.post),
    data: written(data),
    effect: effect.value,
  });
}

/** What was sent for a move, read and checked: lengths, control characters, days. Names the field that is wrong. */
export function readMoveData(move: MoveWithInput, sent: unknown): Result<MoveDataRead, 'move-data-wrong'> {
  const parsed = moveInputs[move].safeParse(sent);
  if (parsed.success) return accepted(parsed.data as MoveDataRead);
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return refused('move-data-wrong', { field }, field);
}

type MoveDataRead = Record<string, unknown>;

/** Someone to whom a case is given, and a body that is asked, must be able to answer; their names are ours, not the sender's. */
async function checkWhoIsNamed(
  db: Database,
  ground: CityGround,
  state: CaseState,
  move: MoveWithInput,
  data: MoveDataRead,
  at: Temporal.Instant,
): Promise<Result<MoveDataRead, DossierRefusal | 'move-data-wrong'>> {
  if (move === 'consult') {
    const unit = ground.tree.get(String(data.unitId));
    const able = unit && unit.id !== state.holder?.unitId && (await hasPost(db, unit.id, 'case-handler', localDay(at)));
    return able ? accepted({ ...data, unitName: unit.name }) : refused('unit-not-consulted', {}, 'unitId');
  }
  if (move === 'issue' && data.number === '') {
    const registered = state.facts.result as { readonly number?: string } | undefined;
    const number = registered?.number;
    return number ? accepted({ ...data, number }) : refused('move-data-wrong', { field: 'number' }, 'number');
  }
  if ((move !== 'assign' && move !== 'reassign') || !state.holder) return accepted(data);
  const chosen = await findColleague(db, state.holder, data.accountId, at);
  return chosen ? accepted({ ...data, name: chosen.name }) : refused('colleague-not-able', {}, 'accountId');
}

/** An apology goes under the number of its slip, unless the office gave its letter one of its own. */
function withLetterNumber(data: MoveDataRead, slip: JsonObject): MoveDataRead {
  return data.letterNumber ? data : { ...data, letterNumber: writeSlipNumber('04', Number(slip.number)) };
}

/** As the journal keeps it: plain JSON, days written out. */
function written(data: MoveDataRead): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject;
}
