import { closeDays, openDays } from '#case-engine/rules/case-clock.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { reappointedDue } from '#case-engine/rules/clock.ts';
import { accepted, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { localDay, toInstant } from '#kernel/zone.ts';
import { answerDue, dayWritten, recount, runningClock } from './move-effects.ts';
import { atStep, desk, heads, type MoveContext, type MoveEffect, type MoveRules } from './move-rule.ts';

/** What touches the clock or speaks of it: declared stops, the one apology and new day, urging (NĐ 61/2018/NĐ-CP art. 19.9). */
export const clockMoves = {
  'request-payment': {
    label: { vi: 'Yêu cầu nghĩa vụ tài chính', en: 'Ask for the financial obligation' },
    consequence: {
      vi: 'Công dân nhận thông báo nộp tiền; thời gian chờ không tính vào thời hạn.',
      en: 'The person is told what to pay; waiting is not counted in the limit.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => (excludes(state, 'tax') ? null : 'exclusion-not-declared'),
    effect: (state, data, context) => {
      const running = runningClock(state);
      const due = answerDue(context, 30);
      if (!due.ok) return due;
      return accepted({
        state: 'awaiting-payment',
        dueAt: due.value,
        clock: { ...running, exclusions: [...running.exclusions, openDays(context.at, tax, data.basis)] },
        facts: { payment: { ...data, askedAt: context.at.toString() } },
      });
    },
  },

  'confirm-payment': {
    label: { vi: 'Xác nhận đã nộp', en: 'Confirm the payment' },
    consequence: { vi: 'Thời hạn chạy tiếp.', en: 'The limit runs on.' },
    from: ['awaiting-payment'],
    by: [desk, { at: 'holder', roles: ['case-handler', 'unit-head'] }],
    handOver: 'any',
    effect: (state, data, context) => {
      const running = runningClock(state);
      const clock = { ...running, exclusions: closeDays(context.at, running.exclusions) };
      return recount(clock, { state: 'in-process', facts: { paid: { ...data } } }, context);
    },
  },

  'post-publicly': {
    label: { vi: 'Niêm yết công khai', en: 'Post publicly' },
    consequence: {
      vi: 'Những ngày niêm yết không tính vào thời hạn.',
      en: 'The days of posting are not counted in the limit.',
    },
    from: ['in-process'],
    works: ['handle'],
    by: [atStep],
    handOver: 'none',
    unless: (state) => (excludes(state, 'posting') ? null : 'exclusion-not-declared'),
    effect: (state, data, context) =>
      excludeDays(state, data, { vi: 'niêm yết công khai', en: 'public posting' }, context),
  },

  'record-outage': {
    label: { vi: 'Ghi nhận hệ thống ngừng', en: 'Record a declared outage' },
    consequence: {
      vi: 'Những ngày ngừng đã được công bố không tính vào thời hạn.',
      en: 'Days of a declared outage are not counted in the limit.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'overseer', roles: ['procedure-controller'] }],
    handOver: 'any',
    unless: (state) => (excludes(state, 'outage') ? null : 'exclusion-not-declared'),
    effect: (state, data, context) =>
      excludeDays(state, data, { vi: 'hệ thống ngừng đã được công bố', en: 'declared outage' }, context),
  },

  apologise: {
    label: { vi: 'Xin lỗi và đề nghị hẹn lại', en: 'Apologise and ask for a new day' },
    consequence: {
      vi: 'Ghi thư xin lỗi gửi công dân; phải trước ngày hẹn ít nhất một ngày, chỉ một lần.',
      en: 'Registers the letter of apology; at least a day before the due day, once only.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'overseer', roles: heads }],
    atMost: 1,
    handOver: 'any',
    effect: (state, data, context) => {
      if (!state.dueAt) throw new RangeError('an open dossier has a due moment');
      const newDue = reappointedDue({
        dueOn: localDay(Temporal.Instant.from(state.dueAt)),
        newDueOn: data.newDueOn,
        reappointments: state.made.reappoint ?? 0,
        apologisedOn: localDay(context.at),
        calendar: context.calendar,
        hours: context.hours,
      });
      if (!newDue.ok) return newDue;
      const apology = {
        reason: data.reason,
        letterNumber: data.letterNumber,
        newDueAt: toInstant(newDue.value).toString(),
        by: context.actor.name,
        at: context.at.toString(),
      };
      return accepted({ facts: { apology } });
    },
  },

  reappoint: {
    label: { vi: 'Hẹn lại ngày trả', en: 'Set the new day' },
    consequence: {
      vi: 'Đổi ngày hẹn theo thư xin lỗi; ngày hẹn đầu vẫn được giữ.',
      en: 'Moves the due day as the letter says; the first due day is kept.',
    },
    from: ['accepted', 'in-process'],
    by: [{ at: 'receiver', roles: ['desk-head', 'intake-officer'] }],
    atMost: 1,
    handOver: 'any',
    unless: (state) => (state.facts.apology ? null : 'apology-missing'),
    effect: (state, _data, context) => {
      const apology = state.facts.apology as { newDueAt: string };
      if (!state.clock || !state.dueAt) throw new RangeError('an open dossier has a due moment');
      if (Temporal.Instant.compare(context.at, Temporal.Instant.from(state.dueAt)) > 0) {
        return refused('due-moment-passed', { dueOn: dayWritten(state.dueAt) });
      }
      return accepted({ clock: { ...state.clock, reappointedTo: apology.newDueAt }, dueAt: apology.newDueAt });
    },
  },

  urge: {
    label: { vi: 'Đôn đốc', en: 'Urge' },
    consequence: {
      vi: 'Ghi vào nhật ký và nhắc người đang giữ.',
      en: 'Goes into the journal and to whoever holds it.',
    },
    from: ['submitted', 'accepted', 'in-process'],
    by: [desk, { at: 'overseer', roles: [...heads, 'desk-head', 'procedure-controller'] }],
    handOver: 'any',
    effect: (_state, data, context) =>
      accepted({ facts: { urged: { note: data.note, by: context.actor.name, at: context.at.toString() } } }),
  },
} satisfies MoveRules<
  'request-payment' | 'confirm-payment' | 'post-publicly' | 'record-outage' | 'apologise' | 'reappoint' | 'urge'
>;

const tax: Text = { vi: 'chờ thực hiện nghĩa vụ tài chính', en: 'waiting for the financial obligation' };

function excludes(state: CaseState, period: string): boolean {
  const declared = state.facts.excludedPeriods;
  return Array.isArray(declared) && declared.includes(period);
}

function excludeDays(
  state: CaseState,
  data: { from: Temporal.PlainDate; to: Temporal.PlainDate; basis: string },
  reason: Text,
  context: MoveContext,
): MoveEffect {
  const clock = runningClock(state);
  if (Temporal.PlainDate.compare(data.to, data.from) < 0) return refused('dates-wrong-way', {}, 'to');
  const days = { from: data.from.toString(), to: data.to.toString(), reason, source: data.basis };
  return recount({ ...clock, exclusions: [...clock.exclusions, days] }, {}, context);
}
