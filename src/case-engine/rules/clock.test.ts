import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockQuestion, dueMoment, explainDue } from '#case-engine/rules/clock.ts';
import { type Limit, readLimit } from '#kernel/limit.ts';
import { type CalendarDecision, workingCalendar } from '#kernel/working-calendar.ts';
import { defaultWorkingHours, workingHours } from '#kernel/working-hours.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const moment = (text: string) => Temporal.PlainDateTime.from(text);

/** Days off and worked of a city that never was: thick enough that most counts meet some. */
const OFF = [
  '2021-01-01',
  '2021-02-10',
  '2021-02-11',
  '2021-02-12',
  '2021-02-15',
  '2021-02-16',
  '2021-04-21',
  '2021-04-30',
];
const WORKED = ['2021-02-06', '2021-03-13', '2021-04-24'];
const decisions: CalendarDecision[] = [
  ...OFF.map((day) => ({ date: date(day), kind: 'off' as const, name: { vi: 'Nghỉ', en: 'Off' }, source: 'A' })),
  ...WORKED.map((day) => ({ date: date(day), kind: 'work' as const, name: { vi: 'Bù', en: 'Swap' }, source: 'B' })),
];
const calendar = workingCalendar(decisions, [2021]);

const STRETCHES = {
  usual: [
    [480, 720],
    [780, 1020],
  ],
  summer: [
    [420, 690],
    [810, 1020],
  ],
} as const;
type HoursName = keyof typeof STRETCHES;
const time = (minute: number) => new Temporal.PlainTime(Math.floor(minute / 60), minute % 60);
const hoursNamed = (name: HoursName) =>
  name === 'usual'
    ? defaultWorkingHours
    : workingHours([
        {
          validFrom: date('2021-01-01'),
          stretches: STRETCHES[name].map(([from, to]) => ({ from: time(from), to: time(to) })),
        },
      ]);

interface Asked {
  readonly received: string;
  readonly limit: string;
  readonly pauses: readonly (readonly [string, string])[];
  readonly hours: HoursName;
}

/**
 * The rule told again with strings and minutes, one step at a time, sharing no code with the clock.
 * Undefined where it would have to look into 2022.
 */
