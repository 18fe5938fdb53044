import { dueOf, startClock } from '#case-engine/rules/case-clock.ts';
import { accepted, refused } from '#kernel/result.ts';
import { dayWritten, recount, runningClock } from './move-effects.ts';
import { atStep, type MoveRules } from './move-rule.ts';
import { supplementsUsedUp } from './supplements.ts';

/** What the handler finds out: verification, presence of the parties, what is missing (NĐ 61/2018/NĐ-CP art. 19.3–19.4). */
export const findingMoves = {
  'start-verification': {
    label: { vi: 'Cần xác minh', en: 'Verification needed' },
    consequence: {
      vi: 'Thời hạn chuyển sang thời hạn có xác minh của thủ tục.',
      en: "The limit becomes the procedure's limit with verification.",
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    atMost: 1,
    handOver: 'none',
    unless: (state) => (state.facts.verificationLimit ? null : 'verification-not-provided'),
    effect: (state, data, context) => {
      const running = runningClock(state);
      const clock = { ...running, limit: String(state.facts.verificationLimit) };
      return recount(clock, { facts: { verification: { reason: data.reason } } }, context);
    },
  },

  'record-verification': {
    label: { vi: 'Ghi biên bản xác minh', en: 'Record the verification' },
    consequence: {
      vi: 'Lưu thời gian, nơi, người dự và kết quả xác minh.',
      en: 'Keeps when, where, who and what was found.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    effect: (_state, data) => accepted({ facts: { verificationMinutes: { ...data } } }),
  },

  'record-presence': {
    label: { vi: 'Ghi nhận các bên có mặt', en: 'Record that the parties are present' },
    consequence: {
      vi: 'Xác nhận các bên cùng có mặt và ký trước công chức.',
      en: 'Confirms that the parties appeared together and signed before the officer.',
    },
    from: ['in-process'],
    works: ['handle', 'sign'],
    by: [atStep],
    atMost: 1,
    handOver: 'none',
    unless: (state) => (state.facts.presenceRequired ? null : 'presence-not-required'),
    effect: (_state, data) => accepted({ facts: { presence: { ...data } } }),
  },

  'propose-supplement': {
    label: { vi: 'Đề nghị bổ sung', en: 'Propose a supplement' },
    consequence: {
      vi: 'Bộ phận Một cửa sẽ gửi yêu cầu cho công dân; chỉ trong những ngày đầu theo quy định.',
      en: 'The desk will send the request; only within the first days the rule allows.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: supplementsUsedUp,
    effect: (state, data, context) => {
      const days = Number(state.facts.supplementAskDays ?? 3);
      const acceptedAt = state.acceptedAt ?? state.openedAt;
      const last = dueOf(startClock(Temporal.Instant.from(acceptedAt), `${days} working-day`, ''), context);
      if (!last.ok) return last;
      if (Temporal.Instant.compare(context.at, Temporal.Instant.from(last.value)) > 0) {
        return refused('supplement-too-late', { days, lastDay: dayWritten(last.value) });
      }
      return accepted({
        facts: { proposedSupplement: { items: data.items.map((item) => ({ ...item })), by: context.actor.name } },
      });
    },
  },
} satisfies MoveRules<'start-verification' | 'record-verification' | 'record-presence' | 'propose-supplement'>;
