import type { IdempotencyKey } from '#case-engine/case-store.ts';
import { type MoveAnswer, openCase } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import { extend } from '#case-engine/rules/family.ts';
import type { EntryDraft } from '#case-engine/rules/journal.ts';
import { referenceOf } from '#case-engine/rules/reference.ts';
import type { Json, JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { clockGround } from '#modules/organisation/index.ts';
import { findChosenPapers, type PaperOwner, type PaperRefusal, readVaultBasis } from '#modules/papers/index.ts';
import {
  type Answers,
  type AnswersRefusal,
  checkAnswers,
  type DocumentNeed,
  documentCode,
  documentsMissing,
  documentsNeeded,
  getProcedureInForce,
  type ProcedureDefinition,
  shownAnswers,
} from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { type AcceptRefusal, acceptanceDraft } from './accept-dossier.ts';
import { insertDossier } from './dossier-store.ts';
import { findGonePaper, ownerOfSubmission, writeSubmittedPapers } from './hand-in-papers.ts';
import type { DossierRefusal } from './refusals.ts';
import { checkParty } from './rules/check-party.ts';
import { dossierKind } from './rules/dossier-kind.ts';
import type { HandedPaper } from './rules/move-data.ts';
import { openDossier, type Party } from './rules/open-dossier.ts';
import { originalsToReturn, type PaperHandIn, type PaperOnTable, readHandIns } from './rules/paper-hand-in.ts';
import { resolveRoute } from './rules/resolve-route.ts';

/** What a person hands in, by whichever door. Answers are as typed; they are checked here, whatever was checked before. */
export interface DossierSubmission {
  readonly procedureCode: string;
  readonly receiverId: string;
  readonly channel: 'online' | 'desk' | 'post';
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly HandedPaper[];
  /** At the desk: documents seen or kept on paper, by their ids, or with form and number. */
  readonly onPaper?: readonly PaperOnTable[];
  /** At the desk, when papers kept for the person are used: their consent, or the clause of law and the reason. */
  readonly reuse?: { readonly basis?: string; readonly clause?: string; readonly reason?: string };
  readonly submitter: Party;
  /** Whose matter it is, when not the submitter's own. */
  readonly ownerName?: string;
  readonly ownerAccountId: string | null;
}

export type SubmitRefusal =
  | DossierRefusal
  | PaperRefusal
  | CaseRefusal
  | AnswersRefusal
  | AcceptRefusal
  | 'unit-not-found';

/**
 * Opens a dossier: it gets a reference at once and its code only when the desk accepts it (NĐ 61/2018 art. 17.3).
 * @returns refused when the procedure, the agency, an answer or a paper is not right; nothing is written then
 */
export async function submitDossier(
  db: Database,
  ground: CityGround,
  actor: Actor,
  submission: DossierSubmission,
  at: Temporal.Instant,
  key?: IdempotencyKey,
): Promise<Result<MoveAnswer, SubmitRefusal>> {
  const caseId = newId();
  return openCase<SubmitRefusal>(db, dossierKind, caseId, key, async () => {
    const opened = await openingDraft(db, ground, caseId, actor, submission, at);
    if (!opened.ok) return opened;
    const { draft, beside } = opened.value;
    return accepted({ drafts: async () => accepted([draft]), beside });
  });
}

/**
 * Desk intake: the officer enters and accepts in one act, one transaction; by post, the clock starts at the signed hand-over.
 * @param receivedAt by post only: when postman and officer both signed (QĐ 45/2016 art. 7.4)
 */
export async function receiveDossier(
  db: Database,
  ground: CityGround,
  actor: Actor,
  submission: DossierSubmission,
  at: Temporal.Instant,
  key?: IdempotencyKey,
  receivedAt?: Temporal.Instant,
): Promise<Result<MoveAnswer, SubmitRefusal>> {
  const caseId = newId();
  return openCase<SubmitRefusal>(db, dossierKind, caseId, key, async () => {
    const opened = await openingDraft(db, ground, caseId, actor, submission, at);
    if (!opened.ok) return opened;
    const { draft, beside, definition, answers } = opened.value;
    const { state } = extend(dossierKind, caseId, null, [draft]);
    const drafts = async (transaction: Database): Promise<Result<EntryDraft[], SubmitRefusal>> => {
      const acceptance = await acceptanceDraft(transaction, ground, state, definition, answers, actor, at, receivedAt);
      return acceptance.ok ? accepted([draft, acceptance.value]) : acceptance;
    };
    return accepted({ drafts, beside });
  });
}

/** A dossier ready to be opened: its first entry, and what is written beside it. */
interface ReadyDossier {
  readonly draft: EntryDraft;
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  beside(transaction: Database): Promise<void>;
}

async function openingDraft(
  db: Database,
  ground: CityGround,
  caseId: string,
  actor: Actor,
  submission: DossierSubmission,
  at: Temporal.Instant,
): Promise<Result<ReadyDossier, SubmitRefusal>> {
  const today = localDay(at);
  const procedure = await getProcedureInForce(db, submission.procedureCode, today);
  if (!procedure) return refused('procedure-not-found', { code: submission.procedureCode });
  const { definition } = procedure;
  if (!definition.channels.includes(submission.channel)) return refused('channel-not-open');

  const party = checkParty(submission.submitter);
  if (!party.ok) return party;
  const submitter = party.value;
  const checked = checkAnswers(definition, submission.answers, today);
  if (!checked.ok) return checked;
  const answers = checked.value;
  const needs = documentsNeeded(definition, answers, today);
  const owner = await ownerOfSubmission(db, actor, submission.channel, submitter.personalId);
  const read = await readPapers(db, definition, needs, submission, owner, today);
  if (!read.ok) return read;
  const { papers, handIns } = read.value;
  const officer = officerBasis(actor, submission);
  if (!officer.ok) return officer;
  const route = resolveRoute(definition, answers, submission.receiverId, ground, today);
  if (!route.ok) return route;

  const ownerName = tidy(submission.ownerName ?? '').slice(0, 200) || submitter.name;
  const effect = openDossier(
    {
      reference: referenceOf(caseId),
      definition,
      version: procedure.version,
      receiverId: submission.receiverId,
      route: route.value,
      channel: submission.channel,
      submitter,
      ownerName,
      ownerAccountId: submission.ownerAccountId,
      at,
    },
    clockGround(ground, submission.receiverId),
  );
  if (!effect.ok) return effect;
  const originals = originalsToReturn(needs, handIns);

  const shown = shownAnswers(definition, answers);
  const beside = async (transaction: Database): Promise<void> => {
    await insertDossier(transaction, {
      caseId,
      procedureVersionId: procedure.id,
      channel: submission.channel,
      submitter,
      ownerName,
      answers: shown,
    });
    const { receiverId } = submission;
    const written = { caseId, definition, receiverId, papers, handIns, owner, officer: officer.value };
    await writeSubmittedPapers(transaction, actor, { ...written, ownerName: submitter.name }, at);
  };
  const data: JsonObject = {
    submitter: { ...submitter },
    ownerName,
    answers: shown as unknown as Json,
    papers: papers.map((paper) => ({ ...paper })),
    onPaper: handIns.map(({ documentId }) => documentId),
    handIns: handIns.map((handIn) => ({ ...handIn })),
  };
  const kept: JsonObject = originals.length > 0 ? { originals: originals as unknown as Json } : {};
  const opening = { ...effect.value, facts: { ...effect.value.facts, ...kept } };
  const draft = { at: at.toString(), verb: 'submit', actor: entryActor(actor, null), data, effect: opening };
  return accepted({ draft, definition, answers, beside });
}

/** What was handed in, as it is: files that are there, kept papers that are the owner's, papers in a form that is taken. */
async function readPapers(
  db: Database,
  definition: ProcedureDefinition,
  needs: readonly DocumentNeed[],
  submission: DossierSubmission,
  owner: PaperOwner | null,
  today: Temporal.PlainDate,
): Promise<
  Result<
    { readonly papers: readonly HandedPaper[]; readonly handIns: readonly PaperHandIn[] },
    DossierRefusal | PaperRefusal
  >
> {
  const documents = new Map(definition.documents.map((document) => [document.id, document]));
  if (submission.papers.some(({ documentId }) => !documents.has(documentId))) return refused('paper-unknown');
  const papers: HandedPaper[] = [];
  for (const paper of submission.papers) {
    const document = documents.get(paper.documentId);
    if (paper.keptPaperId === undefined || !document) {
      papers.push(paper);
      continue;
    }
    if (!owner || document.reusable === false) return refused('kept-paper-not-found', {}, 'papers');
    const choice = { keptPaperId: paper.keptPaperId, documentCode: documentCode(definition, document) };
    const chosen = await findChosenPapers(db, owner, [choice], today);
    if (!chosen.ok) return chosen;
    for (const { id, fileName, sha256, sizeBytes, mediaType } of chosen.value)
      papers.push({ documentId: document.id, keptPaperId: id, fileName, sha256, sizeBytes, mediaType });
  }
  const gone = await findGonePaper(db, papers);
  if (gone) return refused('paper-file-gone', { fileName: gone.fileName }, 'papers');

  // only a desk sees paper: what comes online comes as files
  const onTable = submission.channel === 'online' ? [] : (submission.onPaper ?? []);
  const scanned = new Set(papers.map(({ documentId }) => documentId));
  const handIns = readHandIns(needs, onTable, scanned);
  if (!handIns.ok) return handIns;
  const given = new Set([...scanned, ...handIns.value.map(({ documentId }) => documentId)]);
  const missing = documentsMissing(needs, given);
  if (missing.length === 0) return accepted({ papers, handIns: handIns.value });
  return refused('paper-missing', { papers: missing.map(({ name }) => name.vi).join('; ') });
}

/** An officer who uses papers kept for a person says by what right; the person themselves need not. */
function officerBasis(actor: Actor, { papers, reuse }: DossierSubmission) {
  const uses = papers.some(({ keptPaperId }) => keptPaperId !== undefined);
  return !uses || actor.kind === 'citizen' ? accepted(undefined) : readVaultBasis(reuse ?? {});
}
