import { type ClockQuestion, dueMoment, explainDue } from '#case-engine/rules/clock.ts';
import { type Limit, readLimit } from '#kernel/limit.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { type Bench, perSecond, row } from './measure.ts';

const limits = ['same-day', '8 working-hour', '3 working-day', '15 working-day', '30 calendar-day', '2 month'];

/** Due days a second: every limit of the law from every hour of 2020–2024, some with pauses, on the published calendar. */
export const benchClock: Bench = async (seconds) => {
  const plain = questions([]);
  const paused = questions([
    [10, 14],
    [20, 31],
  ]);
  const ask = (all: readonly ClockQuestion[], rule: typeof dueMoment | typeof explainDue) =>
    perSecond((turn) => {
      if (!rule(all[turn % all.length]!).ok) throw new Error('the bench left the published years');
    }, seconds);
  return [
    row('due moment', ask(plain, dueMoment), 'per second'),
    row('due moment, two pauses', ask(paused, dueMoment), 'per second'),
    row('due moment explained day by day', ask(plain, explainDue), 'per second'),
  ];
};

function questions(pauseDays: readonly (readonly [number, number])[]): ClockQuestion[] {
  const calendar = readReferenceCalendar();
  const first = Temporal.PlainDateTime.from('2020-01-02T00:00');
  return Array.from({ length: 5_003 }, (_, index) => {
    const receivedAt = first.add({ minutes: index * 521 });
    return {
      receivedAt,
      limit: limitOf(limits[index % limits.length]!),
      pauses: pauseDays.map(([from, to]) => ({
        from: receivedAt.toPlainDate().add({ days: from }),
        to: receivedAt.toPlainDate().add({ days: to }),
      })),
      calendar,
      hours: defaultWorkingHours,
    };
  });
}

function limitOf(text: string): Limit {
  const limit = readLimit(text);
  if (!limit.ok) throw new Error(text);
  return limit.value;
}
