import { closeDays, openDays, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { MoveContext, MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted, refused } from '#kernel/result.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { FeedbackMoveData } from './move-data.ts';
import {
  clockOf,
  dayWritten,
  dueFromNow,
  endedAs,
  type FeedbackEffect,
  type FeedbackEffectRefusal,
  heads,
  heldAt,
  holderOf,
  metNow,
  owner,
  recount,
  worker,
} from './move-standing.ts';
import { hasProof } from './proof.ts';

/** The answer: drafted with its proof, approved by a head, judged by whoever reported. */
export const answerMoves = {
  'draft-answer': {
    label: { vi: 'Soạn trả lời', en: 'Draft the answer' },
    consequence: {
      vi: 'Lãnh đạo duyệt rồi mới gửi và công khai. Phải có số văn bản hoặc ảnh sau xử lý.',
      en: 'A head approves before it is sent and published. It needs a document or a photograph.',
    },
    from: ['in-handling'],
    by: worker,
    handOver: 'any',
    effect: (state, { unitId, role, ...draft }, context) => {
      if (!hasProof(draft)) return refused('proof-missing', {}, 'number');
      const { name, accountId } = context.actor;
      return accepted({
        state: 'awaiting-approval',
        holder: heldAt({ unitId, role }),
        facts: {
          doer: { ...holderOf(state) },
          draft: { ...draft, photos: [...draft.photos], by: name, byAccount: accountId },
        },
      });
    },
  },

  approve: {
    label: { vi: 'Duyệt, gửi trả lời', en: 'Approve and send' },
    consequence: {
      vi: 'Câu trả lời được gửi cho mọi người phản ánh và công khai; đồng hồ dừng.',
      en: 'The answer goes to everyone who reported and is published; the clock stops.',
    },
    from: ['awaiting-approval'],
    by: [{ at: 'overseer', roles: heads }],
    handOver: 'any',
    effect: (state, _data, context) => {
      const { draft, answers = [], policy } = feedbackFacts(state);
      if (!draft) throw new RangeError('an answer to approve was drafted');
      if (draft.byAccount !== null && draft.byAccount === context.actor.accountId)
        return refused('approver-is-drafter');
      const closes = dueFromNow(policy.closesAfter, context);
      if (!closes.ok) return closes;
      const met = metNow(state, context);
      const { byAccount: _, ...shown } = draft;
      const answer = {
        ...shown,
        photos: [...draft.photos],
        approvedBy: context.actor.name,
        at: context.at.toString(),
        unitId: holderOf(state).unitId,
        timeliness: met,
      };
      return accepted({
        state: 'answered',
        holder: null,
        stepDueAt: null,
        endedAt: context.at.toString(),
        timeliness: met,
        facts: {
          draft: null,
          answers: [...answers.map((one) => ({ ...one, photos: [...one.photos] })), answer],
          closesAt: closes.value,
          ladder: null,
        },
      });
    },
  },

  'return-draft': {
    label: { vi: 'Trả lại để làm lại', en: 'Send back' },
    consequence: {
      vi: 'Người soạn làm lại theo lý do của bạn; hạn không đổi.',
      en: 'It is drafted again; the limit stays.',
    },
    from: ['awaiting-approval'],
    by: [{ at: 'overseer', roles: heads }],
    handOver: 'any',
    effect: (state) => {
      const { doer } = feedbackFacts(state);
      return accepted({ state: 'in-handling', holder: { ...(doer ?? holderOf(state)) }, facts: { draft: null } });
    },
  },

  rate: {
    label: { vi: 'Cho biết có hài lòng không', en: 'Say whether you are satisfied' },
    consequence: {
      vi: 'Hài lòng: kết thúc. Chưa hài lòng: được xử lý lại một lần, với lý do của bạn.',
      en: 'Satisfied: it closes. Not yet: it is handled once more, for your reason.',
    },
    from: ['answered'],
    by: [owner],
    handOver: 'any',
    effect: (state, data, context) => rated(state, data, context),
  },

  withdraw: {
    label: { vi: 'Rút phản ánh', en: 'Withdraw' },
    consequence: { vi: 'Phản ánh dừng theo yêu cầu của bạn.', en: 'It ends at your request.' },
    from: ['received', 'in-handling', 'awaiting-info'],
    by: [owner],
    handOver: 'any',
    unless: (state) => (feedbackFacts(state).reporters > 1 ? 'others-reported-too' : null),
    effect: (_state, data, context) => endedAs('withdrawn', context, { ending: { ...data } }),
  },

  'ask-reporter': {
    label: { vi: 'Hỏi người phản ánh', en: 'Ask the reporter' },
    consequence: {
      vi: 'Người phản ánh nhận câu hỏi; thời gian chờ không tính vào hạn nếu chính sách cho phép.',
      en: 'The reporter gets the question; waiting is not counted where the policy says so.',
    },
    from: ['in-handling'],
    by: worker,
    handOver: 'any',
    effect: (state, data, context) => {
      const { policy } = feedbackFacts(state);
      const due = dueFromNow(policy.replyWithin, context);
      if (!due.ok) return due;
      const running = clockOf(state);
      const question = { text: data.question, at: context.at.toString(), replyBy: due.value };
      const waiting = openDays(context.at, { vi: 'chờ người phản ánh trả lời', en: 'waiting for the reporter' }, '');
      return accepted({
        state: 'awaiting-info',
        ...(policy.askingStops
          ? { dueAt: due.value, clock: { ...running, pauses: [...running.pauses, waiting] } }
          : {}),
        facts: { question },
      });
    },
  },

  reply: {
    label: { vi: 'Trả lời câu hỏi', en: 'Reply' },
    consequence: { vi: 'Đơn vị xử lý tiếp với câu trả lời của bạn.', en: 'The unit goes on with your reply.' },
    from: ['awaiting-info'],
    by: [owner],
    handOver: 'any',
    effect: (state, data, context) => replied(state, data.text, context),
  },

  'record-reply': {
    label: { vi: 'Ghi câu trả lời của người phản ánh', en: "Record the reporter's reply" },
    consequence: {
      vi: 'Ghi điều họ nói qua điện thoại hoặc trực tiếp; hạn chạy tiếp.',
      en: 'What they said by telephone or in person; the limit runs on.',
    },
    from: ['awaiting-info'],
    by: worker,
    handOver: 'any',
    effect: (state, data, context) => replied(state, data.text, context),
  },

  'go-on': {
    label: { vi: 'Xử lý tiếp, không có trả lời', en: 'Go on without a reply' },
    consequence: {
      vi: 'Đã hết thời gian chờ; đơn vị xử lý với những gì đã có.',
      en: 'The time to reply is over; work goes on with what there is.',
    },
    from: ['awaiting-info'],
    by: worker,
    handOver: 'any',
    effect: (state, _data, context) => {
      const { question } = feedbackFacts(state);
      if (question && Temporal.Instant.compare(context.at, Temporal.Instant.from(question.replyBy)) < 0)
        return refused('reply-time-not-over', { dueOn: dayWritten(question.replyBy) });
      return replied(state, null, context);
    },
  },
} satisfies Partial<MoveRules<FeedbackMoveData, FeedbackEffectRefusal>>;

/** The clock runs on, with what was said or without. */
function replied(state: CaseState, text: string | null, context: MoveContext): FeedbackEffect {
  const { question, replies = [] } = feedbackFacts(state);
  const said = { question: question?.text ?? '', text: text ?? '', at: context.at.toString() };
  const running = clockOf(state);
  return recount(
    { ...running, pauses: closeDays(context.at, running.pauses) },
    {
      state: 'in-handling',
      facts: { question: null, ...(text === null ? {} : { replies: [...replies.map((one) => ({ ...one })), said] }) },
    },
    context,
  );
}

/** Satisfied or not: an answer is taken back once, for a reason; the second word is the last. */
function rated(state: CaseState, data: FeedbackMoveData['rate'], context: MoveContext): FeedbackEffect {
  const { policy, reopened } = feedbackFacts(state);
  const satisfied = data.satisfied === 'yes';
  if (!satisfied && data.reason === '') return refused('reason-missing', {}, 'reason');
  const at = context.at.toString();
  const word = { satisfied, reason: data.reason, at };
  if (satisfied || reopened) return accepted({ state: 'closed', facts: { word, closesAt: null } });
  return recount(
    startClock(context.at, policy.reopenWithin, data.unitId),
    {
      state: 'in-handling',
      holder: heldAt(data),
      endedAt: null,
      timeliness: null,
      facts: { word, reopened: { reason: data.reason, at }, closesAt: null, ladder: null },
    },
    context,
  );
}
