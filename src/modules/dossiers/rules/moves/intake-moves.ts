import { closeDays, openDays, startClock } from '#case-engine/rules/case-clock.ts';
import type { CaseEffect, CaseState, ClockRecord, RecordedDays } from '#case-engine/rules/case-state.ts';
import { accepted } from '#kernel/result.ts';
import { waitsForDues } from '../bill-fact.ts';
import { advance, answerDue, atDesk, ended, intakeClock, recount } from './move-effects.ts';
import { desk, type MoveRules, owner } from './move-rule.ts';
import { supplementsUsedUp } from './supplements.ts';

/** At the desk, from the first look to the hand-over to the office (NĐ 61/2018/NĐ-CP art. 17–18). */
export const intakeMoves = {
  accept: {
    label: { vi: 'Tiếp nhận', en: 'Accept' },
    consequence: {
      vi: 'Cấp mã hồ sơ, in giấy hẹn, đồng hồ bắt đầu chạy.',
      en: 'Gives the dossier its code and receipt; the clock starts.',
    },
    from: ['submitted'],
    by: [desk],
    handOver: 'none',
    effect: (state, data, context) => {
      const clock = startClock(data.receivedAt ?? context.at, data.limit, state.receivingUnitId);
      const effect: CaseEffect = {
        ...atDesk(state),
        state: 'accepted',
        code: data.code,
        acceptedAt: (data.receivedAt ?? context.at).toString(),
        holder: {
          unitId: `${state.receivingUnitId}.desk`,
          role: 'intake-officer',
          accountId: context.actor.accountId,
          name: context.actor.name,
        },
        facts: { ...data.facts, originalLimit: data.limit },
      };
      const counted = recount(clock, effect, context);
      return counted.ok ? accepted({ ...counted.value, firstDueAt: counted.value.dueAt ?? null }) : counted;
    },
  },

  'ask-supplement': {
    label: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
    consequence: {
      vi: 'Gửi công dân một yêu cầu đầy đủ, chỉ một lần; thời hạn dừng lại.',
      en: 'Sends one complete request, once only; the limit stops.',
    },
    from: ['submitted', 'accepted', 'in-process'],
    by: [desk],
    handOver: 'any',
    unless: (state) =>
      supplementsUsedUp(state) ??
      (state.state === 'in-process' && !state.facts.proposedSupplement ? 'supplement-not-proposed' : null),
    effect: (state, data, context) => {
      const due = answerDue(context, Number(state.facts.supplementAnswerDays ?? 30));
      if (!due.ok) return due;
      const pauses =
        state.clock && state.acceptedAt && state.facts.supplementPolicy === 'pause'
          ? [
              ...state.clock.pauses,
              openDays(
                context.at,
                { vi: 'chờ công dân bổ sung', en: 'waiting for the supplement' },
                data.items[0]?.clause ?? '',
              ),
            ]
          : (state.clock?.pauses ?? []);
      return accepted({
        ...atDesk(state),
        state: 'awaiting-supplement',
        dueAt: due.value,
        clock: state.clock && { ...state.clock, pauses },
        facts: {
          supplement: { items: data.items.map((item) => ({ ...item })), askedAt: context.at.toString() },
          proposedSupplement: null,
        },
      });
    },
  },

  refuse: {
    label: { vi: 'Từ chối tiếp nhận', en: 'Refuse' },
    consequence: {
      vi: 'Kết thúc hồ sơ bằng phiếu từ chối có lý do và căn cứ pháp luật.',
      en: 'Ends the dossier with a refusal slip giving reason and clause of law.',
    },
    from: ['submitted'],
    by: [desk],
    handOver: 'none',
    effect: (_state, data, context) =>
      ended('refused', context, { refusal: { reason: data.reason, clause: data.clause } }),
  },

  'answer-supplement': {
    label: { vi: 'Nộp bổ sung', en: 'Hand in the supplement' },
    consequence: {
      vi: 'Hồ sơ trở lại Bộ phận Một cửa; thời hạn tính theo quy định của thủ tục.',
      en: 'The dossier returns to the desk; the limit follows the rule of the procedure.',
    },
    from: ['awaiting-supplement'],
    by: [owner, desk],
    handOver: 'any',
    effect: (state, data, context) => {
      const facts = {
        supplement: null,
        lastAnswer: { note: data.note, at: context.at.toString() },
        ...(data.papers ? { papers: data.papers } : {}),
      };
      if (!state.acceptedAt || !state.clock) {
        const clock = intakeClock(context.at, state.receivingUnitId);
        return recount(clock, { ...atDesk(state), state: 'submitted', facts }, context);
      }
      const clock: ClockRecord =
        state.facts.supplementPolicy === 'pause'
          ? { ...state.clock, pauses: closeDays(context.at, state.clock.pauses) }
          : { ...startClock(context.at, state.clock.limit, state.clock.hoursOf), exclusions: stillExcluded(state) };
      return recount(clock, { ...atDesk(state), state: 'accepted', facts }, context);
    },
  },

  forward: {
    label: { vi: 'Chuyển xử lý', en: 'Forward' },
    consequence: {
      vi: 'Ký giao hồ sơ cho nơi xử lý; nơi nhận ký nhận thì mới đổi người giữ.',
      en: 'Signs the dossier over; it changes hands when the receiver signs too.',
    },
    from: ['accepted'],
    works: ['receive'],
    by: [desk],
    handOver: 'none',
    unless: (state) => (waitsForDues(state) ? 'dues-first' : null),
    effect: (state, data, context) => advance(state, {}, context, data.note),
  },
} satisfies MoveRules<'accept' | 'ask-supplement' | 'refuse' | 'answer-supplement' | 'forward'>;

/** A limit that starts anew still leaves out the days of an outside part that has not answered. */
function stillExcluded(state: CaseState): readonly RecordedDays[] {
  const exclusions = state.clock?.exclusions ?? [];
  return exclusions.filter(({ branchId }) => branchId && state.branches?.[branchId]?.closedAt === null);
}
