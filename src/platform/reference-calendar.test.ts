import { expect, test } from 'vitest';
import { dayNumberOf } from '#kernel/day-number.ts';
import { readReferenceCalendar, readReferenceYears } from '#platform/reference-calendar.ts';

const calendar = readReferenceCalendar();

test.each([
  [2020, 252],
  [2021, 250],
  [2022, 249],
  [2023, 249],
  [2024, 251],
  [2025, 250],
  [2026, 249],
])('%d has %d working days', (year, workingDays) => {
  const [first, last] = [dayNumberOf(year, 1, 1), dayNumberOf(year, 12, 31)];
  const span = calendar.spanOf(first)!;
  expect(span.workingDaysUpTo(last) - span.workingDaysUpTo(first - 1)).toBe(workingDays);
});

test('the years from 2020 to 2026 are published, and no other', () => {
  expect(calendar.publishedYears).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
});

test('every decision lies in its year, once, with a name in both languages and a source', () => {
  for (const { year, source, decisions } of readReferenceYears()) {
    expect(source).not.toBe('');
    expect(new Set(decisions.map(({ date }) => date.toString())).size).toBe(decisions.length);
    for (const { date, kind, name, source: paper } of decisions) {
      expect(date.year).toBe(year);
      expect([name.vi, name.en, paper].every((text) => text !== '' && text === text.normalize('NFC'))).toBe(true);
      if (kind === 'work') expect(date.dayOfWeek).toBe(6);
    }
  }
});

test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
  'Saturday %s is worked in place of a swapped day',
  (day) => {
    expect(calendar.dayOf(Temporal.PlainDate.from(day))).toMatchObject({ ok: true, value: { working: true } });
  },
);

test('Vietnam Culture Day rests from 2026', () => {
  expect(calendar.dayOf(Temporal.PlainDate.from('2026-11-24'))).toMatchObject({ value: { working: false } });
  expect(calendar.dayOf(Temporal.PlainDate.from('2025-11-24'))).toMatchObject({ value: { working: true } });
});
