import { findCase, listFamily, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { explainRecord } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { DueExplanation } from '#case-engine/rules/clock.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import { type CaseKind, type MoveDefinition, stateOf } from '#case-engine/rules/kind.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { isOwner, openMoves } from '#case-engine/rules/open-moves.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { clockGround } from '#modules/organisation/index.ts';
import { getProcedureVersion, type ProcedureInForce } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { type DossierPaper, type DossierRow, findCaseIdByCode, findDossierRow, listPapers } from './dossier-store.ts';
import { type HandedIn, listHandIns } from './hand-in-store.ts';
import { maySignAsDelegate } from './result/signing-document.ts';
import { parseDossierCode, writeDossierCode } from './rules/dossier-code.ts';
import { dossierKindIfKnown } from './rules/dossier-family.ts';
import { dossierKind } from './rules/dossier-kind.ts';
import { percentDone } from './rules/percent-done.ts';
import { isTrackingSecret } from './tracking-secret.ts';

/** All there is to see of a dossier by someone with a right to it. */
export interface DossierPage {
  readonly state: CaseState;
  readonly dossier: DossierRow;
  readonly procedure: ProcedureInForce;
  readonly papers: readonly DossierPaper[];
  /** Papers as they lay on the table of the desk. */
  readonly handIns: readonly HandedIn[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly kind: CaseKind;
  /** The dossier with every part other agencies have in it, the dossier itself first; alone when there are none. */
  readonly family: readonly CaseState[];
  /** Of a part: whether the dossier it belongs to may be opened as well. */
  readonly mayOpenRoot: boolean;
  /** The due day explained, while a clock runs or after it stopped. */
  readonly due: DueExplanation | null;
  readonly percent: number;
}

/**
 * May this actor read this case? The owner; whoever holds or takes it; the desk and heads of an agency for what it
 * received or holds; an oversight role over its jurisdiction.
 */
export function mayRead(state: CaseState, actor: Actor, ground: CityGround, at: Temporal.Instant): boolean {
  if (isOwner(state, actor)) return true;
  const unitIds = [
    state.receivingUnitId,
    `${state.receivingUnitId}.desk`,
    ...state.route.map((step) => step.unitId),
    ...(state.parent ? [state.parent.unitId] : []),
  ];
  return mayReadOf(unitIds, actor, (unitId) => ground.tree.get(unitId)?.path, at);
}

/** Everything for the page of a dossier; undefined when there is none or the actor has no right to see it: the two look alike. */
export async function findDossierPage(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<DossierPage | undefined> {
  const state = await findCase(db, caseId);
  const kind = state && dossierKindIfKnown(state.kind);
  if (!state || !kind) return undefined;
  const rootId = state.parent?.rootId ?? caseId;
  const family = state.parent || state.branches ? await listFamily(db, rootId) : [state];
  const root = family[0] ?? state;
  // whoever may see the dossier may see its parts; a part alone does not open the dossier's own page
  const mayOpenRoot = mayRead(root, actor, ground, at);
  if (!mayOpenRoot && !mayRead(state, actor, ground, at)) return undefined;
  const [dossier, papers, handIns, journal] = await Promise.all([
    findDossierRow(db, rootId),
    listPapers(db, rootId),
    listHandIns(db, rootId),
    listJournal(db, caseId),
  ]);
  const procedure = dossier && (await getProcedureVersion(db, dossier.procedureVersionId));
  if (!dossier || !procedure) throw new Error(`the dossier ${rootId} has no content`);
  const own = openMoves(kind, state, actor, at);
  const content = { dossier, definition: procedure.definition };
  const maySign =
    !own.some(({ move }) => move === 'sign') && (await maySignAsDelegate(db, ground, actor, state, content, at));
  const delegated = maySign ? kind.moves.filter(({ move }) => move === 'sign') : [];
  return {
    state,
    kind,
    family,
    mayOpenRoot,
    dossier,
    procedure,
    papers,
    handIns,
    journal,
    moves: [...own, ...delegated],
    due: explanationOf(state, ground),
    percent: percentDone(state),
  };
}

function explanationOf(state: CaseState, ground: CityGround): DueExplanation | null {
  if (!state.clock) return null;
  const explained = explainRecord(state.clock, clockGround(ground, state.clock.hoursOf));
  return explained.ok ? explained.value : null;
}

/** What anyone with the code and the secret may see: the state and how far it is, nothing else (TT 01/2018 art. 16.2d). */
export interface PublicTracking {
  readonly caseId: string;
  readonly shownCode: string;
  readonly state: string;
  readonly percent: number;
}

function publicTracking(state: CaseState): PublicTracking {
  stateOf(dossierKind, state.state);
  return {
    caseId: state.caseId,
    shownCode: state.code ?? state.reference,
    state: state.state,
    percent: percentDone(state),
  };
}

/** The dossier whose code and secret were typed; a wrong secret and a wrong code look alike. */
export async function findDossierForTracking(
  db: Database,
  installationKey: string,
  typedCode: string,
  typedSecret: string,
): Promise<PublicTracking | undefined> {
  const caseId = await findCaseIdByTyped(db, typedCode);
  if (!caseId || !isTrackingSecret(installationKey, caseId, typedSecret)) return undefined;
  const state = await findCase(db, caseId);
  return state && publicTracking(state);
}

/** Finds a dossier by its code in either style, or its reference, however typed. */
export async function findCaseIdByTyped(db: Database, typed: string): Promise<string | undefined> {
  const code = parseDossierCode(typed);
  const tidy = code
    ? writeDossierCode(code.agency, code.acceptedOn, code.sequence)
    : typed.normalize('NFC').trim().toUpperCase().slice(0, 60);
  return /\p{Cc}/u.test(tidy) ? undefined : findCaseIdByCode(db, tidy);
}
