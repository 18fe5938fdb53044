import { describe, expect, test } from 'vitest';
import { bookingMoment, checkBookingPerson } from './check-booking.ts';
import { estimateWait, waitFigures } from './wait-figures.ts';

describe('what is said of waits', () => {
  test('median and nine tenths are waits somebody had, in started minutes', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 60].map((minute) => minute * 60);
    expect(waitFigures(minutes)).toEqual({ count: 10, median: 5, ninetyPercent: 9, average: 11 });
    expect(waitFigures([61])).toMatchObject({ median: 2, ninetyPercent: 2 });
    expect(waitFigures([])).toBeUndefined();
  });

  test.each([
    ['four served today are too few', { before: 3, served: 4, counters: 2 }, undefined],
    ['nobody is at work', { before: 3, served: 9, counters: 0 }, undefined],
    ['three before, ten minutes each, two counters', { before: 3, served: 5, counters: 2 }, 15],
    ['nobody before', { before: 0, served: 5, counters: 1 }, 0],
  ])('%s', (_, { before, served, counters }, minutes) => {
    const servedSeconds = Array.from({ length: served }, () => 600);
    expect(estimateWait({ before, servedSeconds, countersAtWork: counters, servedToEstimate: 5 })).toBe(minutes);
  });
});

describe('who is expected', () => {
  test.each([
    ['09:44:59', 'early'],
    ['09:45:00', 'in-time'],
    ['10:15:00', 'in-time'],
    ['10:15:01', 'late'],
  ])('for 10:00 at %s is %s', (now, expected) => {
    const at = (time: string) => Temporal.Instant.from(`2021-11-05T${time}+07:00`);
    expect(bookingMoment(at('10:00:00'), at(now), { earlyMinutes: 15, lateMinutes: 15 })).toBe(expected);
  });

  test('name and telephone are read however they are typed', () => {
    expect(checkBookingPerson({ name: '  Trần   Văn An ', phone: '+84 912.345.678' })).toMatchObject({
      value: { name: 'Trần Văn An', phone: '0912345678' },
    });
    expect(checkBookingPerson({ name: '1', phone: '0912345678' })).toMatchObject({ ok: false });
    expect(checkBookingPerson({ name: 'An Bình', phone: '12' })).toMatchObject({ ok: false });
  });
});