function naiveDue({ received, limit, pauses, hours }: Asked): string | undefined {
  const stretches = STRETCHES[hours];
  const closing = `T${time(stretches[1][1]).toString({ smallestUnit: 'minute' })}`;
  const isPublished = (day: string) => day.startsWith('2021');
  const worked = (day: string) =>
    WORKED.includes(day) || (!OFF.includes(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
  const paused = (day: string) => pauses.some(([from, to]) => from <= day && day <= to);
  const tomorrow = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  let [day = '', clock = ''] = received.split('T');
  let minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  if (!worked(day) || minute > stretches[1][1]) {
    do day = tomorrow(day);
    while (isPublished(day) && !worked(day));
    minute = stretches[0][0];
  }
  if (!isPublished(day)) return undefined;
  const [amountText = '', unit = ''] = limit === 'same-day' ? ['0', 'same-day'] : limit.split(' ');
  const amount = Number(amountText);
  if (unit === 'working-hour') {
    let left = amount * 60;
    for (; isPublished(day); day = tomorrow(day), minute = 0) {
      for (; minute < 1440; minute++) {
        const open = stretches.some(([from, to]) => from <= minute && minute < to);
        if (open && worked(day) && !paused(day) && --left === 0) {
          return `${day}T${time(minute + 1).toString({ smallestUnit: 'minute' })}`;
        }
      }
    }
    return undefined;
  }
  if (unit === 'same-day') {
    if (minute > 900) day = tomorrow(day);
  } else if (unit === 'working-day') {
    for (let left = amount; left > 0 && isPublished(day); ) {
      day = tomorrow(day);
      if (worked(day) && !paused(day)) left--;
    }
  } else {
    let last = day;
    if (unit === 'month') {
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
      const lastOfMonth = new Date(Date.UTC(year, month + amount, 0)).getUTCDate();
      last = new Date(Date.UTC(year, month - 1 + amount, Math.min(dayOfMonth, lastOfMonth))).toISOString().slice(0, 10);
    } else {
      for (let left = amount; left > 0; left--) last = tomorrow(last);
    }
    // Every paused day on the way is paid back by one more day at the end.
    for (let owed = day; owed < last; ) {
      owed = tomorrow(owed);
      if (paused(owed)) last = tomorrow(last);
    }
    day = last;
  }
  while (isPublished(day) && (!worked(day) || paused(day))) day = tomorrow(day);
  return isPublished(day) ? day + closing : undefined;
}

const anyDay = fc.integer({ min: 0, max: 364 }).map((days) => date('2021-01-01').add({ days }));
const anyAsked: fc.Arbitrary<Asked> = fc.record({
  received: fc
    .tuple(
      anyDay,
      fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(480, 720, 721, 780, 900, 901, 1020, 1021)),
    )
    .map(([day, minute]) => `${day}T${time(minute).toString({ smallestUnit: 'minute' })}`),
  limit: fc.oneof(
    fc.constant('same-day'),
    fc.integer({ min: 1, max: 60 }).map((amount) => `${amount} working-hour`),
    fc.integer({ min: 1, max: 60 }).map((amount) => `${amount} working-day`),
    fc.integer({ min: 1, max: 90 }).map((amount) => `${amount} calendar-day`),
    fc.integer({ min: 1, max: 4 }).map((amount) => `${amount} month`),
  ),
  pauses: fc.array(
    fc
      .tuple(anyDay, fc.integer({ min: 0, max: 25 }))
      .map(([from, days]) => [from.toString(), from.add({ days }).toString()] as const),
    { maxLength: 6 },
  ),
  hours: fc.constantFrom('usual', 'summer'),
});

function limitOf(text: string): Limit {
  const limit = readLimit(text);
  if (!limit.ok) throw new Error(text);
  return limit.value;
}

function questionOf({ received, limit, pauses, hours }: Asked): ClockQuestion {
  const days = pauses.map(([from, to]) => ({ from: date(from), to: date(to) }));
  // Pauses and exclusions are left out alike: some go in as the one, some as the other.
  return {
    receivedAt: moment(received),
    limit: limitOf(limit),
    pauses: days.filter((_, index) => index % 2 === 0),
    exclusions: days.filter((_, index) => index % 2 === 1),
    calendar,
    hours: hoursNamed(hours),
  };
}

describe('any receipt, limit and pauses', () => {
  test('fall due where a naive count from minute to minute falls due', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const due = dueMoment(questionOf(asked));
        expect(due.ok ? due.value.toString({ smallestUnit: 'minute' }) : undefined).toBe(naiveDue(asked));
      }),
      { numRuns: 3000 },
    );
  });

  test('fall due at the moment that is explained, and both refuse alike', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const question = questionOf(asked);
        const due = dueMoment(question);
        const explained = explainDue(question);
        if (explained.ok) {
          const { dueAt, dueOn } = explained.value;
          expect(due.ok && due.value.toString()).toBe(dueAt.toString());
          expect(dueOn.toString()).toBe(dueAt.toPlainDate().toString());
        } else {
          expect(due).toEqual(explained);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('are explained by every day from receipt to due day, once, and as many counted days as the limit has', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const question = questionOf(asked);
        const explained = explainDue(question);
        fc.pre(explained.ok);
        const { days, dueOn } = explained.value;
        days.forEach((day, index) => {
          expect(day.date.equals(question.receivedAt.toPlainDate().add({ days: index }))).toBe(true);
          expect(day.source).not.toBe('');
        });
        expect(days.at(-1)?.date.equals(dueOn)).toBe(true);
        const counted = days.filter(({ counted }) => counted).length;
        const { unit, amount } = question.limit;
        if (unit === 'same-day') expect(counted).toBe(1);
        if (unit === 'working-day' || unit === 'calendar-day') expect(counted).toBe(amount);
      }),
    );
  });

  test('never fall due on a day off, inside a pause, or before the receipt', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const question = questionOf(asked);
        const due = dueMoment(question);
        fc.pre(due.ok);
        const dueOn = due.value.toPlainDate();
        expect(calendar.dayOf(dueOn)).toMatchObject({ value: { working: true } });
        expect(asked.pauses.some(([from, to]) => from <= dueOn.toString() && dueOn.toString() <= to)).toBe(false);
        expect(Temporal.PlainDateTime.compare(due.value, question.receivedAt)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('never fall due earlier for one more pause or a longer limit', () => {
    fc.assert(
      fc.property(anyAsked, anyDay, (asked, day) => {
        const due = dueMoment(questionOf(asked));
        const paused = dueMoment(questionOf({ ...asked, pauses: [...asked.pauses, [day.toString(), day.toString()]] }));
        fc.pre(due.ok && paused.ok);
        expect(Temporal.PlainDateTime.compare(due.value, paused.value)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test('the order of pauses and their overlaps do not matter', () => {
  const asked: Asked = {
    received: '2021-03-01T10:00',
    limit: '3 working-day',
    hours: 'usual',
    pauses: [['2021-03-02', '2021-03-08']],
  };
  const pieces: Asked = {
    ...asked,
    pauses: [
      ['2021-03-05', '2021-03-08'],
      ['2021-03-02', '2021-03-03'],
      ['2021-03-03', '2021-03-05'],
    ],
  };
  expect(dueMoment(questionOf(pieces))).toEqual(dueMoment(questionOf(asked)));
});

test('a second after 15:00 is after 15:00', () => {
  const question = questionOf({ received: '2021-03-01T15:00', limit: 'same-day', pauses: [], hours: 'usual' });
  const late = dueMoment({ ...question, receivedAt: moment('2021-03-01T15:00:01') });
  expect(late.ok && late.value.toString()).toBe('2021-03-02T17:00:00');
});

test('the explanation names the decision a day off rests on, and why a pause is left out', () => {
  const question = questionOf({ received: '2021-02-08T09:30', limit: '3 working-day', pauses: [], hours: 'usual' });
  const explained = explainDue({
    ...question,
    pauses: [
      { from: date('2021-02-17'), to: date('2021-02-17'), reason: { vi: 'Chờ giấy', en: 'Paper' }, source: 'Phiếu 02' },
    ],
  });
  if (!explained.ok) throw new Error('refused');
  const on = (day: string) => explained.value.days.find((each) => each.date.toString() === day);
  expect(on('2021-02-10')).toMatchObject({ counted: false, source: 'A', reason: { vi: 'Ngày nghỉ: Nghỉ' } });
  expect(on('2021-02-17')).toMatchObject({ counted: false, source: 'Phiếu 02', reason: { vi: 'Chờ giấy' } });
  expect(on('2021-02-08')).toMatchObject({
    counted: false,
    source: 'Bộ luật Dân sự 2015 (91/2015/QH13), Điều 147 khoản 2',
  });
});

test('a pause that ends before it starts is a defect: the border refuses it in words', () => {
  const reversed: Asked = {
    received: '2021-03-01T10:00',
    limit: '3 working-day',
    hours: 'usual',
    pauses: [['2021-03-08', '2021-03-02']],
  };
  expect(() => dueMoment(questionOf(reversed))).toThrow(RangeError);
  expect(() => explainDue(questionOf(reversed))).toThrow(RangeError);
});
