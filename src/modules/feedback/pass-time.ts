import { recordEntries } from '#case-engine/record-entries.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { time } from '#case-engine/rules/entry-actor.ts';
import { isNewRung, rungNow } from '#case-engine/rules/ladder.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { proposeReviews } from './decide-review.ts';
import { deleteOldDrafts } from './draft-store.ts';
import { getFeedbackPolicy, listFeedbackDue, listFeedbackToClose } from './feedback-store.ts';
import { feedbackFacts } from './rules/feedback-facts.ts';
import { feedbackKindIfKnown } from './rules/feedback-kind.ts';
import type { LadderRung } from './rules/feedback-policy.ts';
import { postOnRung } from './rules/post-on-rung.ts';
import { type FeedbackGround, tellReporters } from './tell-reporters.ts';

const none = '00000000-0000-0000-0000-000000000000';
/** Reporters hear of lateness when it begins, and when everyone can read of it. */
const toldAt = { handler: null, head: 'late', agency: null, city: 'on-public-list' } as const;

/**
 * Climbs the ladder: an entry in the journal of each case whose next rung has come, once for a rung and a due day, and those
 * who reported are told of lateness. A case that stood unwatched over several rungs climbs the highest at once.
 * @returns how many climbed
 */
export async function climbLadder(db: Database, telling: FeedbackGround, at: Temporal.Instant): Promise<number> {
  const today = localDay(at);
  const { ladder } = await getFeedbackPolicy(db, today);
  const reach = Math.max(0, ...ladder.map(({ workingDays }) => Math.abs(workingDays))) * 2 + 400;
  let climbed = 0;
  for (let after: string | undefined = none; after; ) {
    const from = at.subtract({ hours: 24 * reach });
    const due: readonly CaseState[] = await listFeedbackDue(db, from, at.add({ hours: 24 * 30 }), after);
    for (const state of due) if (await climbOne(db, telling, state, ladder, at)) climbed++;
    after = due.length === 200 ? due.at(-1)?.caseId : undefined;
  }
  return climbed;
}

async function climbOne(
  db: Database,
  telling: FeedbackGround,
  state: CaseState,
  ladder: readonly LadderRung[],
  at: Temporal.Instant,
): Promise<boolean> {
  const { tree, calendar } = telling.ground;
  const { dueAt } = state;
  if (!dueAt) return false;
  const rung = rungNow(ladder, localDay(Temporal.Instant.from(dueAt)), localDay(at), calendar);
  const post = rung && isNewRung(rung, feedbackFacts(state).ladder, dueAt) ? postOnRung(rung, state, tree) : null;
  if (!rung || !post) return false;
  const whom = tree.get(post.unitId)?.name.vi ?? post.unitId;
  const call = { seen: state.entries, together: true };
  const written = await recordEntries(db, feedbackKindIfKnown, state.caseId, call, async (now, transaction) => {
    const template = toldAt[rung.to];
    if (template) await tellReporters(transaction, telling, now, { template, due: dueAt }, at);
    const { workingDays, to } = rung;
    const data = { whom, unitId: post.unitId, role: post.role, workingDays, to };
    const effect = { facts: { ladder: { workingDays, to, dueAt } } };
    return accepted([{ at: at.toString(), verb: 'remind', actor: time, data, effect }]);
  });
  return written.ok;
}

/** Answers nobody objected to are closed. @returns how many */
export async function closeAnswered(db: Database, at: Temporal.Instant): Promise<number> {
  let closed = 0;
  for (const state of await listFeedbackToClose(db, at)) {
    const call = { seen: state.entries };
    const written = await recordEntries(db, feedbackKindIfKnown, state.caseId, call, async () =>
      accepted([
        {
          at: at.toString(),
          verb: 'close',
          actor: time,
          data: {},
          effect: { state: 'closed', facts: { closesAt: null } },
        },
      ]),
    );
    if (written.ok) closed++;
  }
  return closed;
}

/** What happens because days pass. */
export async function passFeedbackTime(db: Database, telling: FeedbackGround, at: Temporal.Instant): Promise<void> {
  await climbLadder(db, telling, at);
  await closeAnswered(db, at);
  await proposeReviews(db, at);
  await deleteOldDrafts(db, at);
}
