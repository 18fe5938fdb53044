import type { Text } from '#kernel/text.ts';
import { formatTime } from '#kernel/vietnamese.ts';
import type { CalendarDay } from '#kernel/working-calendar.ts';
import type { UncountedDays } from './clock-question.ts';

/** Why a day counts or does not, and what that rests on. */
export interface Ground {
  readonly reason: Text;
  readonly source: string;
}

const FIRST_DAY = 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 khoản 2';
const LAST_DAY_OFF = 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 148 khoản 5';
const IN_DAYS = 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 148 khoản 1';
const IN_MONTHS = 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 148 khoản 3';
const POLICY = 'Quy định của thủ tục về thời gian không tính vào thời hạn';
const HOURS = 'Giờ làm việc của cơ quan';

export const dayOfReceipt: Ground = {
  reason: { vi: 'Ngày tiếp nhận, không tính vào thời hạn', en: 'Day of receipt, not part of the limit' },
  source: FIRST_DAY,
};

export const afterThree: Ground = {
  reason: {
    vi: 'Nhận sau 15:00, được trả kết quả trong ngày làm việc tiếp theo',
    en: 'Received after 15:00, may be answered on the next working day',
  },
  source: 'Nghị định 23/2015/NĐ-CP, Điều 7',
};

export const movedOn: Ground = {
  reason: {
    vi: 'Ngày cuối của thời hạn là ngày nghỉ, nên hạn chuyển sang ngày làm việc này',
    en: 'The last day of the limit is a day off, so the limit ends on this working day',
  },
  source: LAST_DAY_OFF,
};

export const atClosing: Ground = {
  reason: {
    vi: 'Nhận đúng lúc hết giờ làm việc, không còn giờ nào để tính',
    en: 'Received at closing time, no hour left',
  },
  source: HOURS,
};

export const paused: Ground = {
  reason: { vi: 'Tạm dừng, chờ người nộp hồ sơ', en: 'Paused, waiting for the applicant' },
  source: POLICY,
};

export const excluded: Ground = {
  reason: { vi: 'Khoảng thời gian không tính vào thời hạn', en: 'Period that the limit leaves out' },
  source: POLICY,
};

/** The ground a pause or an exclusion gives itself, or the general one. */
export function leftOut(days: UncountedDays, otherwise: Ground): Ground {
  return { reason: days.reason ?? otherwise.reason, source: days.source ?? otherwise.source };
}

/** It came on a day off, or after closing time. */
export function outsideHours(known: CalendarDay, closing: Temporal.PlainDateTime): Ground {
  const before = known.working
    ? {
        vi: `Nhận sau giờ làm việc (${formatTime(closing)})`,
        en: `Received after closing time (${formatTime(closing)})`,
      }
    : known.reason;
  return {
    reason: {
      vi: `${before.vi}; tính là nhận lúc mở cửa ngày làm việc tiếp theo`,
      en: `${before.en}; counts as received at the next opening`,
    },
    source: known.working ? HOURS : known.source,
  };
}

export function workingDay(ordinal: number, known: CalendarDay): Ground {
  return {
    reason: {
      vi: `${known.reason.vi}, ngày thứ ${ordinal} của thời hạn`,
      en: `${known.reason.en}, day ${ordinal} of the limit`,
    },
    source: known.source,
  };
}

export function dueThisDay(known: CalendarDay): Ground {
  return {
    reason: { vi: `${known.reason.vi}, trả kết quả trong ngày`, en: `${known.reason.en}, to be answered within it` },
    source: known.source,
  };
}

/** Every day counts, days off too; of a limit in months the days it has are said. */
export function calendarDay(ordinal: number, amount: number, months: Text | undefined, known: CalendarDay): Ground {
  const off = known.working ? { vi: '', en: '' } : { vi: ` (${known.reason.vi})`, en: ` (${known.reason.en})` };
  return {
    reason: months
      ? {
          vi: `Ngày thứ ${ordinal} trong ${amount} ngày của thời hạn ${months.vi}${off.vi}`,
          en: `Day ${ordinal} of the ${amount} days of ${months.en}${off.en}`,
        }
      : { vi: `Ngày thứ ${ordinal} của thời hạn${off.vi}`, en: `Day ${ordinal} of the limit${off.en}` },
    source: months ? IN_MONTHS : IN_DAYS,
  };
}

function duration(seconds: number): Text {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [
    { amount: hours, vi: 'giờ', en: 'h' },
    { amount: minutes, vi: 'phút', en: 'min' },
    { amount: rest, vi: 'giây', en: 's' },
  ].filter(({ amount }) => amount > 0);
  return {
    vi: parts.map(({ amount, vi }) => `${amount} ${vi}`).join(' '),
    en: parts.map(({ amount, en }) => `${amount} ${en}`).join(' '),
  };
}

export function hoursWorked(seconds: number, known: CalendarDay): Ground {
  const { vi, en } = duration(seconds);
  return {
    reason: { vi: `${known.reason.vi}, tính ${vi} làm việc`, en: `${known.reason.en}, ${en} of work counted` },
    source: known.source,
  };
}
