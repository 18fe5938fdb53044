import { appendToCases, findCase } from '#case-engine/case-store.ts';
import { asJournalData, type MoveMaking, type MoveRequest, makeMove } from '#case-engine/make-move.ts';
import type { CommandCall, MoveAnswer } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { extend } from '#case-engine/rules/family.ts';
import { type MoveRefusal, mayMove } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { figureDefinition } from '#modules/figures/index.ts';
import { type CityGround, clockGround, type SigningRefusal, type Unit } from '#modules/organisation/index.ts';
import { keepCaseFiles, type UploadOf } from '#modules/papers/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { insertFrozen } from './frozen-store.ts';
import type { FigureAnswering } from './gather-figures.ts';
import { gatherSheet } from './gather-sheet.ts';
import { listNarratives } from './narrative-store.ts';
import { openOpinions } from './open-opinions.ts';
import { prepareRestatement, prepareSigning, prepareSubmission } from './prepare-signing.ts';
import { findRegime } from './read-regimes.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { reportingInputs } from './report-input.ts';
import { findReport, listMembers, takePaperNumber } from './report-store.ts';
import { type FrozenReport, frozenHash, type ReportRestatement } from './rules/frozen-report.ts';
import { opinionMoves } from './rules/opinion-moves.ts';
import { reportingKindIfKnown, requestKind } from './rules/report-kinds.ts';
import { reportMoves } from './rules/report-moves.ts';
import { typedFor } from './rules/report-regime.ts';
import { requestFacts } from './rules/reporting-facts.ts';
import { requestMoves } from './rules/request-moves.ts';

export type ReportingMoveRefusal =
  | ReportingRefusal
  | ReportRefusal
  | MoveRefusal
  | CaseRefusal
  | SigningRefusal
  | 'case-file-unknown';

/** Who answers for figures, and the city they are asked of. */
export interface ReportingGround {
  readonly city: CityGround;
  readonly ask: FigureAnswering;
}

/** What is looked up before the transaction begins, so that it is short: figures take their time. */
interface Prepared {
  readonly sheet?: readonly JsonObject[];
  readonly signing?: Omit<FrozenReport, 'number'> & { readonly revision: number };
  readonly restatement?: { readonly content: ReportRestatement; readonly version: number };
}

/** Makes any move of a report, of a unit's part, or of an opinion. */
export async function makeReportMove(
  db: Database,
  ground: ReportingGround,
  actor: Actor,
  request: MoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
  uploadOf: UploadOf = () => undefined,
): Promise<Result<MoveAnswer, ReportingMoveRefusal>> {
  const state = await findCase(db, request.caseId);
  const kind = state && reportingKindIfKnown(state.kind);
  if (!state || !kind) return refused('case-not-found');
  // whoever may not make it is told so before anything is counted
  const may = mayMove(kind, state, request.move, actor, at);
  const prepared = may.ok ? await prepare(db, ground, actor, state, request.move, at) : accepted({});
  if (!prepared.ok) return prepared;
  const making = reportMaking(ground, actor, at, prepared.value, uploadOf);
  return makeMove<ReportingMoveRefusal>(db, making, actor, request, at, call);
}

/** Only in a state in which the move could be made: else the rule says what is wrong. */
async function prepare(
  db: Database,
  ground: ReportingGround,
  actor: Actor,
  state: CaseState,
  move: string,
  at: Temporal.Instant,
): Promise<Result<Prepared, ReportingMoveRefusal>> {
  if (move === 'send-part' && state.kind === 'report-request' && state.holder?.unitId === state.receivingUnitId) {
    const lines = await gatherSheet(ground.ask, state);
    return accepted({
      sheet: lines.map(({ definition, value }) => ({ figureId: definition.id, value: value ? { ...value } : null })),
    });
  }
  if (state.kind !== 'report') return accepted({});
  if (move === 'submit-report' && state.state === 'opinions') {
    const ready = await prepareSubmission(db, ground, state);
    return ready.ok ? accepted({}) : ready;
  }
  if (move === 'sign-report' && state.state === 'signing') {
    const signing = await prepareSigning(db, ground, actor, state, at);
    return signing.ok ? accepted({ signing: signing.value }) : signing;
  }
  if (move === 'restate-report' && state.state === 'published') {
    const restatement = await prepareRestatement(db, ground, state, at);
    return restatement.ok ? accepted({ restatement: restatement.value }) : restatement;
  }
  return accepted({});
}

