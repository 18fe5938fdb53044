import { findCase } from '#case-engine/case-store.ts';
import { asJournalData, type MoveMaking, type MoveRequest, makeMove } from '#case-engine/make-move.ts';
import { type CommandCall, type MoveAnswer, recordEntries } from '#case-engine/record-entries.ts';
import type { CaseRefusal } from '#case-engine/refusals.ts';
import { type Actor, postsHeld } from '#case-engine/rules/authority.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { entryActor } from '#case-engine/rules/entry-actor.ts';
import type { MoveRefusal } from '#case-engine/rules/open-moves.ts';
import type { JsonObject } from '#kernel/json.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import { agencyOf, type CityGround, clockGround, isAgency, isInForce } from '#modules/organisation/index.ts';
import { findMissingBlobs } from '#modules/papers/index.ts';
import { findColleague } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { type CleanedFile, cleanPhotos } from './clean-photos.ts';
import { feedbackInputs, isFeedbackMove } from './feedback-input.ts';
import {
  findFeedbackIdByCode,
  getFeedbackPolicy,
  insertFeedbackFiles,
  listReporters,
  moveReporters,
  updateFeedbackField,
} from './feedback-store.ts';
import { fieldOf } from './load-feedback-reference.ts';
import { type FeedbackFacts, feedbackFacts } from './rules/feedback-facts.ts';
import { feedbackKindIfKnown } from './rules/feedback-kind.ts';
import { type FeedbackEffectRefusal, feedbackMoves } from './rules/feedback-moves.ts';
import { limitFor } from './rules/feedback-policy.ts';
import type { FeedbackMove } from './rules/move-data.ts';
import { redact } from './rules/redact.ts';
import { focalPointOf, handlerFor, headAt, workerAt } from './rules/route-feedback.ts';
import { type FeedbackGround, saidOfMove, tellReporters } from './tell-reporters.ts';

export type FeedbackMoveRefusal = FeedbackEffectRefusal | MoveRefusal | CaseRefusal;

/** Makes any move of feedback; everyone who reported is told in the same transaction. */
export async function makeFeedbackMove(
  db: Database,
  telling: FeedbackGround,
  actor: Actor,
  request: MoveRequest,
  at: Temporal.Instant,
  call: CommandCall = {},
): Promise<Result<MoveAnswer, FeedbackMoveRefusal>> {
  // photographs are cleaned before the transaction begins: whoever sends them need not, and cannot say that they did
  const photos = request.move === 'draft-answer' ? await photosIn(db, telling, request.data) : accepted([]);
  if (!photos.ok) return photos;
  return makeMove<FeedbackMoveRefusal>(db, feedbackMaking(telling, actor, photos.value, at), actor, request, at, call);
}

async function photosIn(
  db: Database,
  { files }: FeedbackGround,
  sent: unknown,
): Promise<Result<readonly CleanedFile[], FeedbackMoveRefusal>> {
  const parsed = feedbackInputs['draft-answer'].shape.photos.safeParse((sent as { photos?: unknown } | null)?.photos);
  const uploads = parsed.success ? parsed.data : [];
  const missing = await findMissingBlobs(
    db,
    uploads.map(({ sha256 }) => sha256),
  );
  if (missing.length > 0) return refused('move-data-wrong', { field: 'photos' }, 'photos');
  return accepted(await cleanPhotos(files, uploads));
}

function feedbackMaking(
  telling: FeedbackGround,
  actor: Actor,
  photos: readonly CleanedFile[],
  at: Temporal.Instant,
): MoveMaking<FeedbackMoveRefusal> {
  const { ground } = telling;
  return {
    kindOf: feedbackKindIfKnown,
    groundOf: (unitId) => clockGround(ground, unitId),
    read: async (state, move, sent, db) => {
      if (!isFeedbackMove(move)) return refused('move-unknown', { move });
      const parsed = feedbackInputs[move].safeParse(sent);
      if (!parsed.success) {
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return refused('move-data-wrong', { field }, field);
      }
      return complete(db, ground, actor, state, move, { ...asJournalData(parsed.data) }, photos, at);
    },
    effect: (state, move, data, context) =>
      feedbackMoves[move as FeedbackMove].effect(state, data as never, {
        ...context,
        actor: context.actor.accountId === null ? { ...context.actor, name: 'Người phản ánh' } : context.actor,
      }),
    beside: async (state, move, data, db, effect) => {
      const said = saidOfMove(move as FeedbackMove, data, state, effect);
      const told = effect.facts?.agencyId ? { ...state, facts: { ...state.facts, ...effect.facts } } : state;
      if (said) await tellReporters(db, telling, told, said, at);
      if (move === 'accept' && data.field !== feedbackFacts(state).field)
        await updateFeedbackField(db, state.caseId, String(data.field));
      if (move === 'merge') await moveReporters(db, state.caseId, String(data.caseId));
    },
  };
}

