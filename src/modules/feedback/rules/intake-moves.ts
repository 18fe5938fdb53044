import { startClock } from '#case-engine/rules/case-clock.ts';
import type { MoveRules } from '#case-engine/rules/move-rule.ts';
import { accepted } from '#kernel/result.ts';
import { feedbackFacts } from './feedback-facts.ts';
import type { FeedbackMoveData } from './move-data.ts';
import { clockOf, endedAs, type FeedbackEffectRefusal, heldAt, holderOf, recount, worker } from './move-standing.ts';

const early = ['received', 'in-handling'] as const;

/** What is done with it first: the four classes of NĐ 20/2008/NĐ-CP art. 9, and what belongs to another law. */
export const intakeMoves = {
  accept: {
    label: { vi: 'Tiếp nhận, phân xử lý', en: 'Accept and give to a unit' },
    consequence: {
      vi: 'Người phản ánh được báo đã tiếp nhận và ngày được trả lời.',
      en: 'The reporter is told that it is accepted and when the answer comes.',
    },
    from: ['received'],
    by: worker,
    handOver: 'any',
    effect: (state, data, context) =>
      recount(
        { ...clockOf(state), limit: data.limit, hoursOf: data.unitId },
        {
          state: 'in-handling',
          holder: heldAt(data),
          stepDueAt: null,
          acceptedAt: context.at.toString(),
          facts: {
            class: data.class,
            field: data.field,
            subject: { vi: `Phản ánh: ${data.fieldName.vi}`, en: `Feedback: ${data.fieldName.en}` },
          },
        },
        context,
      ),
  },

  forward: {
    label: { vi: 'Chuyển cơ quan khác của Thành phố', en: 'Pass on to another agency of the City' },
    consequence: {
      vi: 'Cơ quan nhận xử lý tiếp; người phản ánh được báo. Phải chuyển trong 05 ngày làm việc.',
      en: 'That agency goes on; the reporter is told. It is to be passed on within 5 working days.',
    },
    from: early,
    by: worker,
    handOver: 'any',
    effect: (state, data, context) => {
      const { forwards = [], policy, agencyId, about } = feedbackFacts(state);
      const at = context.at.toString();
      const late = state.stepDueAt !== null && at > state.stepDueAt;
      const step = recount(startClock(context.at, policy.forwardWithin, data.unitId), {}, context);
      if (!step.ok) return step;
      const clock = policy.forwardRestarts ? startClock(context.at, data.limit, data.unitId) : clockOf(state);
      const forward = { fromUnitId: agencyId, toUnitId: data.agencyId, at, late, reason: data.reason };
      return recount(
        clock,
        {
          state: 'received',
          holder: heldAt(data),
          stepDueAt: step.value.dueAt ?? null,
          counted: { unitId: data.agencyId, as: about },
          facts: { agencyId: data.agencyId, forwards: [...forwards.map((one) => ({ ...one })), forward], ladder: null },
        },
        context,
      );
    },
  },

  decline: {
    label: { vi: 'Không tiếp nhận', en: 'Do not accept' },
    consequence: {
      vi: 'Kết thúc vì thiếu điều kiện của Điều 7 Nghị định 20/2008; người phản ánh nhận lý do.',
      en: 'Ends it because art. 7 of NĐ 20/2008 is not met; the reporter is told why.',
    },
    from: ['received'],
    by: worker,
    handOver: 'any',
    effect: (_state, data, context) => endedAs('not-accepted', context, { class: 'not-accepted', ending: { ...data } }),
  },

  'hand-to-law': {
    label: { vi: 'Là khiếu nại, tố cáo', en: 'It is a complaint or denunciation' },
    consequence: {
      vi: 'Kết thúc ở đây; người phản ánh được hướng dẫn gửi theo Luật Khiếu nại hoặc Luật Tố cáo.',
      en: 'Ends here; the reporter is told how to go by the Law on Complaints or on Denunciations.',
    },
    from: early,
    by: worker,
    handOver: 'any',
    effect: (_state, data, context) => endedAs('handed-to-law', context, { ending: { ...data } }),
  },

  'pass-outside': {
    label: { vi: 'Chuyển cơ quan ngoài Thành phố', en: 'Pass on outside the City' },
    consequence: {
      vi: 'Kết thúc ở đây bằng văn bản chuyển; người phản ánh biết ai trả lời.',
      en: 'Ends here with the letter that passes it on; the reporter knows who answers.',
    },
    from: early,
    by: worker,
    handOver: 'any',
    effect: (_state, data, context) => endedAs('passed-outside', context, { class: 'not-ours', ending: { ...data } }),
  },

  merge: {
    label: { vi: 'Gộp vào phản ánh trùng', en: 'Merge into the same feedback' },
    consequence: {
      vi: 'Mọi người phản ánh được giữ lại, được báo và theo dõi ở phản ánh kia.',
      en: 'Everyone who reported is kept, told, and follows the other one.',
    },
    from: early,
    by: worker,
    handOver: 'any',
    effect: (_state, data, context) =>
      endedAs('merged', context, { mergedInto: { caseId: data.caseId, code: data.code } }),
  },

  assign: {
    label: { vi: 'Phân công', en: 'Assign' },
    consequence: { vi: 'Người được chọn giữ việc này; hạn không đổi.', en: 'The person holds it; the limit stays.' },
    from: early,
    by: worker,
    handOver: 'any',
    effect: (state, data) => accepted({ holder: { ...holderOf(state), ...data } }),
  },

  reassign: {
    label: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    consequence: {
      vi: 'Đồng nghiệp cùng chức trách giữ thay; hạn không đổi.',
      en: 'A colleague with the same duty holds it instead; the limit stays.',
    },
    from: ['received', 'in-handling', 'awaiting-info', 'awaiting-approval'],
    by: worker,
    handOver: 'any',
    effect: (state, data) => accepted({ holder: { ...holderOf(state), accountId: data.accountId, name: data.name } }),
  },
} satisfies Partial<MoveRules<FeedbackMoveData, FeedbackEffectRefusal>>;
