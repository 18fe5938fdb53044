import { expect, test } from 'vitest';
import { dayNumber } from '#kernel/day-number.ts';
import { workingCalendar } from '#kernel/working-calendar.ts';

const date = (text: string) => Temporal.PlainDate.from(text);

test('without decisions Monday to Friday are worked, by the decision of 1999', () => {
  const calendar = workingCalendar([], [2021]);
  expect(calendar.dayOf(date('2021-02-10'))).toMatchObject({ ok: true, value: { working: true } });
  expect(calendar.dayOf(date('2021-02-13'))).toMatchObject({
    ok: true,
    value: { working: false, source: 'Quyết định 188/1999/QĐ-TTg, Điều 1' },
  });
});

test('a decision turns a week-day into rest and a Saturday into work, and is named as the source', () => {
  const name = { vi: 'Thử', en: 'Test' };
  const calendar = workingCalendar(
    [
      { date: date('2021-02-10'), kind: 'off', name, source: 'A' },
      { date: date('2021-02-13'), kind: 'work', name, source: 'B' },
    ],
    [2021],
  );
  expect(calendar.dayOf(date('2021-02-10'))).toMatchObject({ value: { working: false, source: 'A' } });
  expect(calendar.dayOf(date('2021-02-13'))).toMatchObject({ value: { working: true, source: 'B' } });
});

test('a later decision on the same day replaces the earlier one', () => {
  const row = { date: date('2026-11-23'), name: { vi: '', en: '' } };
  const calendar = workingCalendar(
    [
      { ...row, kind: 'off', source: 'first' },
      { ...row, kind: 'work', source: 'second' },
    ],
    [2026],
  );
  expect(calendar.dayOf(row.date)).toMatchObject({ value: { working: true, source: 'second' } });
});

test('a year is not published because one of its days was decided', () => {
  const calendar = workingCalendar(
    [{ date: date('2027-01-01'), kind: 'off', name: { vi: '', en: '' }, source: '' }],
    [2026],
  );
  expect(calendar.dayOf(date('2027-01-01'))).toEqual({
    ok: false,
    refusal: { code: 'calendar-not-published', facts: { year: 2027 } },
  });
  expect(calendar.dayOf(date('2025-12-31')).ok).toBe(false);
});

test('years with a gap between them are two spans, and no count crosses the gap', () => {
  const calendar = workingCalendar([], [2023, 2020, 2021, 2021]);
  expect(calendar.publishedYears).toEqual([2020, 2021, 2023]);
  const span = calendar.spanOf(dayNumber(date('2021-05-05')));
  expect(span?.missingYear).toBe(2022);
  expect(calendar.spanOf(dayNumber(date('2022-05-05')))).toBeUndefined();
  expect(calendar.spanOf(dayNumber(date('2023-05-05')))?.missingYear).toBe(2024);
});