type Completed = Result<JsonObject, FeedbackMoveRefusal>;

/** What was sent, with what only we know: where it goes, who is meant, what the public may read. */
async function complete(
  db: Database,
  ground: CityGround,
  actor: Actor,
  state: CaseState,
  move: FeedbackMove,
  data: JsonObject,
  photos: readonly CleanedFile[],
  at: Temporal.Instant,
): Promise<Completed> {
  const facts = feedbackFacts(state);
  switch (move) {
    case 'accept':
      return whoHandles(db, ground, state, data);
    case 'forward':
      return whereTo(db, ground, facts, data, at);
    case 'merge':
      return intoWhich(db, actor, state, data, at);
    case 'assign':
    case 'reassign': {
      const chosen = await findColleague(db, state.holder, data.accountId, at);
      return chosen
        ? accepted({ ...data, name: chosen.name })
        : refused('move-data-wrong', { field: 'accountId' }, 'accountId');
    }
    case 'draft-answer': {
      const { caseId } = state;
      await insertFeedbackFiles(
        db,
        photos.map((one) => ({ ...one, caseId, givenBy: 'answer' as const })),
        at,
      );
      const names = (await listReporters(db, caseId)).flatMap(({ name, address }) => [name, address].filter(Boolean));
      return accepted({
        ...data,
        photos: photos.map(({ id }) => id),
        publicText: facts.hidden ? '' : redact(String(data.text), names),
        ...headAt(state.holder?.unitId ?? facts.agencyId, ground.tree),
      });
    }
    case 'rate': {
      // whoever wrote the first answer writes the second; a head approves it again
      const answer = facts.answers?.at(-1);
      const { unitId, role } = facts.doer ?? headAt(answer?.unitId ?? facts.agencyId, ground.tree);
      return accepted({ ...data, unitId, role });
    }
    default:
      return accepted(data);
  }
}

/** A unit of the agency, by the field unless one is named, with the limit of the policy in force. */
async function whoHandles(db: Database, { tree }: CityGround, state: CaseState, data: JsonObject): Promise<Completed> {
  const { about, agencyId, field: was } = feedbackFacts(state);
  const field = fieldOf(String(data.field) || was);
  if (!field?.about.includes(about)) return refused('feedback-field-unknown', {}, 'field');
  const chosen = data.unitId ? tree.get(String(data.unitId)) : undefined;
  if (data.unitId && (!chosen || chosen.kind === 'desk' || agencyOf(chosen, tree)?.id !== agencyId))
    return refused('unit-outside-agency', {}, 'unitId');
  const post = chosen ? workerAt(chosen.id, tree) : handlerFor(agencyId, field, tree);
  // the limit is of the day it was received, whatever was decided since
  const policy = await getFeedbackPolicy(db, localDay(Temporal.Instant.from(state.openedAt)));
  const limit = limitFor(policy, { about, field: field.code, agencyId, complex: data.complex === 'yes' });
  const { class: one, complex } = data;
  return accepted({ class: one, complex, ...post, limit, field: field.code, fieldName: { ...field.name } });
}

async function whereTo(
  db: Database,
  { tree }: CityGround,
  { about, field, agencyId }: FeedbackFacts,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Completed> {
  const target = tree.get(String(data.agencyId));
  if (!target || !isAgency(target) || target.kind === 'city' || !isInForce(target, localDay(at)))
    return refused('move-data-wrong', { field: 'agencyId' }, 'agencyId');
  if (target.id === agencyId) return refused('agency-is-own', {}, 'agencyId');
  const policy = await getFeedbackPolicy(db, localDay(at));
  const limit = limitFor(policy, { about, field, agencyId: target.id, complex: false });
  return accepted({ ...data, ...focalPointOf(target.id, policy.focalPoints, tree), limit });
}

/** The other one takes the people in, in the same transaction. */
async function intoWhich(
  db: Database,
  actor: Actor,
  state: CaseState,
  data: JsonObject,
  at: Temporal.Instant,
): Promise<Completed> {
  const { agencyId, reporters } = feedbackFacts(state);
  const id = await findFeedbackIdByCode(db, String(data.code).toUpperCase());
  const other = id && id !== state.caseId ? await findCase(db, id) : undefined;
  if (!other?.holder || feedbackFacts(other).agencyId !== agencyId) return refused('merge-not-possible', {}, 'code');
  const taken = await recordEntries<FeedbackMoveRefusal>(db, feedbackKindIfKnown, other.caseId, {}, async (now) =>
    accepted([
      {
        at: at.toString(),
        verb: 'take-in',
        actor: entryActor(actor, postsHeld(actor, at)[0] ?? null),
        data: { code: state.code ?? state.reference, reporters },
        effect: { facts: { reporters: feedbackFacts(now).reporters + reporters } },
      },
    ]),
  );
  return taken.ok ? accepted({ code: other.code ?? other.reference, caseId: other.caseId }) : taken;
}
