import { legsAnswer, openBranches } from '#case-engine/rules/branches.ts';
import { startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseState, Holder } from '#case-engine/rules/case-state.ts';
import { accepted, refused } from '#kernel/result.ts';
import { agencyOf, handlingStepBefore, standAt } from '../route-position.ts';
import { advance, atDesk, enterStep, recount } from './move-effects.ts';
import { atStep, heads, type MoveRules } from './move-rule.ts';

/** In the office that works it out: taking over, sharing out, proposing, deciding, issuing (NĐ 61/2018/NĐ-CP art. 19). */
export const officeMoves = {
  'take-over': {
    label: { vi: 'Ký nhận hồ sơ', en: 'Sign for the dossier' },
    consequence: { vi: 'Bạn giữ hồ sơ từ lúc này.', en: 'You hold the dossier from now on.' },
    from: ['in-process'],
    by: [{ at: 'taker', roles: ['unit-head', 'records-clerk'] }],
    handOver: 'pending',
    effect: (state, _data, context) => {
      const handOver = state.handOver;
      const step = handOver && state.route[handOver.toStep];
      if (!handOver || !step) throw new RangeError('a hand-over is taken over only when one waits');
      const lastHandOver = { ...handOver, takenBy: context.actor.name, takenAt: context.at.toString() };
      const startsHere = state.facts.clockStart === 'competent-office-receipt' && !state.facts.clockStartedAtOffice;
      if (!startsHere || !state.clock) return enterStep(state, handOver.toStep, { lastHandOver }, context);
      const clock = startClock(context.at, state.clock.limit, agencyOf(step.unitId));
      const counted = recount(clock, {}, context);
      if (!counted.ok) return counted;
      const started = { ...state, clock };
      const entered = enterStep(started, handOver.toStep, { lastHandOver, clockStartedAtOffice: true }, context);
      return entered.ok ? accepted({ ...counted.value, ...entered.value }) : entered;
    },
  },

  'decline-hand-over': {
    label: { vi: 'Không nhận, trả lại nơi giao', en: 'Decline the hand-over' },
    consequence: {
      vi: 'Hồ sơ về lại nơi giao với lý do của bạn; thời hạn vẫn chạy.',
      en: 'The dossier goes back to the giver with your reason; the limit runs on.',
    },
    from: ['in-process'],
    by: [{ at: 'taker', roles: ['unit-head', 'records-clerk'] }],
    handOver: 'pending',
    effect: (state, data, context) => {
      const facts = { declined: { reason: data.reason, by: context.actor.name } };
      const isNewLeg = state.parent !== undefined && !state.made['take-over'];
      if (isNewLeg) return accepted({ state: 'declined', handOver: null, stepDueAt: null, facts });
      const back =
        state.route[state.step]?.work === 'receive'
          ? { ...atDesk(state), state: 'accepted' }
          : standAt(state, state.step);
      return accepted({ ...back, facts });
    },
  },

  assign: {
    label: { vi: 'Phân công', en: 'Assign' },
    consequence: { vi: 'Giao hồ sơ cho người thụ lý bạn chọn.', en: 'Gives the dossier to the handler you choose.' },
    from: ['in-process'],
    works: ['handle'],
    by: [{ at: 'overseer', roles: heads }],
    handOver: 'none',
    effect: (state, data) => accepted({ holder: holderOf(state, data.accountId, data.name) }),
  },

  reassign: {
    label: { vi: 'Chuyển cho đồng nghiệp', en: 'Hand over to a colleague' },
    consequence: {
      vi: 'Đồng nghiệp cùng chức trách giữ hồ sơ thay; thời hạn không đổi.',
      en: 'A colleague with the same duty holds it instead; the limit does not change.',
    },
    from: ['submitted', 'accepted', 'in-process', 'awaiting-supplement', 'awaiting-payment'],
    by: [{ at: 'overseer', roles: [...heads, 'desk-head'] }, atStep],
    handOver: 'none',
    effect: (state, data) => accepted({ holder: holderOf(state, data.accountId, data.name) }),
  },

  propose: {
    label: { vi: 'Trình kết quả', en: 'Propose the result' },
    consequence: { vi: 'Chuyển dự thảo kết quả lên bước sau.', en: 'Sends the draft result to the next step.' },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => {
      if (state.facts.proposedSupplement) return 'supplement-being-asked';
      return legsAnswer(state) === null || openBranches(state).length > 0 ? 'legs-open' : null;
    },
    effect: (state, data, context) => {
      if (data.outcome === 'refuse' && !(data.reason && data.clause))
        return refused('refusal-needs-clause', {}, 'clause');
      if (data.outcome === 'grant' && legsAnswer(state) === 'negative') return refused('leg-refused', {}, 'outcome');
      return advance(state, { proposal: { ...data, by: context.actor.name } }, context);
    },
  },

  approve: {
    label: { vi: 'Đồng ý, trình ký', en: 'Agree and pass on' },
    consequence: { vi: 'Chuyển sang bước sau.', en: 'Passes it to the next step.' },
    from: ['in-process'],
    works: ['approve'],
    by: [atStep],
    handOver: 'none',
    effect: (state, data, context) =>
      advance(state, { approval: { note: data.note, by: context.actor.name } }, context),
  },

  'send-back': {
    label: { vi: 'Trả lại để làm lại', en: 'Send back' },
    consequence: {
      vi: 'Về người thụ lý với lý do của bạn; thời hạn vẫn chạy.',
      en: 'Back to the handler with your reason; the limit runs on.',
    },
    from: ['in-process'],
    works: ['approve', 'sign'],
    by: [atStep],
    handOver: 'none',
    effect: (state, data, context) => {
      const index = handlingStepBefore(state.route, state.step);
      return enterStep(state, index, { sentBack: { reason: data.reason, by: context.actor.name } }, context);
    },
  },

  sign: {
    label: { vi: 'Ký', en: 'Sign' },
    consequence: {
      vi: 'Quyết định có hiệu lực theo tên và thẩm quyền của bạn; văn bản kết quả được ký số.',
      en: 'The decision stands in your name and power; the result is signed digitally.',
    },
    from: ['in-process'],
    works: ['sign'],
    by: [atStep],
    handOver: 'none',
    unless: (state) =>
      state.facts.presenceRequired && (state.made['record-presence'] ?? 0) === 0 ? 'presence-missing' : null,
    effect: (state, data, context) =>
      advance(
        state,
        {
          decision: {
            outcome: (state.facts.proposal as { outcome?: string } | undefined)?.outcome ?? 'grant',
            signingForm: data.signingForm,
            signedBy: context.actor.name,
            title: data.title,
            block: [...(data.block ?? [])],
            delegationId: data.delegationId ?? null,
            signedAt: context.at.toString(),
          },
          ...(data.result ? { result: { ...data.result } } : {}),
        },
        context,
      ),
  },

  issue: {
    label: { vi: 'Cho số, đóng dấu', en: 'Number and seal' },
    consequence: {
      vi: 'Kết quả được phát hành và chuyển về Bộ phận Một cửa.',
      en: 'The result is issued and goes back to the desk.',
    },
    from: ['in-process'],
    works: ['issue'],
    by: [atStep],
    handOver: 'none',
    effect: (state, data, context) =>
      advance(state, { issued: { number: data.number, by: context.actor.name, at: context.at.toString() } }, context),
  },
} satisfies MoveRules<
  'take-over' | 'decline-hand-over' | 'assign' | 'reassign' | 'propose' | 'approve' | 'send-back' | 'sign' | 'issue'
>;

function holderOf(state: CaseState, accountId: string, name: string): Holder {
  if (!state.holder) throw new RangeError('an open case has a holder');
  return { ...state.holder, accountId, name };
}