function reportMaking(
  ground: ReportingGround,
  actor: Actor,
  at: Temporal.Instant,
  prepared: Prepared,
  uploadOf: UploadOf,
): MoveMaking<ReportingMoveRefusal> {
  let frozen: FrozenReport | undefined;
  return {
    kindOf: reportingKindIfKnown,
    groundOf: (unitId) => clockGround(ground.city, unitId),
    read: async (state, move, sent, db) => {
      const input = reportingInputs[state.kind]?.[move];
      if (!input) return refused('move-unknown', { move });
      const parsed = input.safeParse(sent);
      if (!parsed.success) {
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return refused('move-data-wrong', { field }, field);
      }
      const data = asJournalData(parsed.data as object);
      if (move === 'send-part') return sentPart(db, state, prepared, ground.city.tree.get(state.receivingUnitId));
      if (move === 'object-figure') return onSheet(state, move, data);
      if (move === 'enter-figure') {
        const entered = onSheet(state, move, data);
        return entered.ok ? keepCaseFiles(db, state.caseId, entered.value, uploadOf, at) : entered;
      }
      if (move === 'submit-report') return submission(db, state, at);
      if (move === 'sign-report') {
        if (!prepared.signing) return refused('case-changed');
        const { revision, ...content } = prepared.signing;
        const report = await findReport(db, state.caseId, true);
        if (report?.revision !== revision) return refused('report-text-changed');
        const notation = content.outline.notation;
        const number = await takePaperNumber(db, localDay(at).year, notation);
        frozen = { ...content, number };
        return accepted({ number, notation, sha256: frozenHash(frozen) });
      }
      if (move === 'restate-report') {
        if (!prepared.restatement) return refused('case-changed');
        const { content, version } = prepared.restatement;
        return accepted({ ...data, version, sha256: frozenHash(content) });
      }
      return accepted(data);
    },
    effect: (state, move, data, context) => {
      const moves = { report: reportMoves, 'report-request': requestMoves, 'report-opinion': opinionMoves };
      const rules = moves[state.kind as keyof typeof moves] as Record<
        string,
        {
          effect(
            state: CaseState,
            data: never,
            context: unknown,
          ): ReturnType<MoveMaking<ReportingMoveRefusal>['effect']>;
        }
      >;
      const rule = rules[move];
      return rule ? rule.effect(state, data as never, context) : refused('move-unknown', { move });
    },
    beside: async (state, move, data, db) => {
      const by = actor.accountId ?? '';
      if (move === 'ask-opinions') await openOpinions(db, ground.city, actor, state, data, at);
      if (move === 'call-off-report') await callOffParts(db, actor, state.caseId, at);
      if (move === 'sign-report' && frozen)
        await insertFrozen(
          db,
          {
            caseId: state.caseId,
            version: 1,
            content: frozen,
            sha256: String(data.sha256),
            reason: null,
            frozenByName: actor.name,
            frozenAt: at,
          },
          by,
        );
      if (move === 'restate-report' && prepared.restatement)
        await insertFrozen(
          db,
          {
            caseId: state.caseId,
            ...prepared.restatement,
            sha256: String(data.sha256),
            reason: String(data.reason),
            frozenByName: actor.name,
            frozenAt: at,
          },
          by,
        );
    },
  };
}

type Completed = Result<JsonObject, ReportingMoveRefusal>;

/** What the unit has written and what is counted, as it goes out. */
async function sentPart(
  db: Database,
  state: CaseState,
  { sheet = [] }: Prepared,
  unit: Unit | undefined,
): Promise<Completed> {
  const regime = findRegime(requestFacts(state).regime);
  const sections = await listNarratives(db, state.caseId);
  if (sections.length === 0 && (regime?.sections.length ?? 0) > 0) return refused('narrative-missing', {}, 'sections');
  const entered = new Set((requestFacts(state).entered ?? []).map(({ figureId }) => figureId));
  const missing = typedFor(regime, unit).filter(({ id }) => !entered.has(id));
  if (missing.length > 0)
    return refused('typed-figures-missing', { names: missing.map(({ name }) => name.vi).join(', ') });
  return accepted({ sections: sections.map((one) => ({ ...one })), sheet });
}

/** Counted figures are objected to; others are entered with evidence. */
function onSheet(state: CaseState, move: 'object-figure' | 'enter-figure', data: JsonObject): Completed {
  const regime = findRegime(requestFacts(state).regime);
  const figureId = String(data.figureId);
  const isTyped = regime?.typed.some(({ id }) => id === figureId) === true;
  const isCounted = regime?.sheet.includes(figureId) === true;
  if (move === 'enter-figure' && !isTyped)
    return isCounted || figureDefinition(figureId)
      ? refused('figure-is-counted', {}, 'figureId')
      : refused('figure-not-on-sheet', {}, 'figureId');
  if (move === 'object-figure' && !isCounted) return refused('figure-not-on-sheet', {}, 'figureId');
  return accepted(data);
}

async function submission(db: Database, state: CaseState, at: Temporal.Instant): Promise<Completed> {
  const opinions = await listMembers(db, state.caseId, 'report-opinion');
  const openOpinions = opinions.filter(({ endedAt }) => endedAt === null).length;
  if (openOpinions > 0) return accepted({ openOpinions, letter: { number: 0, notation: '' } });
  const notation = 'TTr-UBND';
  const number = await takePaperNumber(db, localDay(at).year, notation);
  return accepted({ openOpinions, letter: { number, notation } });
}

/** Parts nobody waits for any more. */
async function callOffParts(db: Database, actor: Actor, reportId: string, at: Temporal.Instant): Promise<void> {
  const open = (await listMembers(db, reportId, 'report-request')).filter(({ endedAt }) => endedAt === null);
  if (open.length === 0) return;
  await appendToCases(
    db,
    open.map((before) => {
      const effect = { state: 'called-off', holder: null, endedAt: at.toString() };
      const draft = { at: at.toString(), verb: 'called-off', actor: entryActor(actor, null), data: {}, effect };
      return { kind: requestKind, seen: before.entries, ...extend(requestKind, before.caseId, before, [draft]) };
    }),
  );
}
