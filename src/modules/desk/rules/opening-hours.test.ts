import { describe, expect, test } from 'vitest';
import { workingCalendar } from '#kernel/working-calendar.ts';
import { type DeskOpening, isOpenAt, nextOpening, openStretches, slotsOf } from './opening-hours.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const name = { vi: 'Nghỉ', en: 'Off' };
const calendar = workingCalendar(
  [
    { date: day('2021-09-02'), kind: 'off', name, source: 's' },
    { date: day('2021-05-01'), kind: 'off', name, source: 's' },
    { date: day('2021-10-09'), kind: 'work', name, source: 's' },
    { date: day('2021-10-10'), kind: 'work', name, source: 's' },
  ],
  [2021],
);
const always = { validFrom: day('2020-01-01'), validTo: null };
const week: readonly DeskOpening[] = [
  ...[1, 2, 3, 4, 5].map((weekday) => ({
    ...always,
    weekday,
    stretches: [
      { from: time('08:00'), to: time('12:00') },
      { from: time('13:00'), to: time('17:00') },
    ],
  })),
  { ...always, weekday: 6, stretches: [{ from: time('08:00'), to: time('11:30') }] },
];
const hours = (text: string, openings = week) =>
  openStretches(day(text), openings, calendar)
    .map(({ from, to }) => `${from.toString().slice(0, 5)}-${to.toString().slice(0, 5)}`)
    .join(' ');

describe('when a desk receives people', () => {
  test.each([
    ['a working Friday', '2021-11-05', '08:00-12:00 13:00-17:00'],
    ['a Saturday with hours of its own, although no limit counts it', '2021-11-06', '08:00-11:30'],
    ['a Sunday', '2021-11-07', ''],
    ['a weekday that is decided to be off', '2021-09-02', ''],
    ['a Saturday that is decided to be off', '2021-05-01', ''],
    ['a Saturday worked in exchange, with its own hours', '2021-10-09', '08:00-11:30'],
    ['a Sunday worked in exchange has the hours of the Monday', '2021-10-10', '08:00-12:00 13:00-17:00'],
    ['a year whose days off are not published', '2022-03-01', ''],
  ])('%s', (_, on, expected) => {
    expect(hours(on)).toBe(expected);
  });

  test('hours that ended no longer hold', () => {
    const ended = week.map((opening) => ({ ...opening, validTo: day('2021-11-04') }));
    expect(hours('2021-11-04', ended)).not.toBe('');
    expect(hours('2021-11-05', ended)).toBe('');
  });

  test('a slot lies wholly inside the hours: the last half hour of 08:00–11:30 begins at 11:00', () => {
    const slots = slotsOf(day('2021-11-06'), openStretches(day('2021-11-06'), week, calendar), 30);
    expect(slots.map((slot) => slot.toPlainTime().toString().slice(0, 5))).toEqual([
      '08:00',
      '08:30',
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
    ]);
    const hour = slotsOf(day('2021-11-06'), openStretches(day('2021-11-06'), week, calendar), 60);
    expect(hour.at(-1)?.toPlainTime().toString().slice(0, 5)).toBe('10:00');
  });

  test('the desk is closed at noon to the second and says when it opens again', () => {
    const of = (on: Temporal.PlainDate) => openStretches(on, week, calendar);
    const at = (text: string) => Temporal.PlainDateTime.from(text);
    expect(isOpenAt(at('2021-11-05T11:59:59'), of(day('2021-11-05')))).toBe(true);
    expect(isOpenAt(at('2021-11-05T12:00'), of(day('2021-11-05')))).toBe(false);
    expect(nextOpening(at('2021-11-05T12:00'), of)?.toString()).toBe('2021-11-05T13:00:00');
    expect(nextOpening(at('2021-11-06T11:30'), of)?.toString()).toBe('2021-11-08T08:00:00');
    expect(nextOpening(at('2021-12-31T17:00'), of)).toBeUndefined();
  });
});
