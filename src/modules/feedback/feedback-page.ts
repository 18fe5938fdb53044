import { findCase, listJournal } from '#case-engine/case-store.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { explainRecord } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { DueExplanation } from '#case-engine/rules/clock.ts';
import type { JournalEntry } from '#case-engine/rules/journal.ts';
import { type CaseKind, type MoveDefinition, stateOf } from '#case-engine/rules/kind.ts';
import { lateAt } from '#case-engine/rules/late-at.ts';
import { mayReadOf } from '#case-engine/rules/may-read.ts';
import { openMoves } from '#case-engine/rules/open-moves.ts';
import { type CityGround, clockGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import {
  type FeedbackFile,
  findFeedbackIdByCode,
  listFeedbackFiles,
  listReporters,
  listReportersByCode,
  type Reporter,
} from './feedback-store.ts';
import { isReporterSecret } from './reporter-secret.ts';
import { feedbackFacts } from './rules/feedback-facts.ts';
import { feedbackKind } from './rules/feedback-kind.ts';
import { type PublicFeedback, publicFeedback } from './rules/public-item.ts';

/** All there is to see of feedback, by an officer with a right to it. */
export interface FeedbackPage {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly family: readonly CaseState[];
  readonly journal: readonly JournalEntry[];
  readonly moves: readonly MoveDefinition[];
  readonly due: DueExplanation | null;
  readonly status: null;
  readonly reporters: readonly Reporter[];
  readonly files: readonly FeedbackFile[];
}

/** The agencies it was, is, or was answered at, and whoever oversees them. */
function mayReadFeedback(state: CaseState, actor: Actor, ground: CityGround, at: Temporal.Instant): boolean {
  const { agencyId, forwards = [], answers = [] } = feedbackFacts(state);
  const unitIds = [
    state.receivingUnitId,
    agencyId,
    ...(state.holder ? [state.holder.unitId] : []),
    ...forwards.map(({ toUnitId }) => toUnitId),
    ...answers.map(({ unitId }) => unitId),
  ];
  return mayReadOf(unitIds, actor, (unitId) => ground.tree.get(unitId)?.path, at);
}

/** Everything for the page of an officer; undefined when there is none or no right to it: the two look alike. */
export async function findFeedbackPage(
  db: Database,
  ground: CityGround,
  actor: Actor,
  caseId: string,
  at: Temporal.Instant,
): Promise<FeedbackPage | undefined> {
  const state = await findCase(db, caseId);
  if (state?.kind !== 'feedback' || !mayReadFeedback(state, actor, ground, at)) return undefined;
  const explained = state.clock && explainRecord(state.clock, clockGround(ground, state.clock.hoursOf));
  const [journal, reporters, files] = await Promise.all([
    listJournal(db, caseId),
    listReporters(db, caseId),
    listFeedbackFiles(db, caseId),
  ]);
  const moves = openMoves(feedbackKind, state, actor, at);
  const due = explained?.ok ? explained.value : null;
  return { kind: feedbackKind, state, family: [state], journal, moves, due, status: null, reporters, files };
}

/** What everyone may see of one item. */
export async function findPublicFeedback(db: Database, code: string): Promise<PublicFeedback | undefined> {
  const caseId = await findFeedbackIdByCode(db, code);
  return caseId ? findPublicFeedbackOf(db, caseId) : undefined;
}

export async function findPublicFeedbackOf(db: Database, caseId: string): Promise<PublicFeedback | undefined> {
  const state = await findCase(db, caseId);
  return state && publicFeedback(state, stateOf(feedbackKind, state.state).open, lateAt(feedbackKind, state));
}

/** A photograph that everyone may see: clean, and of an item whose photographs are public. */
export async function findPublicPhoto(db: Database, code: string, fileId: string): Promise<FeedbackFile | undefined> {
  const item = await findPublicFeedback(db, code);
  const shown = item && [...item.photos, ...item.answers.flatMap(({ photos }) => photos)];
  if (!item || !shown?.includes(fileId)) return undefined;
  const files = await listFeedbackFiles(db, item.caseId);
  return files.find(({ id, isClean }) => id === fileId && isClean);
}

/** What the person who reported sees beside what everyone does. */
export interface OwnFeedback {
  readonly reporter: Reporter;
  readonly caseId: string;
  readonly code: string;
  readonly entries: number;
  readonly text: string;
  readonly moves: readonly string[];
  readonly question: { readonly text: string; readonly replyBy: string } | null;
  /** The answers as they were given to the reporters. */
  readonly answers: readonly string[];
  readonly reason: string;
  readonly isReopened: boolean;
}

/** The item whose code and secret of one who reported it are given. */
export async function findOwnFeedback(
  db: Database,
  installationKey: string,
  code: string,
  secret: string,
  at: Temporal.Instant,
): Promise<OwnFeedback | undefined> {
  const reporters = await listReportersByCode(db, code.trim().toUpperCase());
  const reporter = reporters.find(({ id }) => isReporterSecret(installationKey, id, secret));
  const state = reporter && (await findCase(db, reporter.caseId));
  if (!reporter || !state) return undefined;
  const { question, answers = [], ending, text, reopened } = feedbackFacts(state);
  return {
    reporter,
    caseId: state.caseId,
    code: state.code ?? state.reference,
    entries: state.entries,
    // who joined reads what everyone reads: the words are the first one's
    text: reporter.firstCaseId === state.caseId && reporters[0]?.id === reporter.id ? text : '',
    moves: openMoves(feedbackKind, state, holderOfSecret(state.caseId), at).map(({ move }) => move),
    question: question ?? null,
    answers: answers.map((answer) => answer.text),
    reason: ending?.reason ?? '',
    isReopened: reopened !== undefined,
  };
}

/** Who has shown the secret of a case. */
export const holderOfSecret = (caseId: string): Actor => ({
  kind: 'citizen',
  accountId: null,
  name: 'Người phản ánh',
  posts: [],
  shownSecretOf: caseId,
});
