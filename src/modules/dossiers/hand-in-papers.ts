import type { Actor } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import { localDay } from '#kernel/zone.ts';
import {
  findMissingBlobs,
  findPaperOwner,
  keepPaper,
  type PaperOwner,
  recordPaperUse,
  type VaultBasis,
} from '#modules/papers/index.ts';
import { documentCode, type ProcedureDefinition } from '#modules/procedures/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { insertPapers } from './dossier-store.ts';
import { insertDigitisation, insertHandIns } from './hand-in-store.ts';
import type { HandedPaper } from './rules/move-data.ts';
import type { PaperHandIn } from './rules/paper-hand-in.ts';

/** The first file that the store no longer has: uploaded long ago and swept because nobody used it. */
export async function findGonePaper(db: Database, papers: readonly HandedPaper[]): Promise<HandedPaper | undefined> {
  if (papers.length === 0) return undefined;
  const missing = new Set(
    await findMissingBlobs(
      db,
      papers.map(({ sha256 }) => sha256),
    ),
  );
  return papers.find(({ sha256 }) => missing.has(sha256));
}

/** Files that come after the submission, answering a request: of the dossier, kept for nobody's reuse. */
export function addPapers(
  db: Database,
  caseId: string,
  papers: readonly HandedPaper[],
  at: Temporal.Instant,
): Promise<void> {
  return insertPapers(
    db,
    caseId,
    papers.map((paper) => ({ ...paper, id: newId() })),
    at,
  );
}

/** Whose papers a submission hands in, when that is known for certain; null otherwise. */
export async function ownerOfSubmission(
  db: Database,
  actor: Actor,
  channel: 'online' | 'desk' | 'post',
  personalId: string,
): Promise<PaperOwner | null> {
  // only at the desk did an officer have the card in hand
  if (channel === 'desk' && actor.kind !== 'citizen') return { personalId, accountId: null };
  if (channel !== 'online' || actor.kind !== 'citizen' || !actor.accountId) return null;
  return findPaperOwner(db, actor.accountId);
}

export interface SubmittedPapers {
  readonly caseId: string;
  readonly definition: ProcedureDefinition;
  readonly receiverId: string;
  readonly papers: readonly HandedPaper[];
  readonly handIns: readonly PaperHandIn[];
  readonly owner: PaperOwner | null;
  readonly ownerName: string;
  /** By what right an officer uses kept papers. */
  readonly officer: VaultBasis | undefined;
}

/**
 * Writes the papers of a new dossier, in the transaction that opens it: each refers to its content, which is never copied;
 * a new one is kept for its owner, one that was kept is used with the consent or the law behind it.
 */
export async function writeSubmittedPapers(
  transaction: Database,
  actor: Actor,
  submitted: SubmittedPapers,
  at: Temporal.Instant,
): Promise<void> {
  const { caseId, definition, receiverId, papers, handIns, owner, ownerName, officer } = submitted;
  const toAdd = [];
  for (const paper of papers) {
    const reused = paper.keptPaperId !== undefined;
    const keptPaperId = paper.keptPaperId ?? (await keepForOwner(transaction, submitted, paper, at));
    toAdd.push({ ...paper, id: newId(), ...(keptPaperId ? { keptPaperId } : {}), reused });
  }
  await insertPapers(transaction, caseId, toAdd, at);
  for (const paper of toAdd) {
    if (!paper.compared || paper.reused || actor.kind !== 'officer' || !actor.accountId) continue;
    const { vi: name } = nameOf(definition, paper.documentId);
    const by = { byAccountId: actor.accountId, byName: actor.name, unitId: `${receiverId}.desk` };
    await insertDigitisation(transaction, { paperId: paper.id, name, sha256: paper.sha256, ...by }, at);
  }
  await insertHandIns(transaction, caseId, handIns, actor, at);
  const used = papers.flatMap(({ keptPaperId }) => keptPaperId ?? []);
  if (used.length === 0 || !owner) return;
  const user = { accountId: actor.accountId, name: actor.name, unitId: receiverId, ownerName };
  await recordPaperUse(transaction, [...new Set(used)], caseId, { ...user, ...(officer ? { officer } : {}) }, at);
}

async function keepForOwner(
  transaction: Database,
  { caseId, definition, owner }: SubmittedPapers,
  paper: HandedPaper,
  at: Temporal.Instant,
): Promise<string | undefined> {
  const document = definition.documents.find(({ id }) => id === paper.documentId);
  if (!owner || !document || document.reusable === false) return undefined;
  return keepPaper(transaction, {
    ownerPersonalId: owner.personalId,
    ownerAccountId: owner.accountId,
    kind: 'handed-in',
    documentCode: documentCode(definition, document),
    name: document.name,
    fileName: paper.fileName,
    sha256: paper.sha256,
    fromCaseId: caseId,
    keptOn: localDay(at),
  });
}

function nameOf(definition: ProcedureDefinition, documentId: string): Text {
  return definition.documents.find(({ id }) => id === documentId)?.name ?? { vi: documentId, en: documentId };
}
