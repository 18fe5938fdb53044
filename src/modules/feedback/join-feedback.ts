import { findCase } from '#case-engine/case-store.ts';
import { type CommandCall, recordEntries } from '#case-engine/record-entries.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import type { CleanedFile } from './clean-photos.ts';
import {
  findFeedbackIdByCode,
  getFeedbackPolicy,
  insertFeedbackFiles,
  insertReporter,
  type Reporter,
} from './feedback-store.ts';
import { reporterIdFor } from './reporter-secret.ts';
import { checkReporter, type ReporterTyped } from './rules/check-feedback.ts';
import { feedbackFacts } from './rules/feedback-facts.ts';
import { feedbackKindIfKnown } from './rules/feedback-kind.ts';
import type { FeedbackChannel } from './rules/feedback-words.ts';
import { type FeedbackReceipt, reporterActor, type SubmitFeedbackRefusal } from './submit-feedback.ts';
import { type FeedbackGround, tellReporters } from './tell-reporters.ts';

/** Who joins, with what they had to say. */
export interface JoinWish {
  readonly code: string;
  readonly channel: FeedbackChannel;
  readonly text: string;
  readonly files: readonly CleanedFile[];
  readonly reporter: ReporterTyped;
}

/** One more person for feedback that is there already: kept beside the first, told like the first, with a secret of their own. */
export async function joinFeedback(
  db: Database,
  telling: FeedbackGround,
  wish: JoinWish,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<FeedbackReceipt, SubmitFeedbackRefusal>> {
  const caseId = await findFeedbackIdByCode(db, wish.code.trim().toUpperCase());
  if (!caseId) return refused('feedback-not-found', {}, 'join');
  const known = await findCase(db, caseId);
  const merged = known && feedbackFacts(known).mergedInto?.caseId;
  const into = merged ?? caseId;
  const reporterId = reporterIdFor(call.key);
  const written = await recordEntries<SubmitFeedbackRefusal>(
    db,
    feedbackKindIfKnown,
    into,
    { ...call, together: true },
    async (state, transaction) => {
      if (!state.holder) return refused('feedback-closed', {}, 'join');
      const facts = feedbackFacts(state);
      const policy = await getFeedbackPolicy(transaction, localDay(at));
      const person = checkReporter(wish.reporter, facts.about, policy);
      if (!person.ok) return person;
      const row: Reporter = {
        ...person.value,
        id: reporterId,
        caseId: into,
        firstCaseId: into,
        channel: wish.channel,
        joinedAt: at,
      };
      await insertReporter(transaction, row);
      const files = wish.files.map((file) => ({ ...file, caseId: into, givenBy: 'reporter' as const }));
      await insertFeedbackFiles(transaction, files, at);
      await tellReporters(transaction, telling, state, { template: 'joined', due: state.dueAt }, at, [row]);
      const photos = files.filter(({ isClean }) => isClean).map(({ id }) => id);
      return accepted([
        {
          at: at.toString(),
          verb: 'join',
          actor: reporterActor(person.value.accountId),
          data: { channel: wish.channel, text: wish.text.normalize('NFC').trim().slice(0, 8000) },
          effect: { facts: { reporters: facts.reporters + 1, photos: [...facts.photos, ...photos] } },
        },
      ]);
    },
  );
  return written.ok ? accepted({ ...written.value, reporterId }) : written;
}
