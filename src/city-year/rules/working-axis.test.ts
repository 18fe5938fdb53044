import { expect, test } from 'vitest';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { WorkingAxis } from './working-axis.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const axis = new WorkingAxis(readReferenceCalendar(), defaultWorkingHours, day('2021-01-01'), day('2021-12-31'));
const local = (second: number) =>
  Temporal.Instant.fromEpochMilliseconds(axis.epochAt(second) * 1000)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDateTime()
    .toString();
const epoch = (text: string) => Temporal.Instant.from(`${text}+07:00`).epochMilliseconds / 1000;

test('working time begins at the opening of the first working day and leaves out noon', () => {
  expect(local(0)).toBe('2021-01-04T08:00:00');
  expect(local(4 * 3600)).toBe('2021-01-04T13:00:00');
  expect(local(8 * 3600)).toBe('2021-01-05T08:00:00');
});

test('the days of Tết are not there', () => {
  const before = axis.placeOf(epoch('2021-02-09T16:59:59'));
  expect(local(before + 1)).toBe('2021-02-17T08:00:00');
});

test('what happens in the evening or on a day off has its place at the next opening', () => {
  expect(local(axis.placeOf(epoch('2021-03-05T20:00:00')))).toBe('2021-03-08T08:00:00');
  expect(local(axis.placeOf(epoch('2021-03-06T10:00:00')))).toBe('2021-03-08T08:00:00');
  expect(local(axis.placeOf(epoch('2021-03-08T12:30:00')))).toBe('2021-03-08T13:00:00');
});

test('a place and its moment are two ways to say the same', () => {
  for (let place = 0; place < axis.days.length * axis.dayLength; place += 7919)
    expect(axis.placeOf(axis.epochAt(place))).toBe(place);
});
