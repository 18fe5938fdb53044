import { describe, expect, test } from 'vitest';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { toInstant } from '#kernel/zone.ts';
import { readReferenceCalendar } from '#platform/reference-calendar.ts';
import { shareGone, timeLeft } from './time-left.ts';

const ground = { calendar: readReferenceCalendar(), hours: defaultWorkingHours };
const at = (written: string) => toInstant(Temporal.PlainDateTime.from(written));

describe('what remains, in words', () => {
  test.each([
    ['2021-11-05T09:00', '2021-11-08T17:00', 'còn 1 ngày làm việc', 'soon'],
    ['2021-11-05T09:00', '2021-11-12T17:00', 'còn 5 ngày làm việc', 'on-time'],
    ['2021-11-05T09:00', '2021-11-05T17:00', 'còn 7 giờ làm việc', 'soon'],
    ['2021-11-05T12:30', '2021-11-05T17:00', 'còn 4 giờ làm việc', 'soon'],
    ['2021-11-05T16:20', '2021-11-05T17:00', 'còn 40 phút', 'soon'],
    ['2021-11-05T17:30', '2021-11-05T17:00', 'hết giờ làm việc, hạn là hôm nay', 'soon'],
    ['2021-11-08T08:00', '2021-11-05T17:00', 'quá hạn 1 ngày làm việc', 'late'],
    ['2021-11-06T08:00', '2021-11-05T17:00', 'đã quá giờ hẹn', 'late'],
  ])('at %s a dossier due %s reads “%s”', (now, due, words, state) => {
    const midnight = Temporal.PlainDateTime.from(due).toPlainDate().add({ days: 1 }).toPlainDateTime();
    expect(timeLeft(at(due), toInstant(midnight), at(now), ground)).toMatchObject({ words: { vi: words }, state });
  });

  test('a limit in hours is over a minute after its last', () => {
    const left = timeLeft(at('2021-11-05T11:00'), at('2021-11-05T11:01'), at('2021-11-05T11:05'), ground);
    expect(left).toMatchObject({ words: { vi: 'đã quá giờ hẹn' }, state: 'late' });
  });

  test('days off between do not count as days that remain', () => {
    // Tết 2021: 10 to 16 February off
    const left = timeLeft(at('2021-02-17T17:00'), at('2021-02-18T00:00'), at('2021-02-09T09:00'), ground);
    expect(left.words.vi).toBe('còn 1 ngày làm việc');
  });

  test('the share of time gone stays between nothing and all', () => {
    const [from, due] = [at('2021-11-05T08:00'), at('2021-11-09T08:00')];
    expect(shareGone(from, due, at('2021-11-07T08:00'))).toBe(0.5);
    expect(shareGone(from, due, at('2021-11-01T08:00'))).toBe(0);
    expect(shareGone(from, due, at('2021-12-01T08:00'))).toBe(1);
    expect(shareGone(due, due, due)).toBe(1);
  });
});
