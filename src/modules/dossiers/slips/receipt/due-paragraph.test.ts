import { describe, expect, test } from 'vitest';
import { type DueExplanation, explainDue } from '#case-engine/rules/clock.ts';
import { readLimit } from '#kernel/limit.ts';
import { workingCalendar } from '#kernel/working-calendar.ts';
import { defaultWorkingHours } from '#kernel/working-hours.ts';
import { daysInShort, dueParagraph } from './due-paragraph.ts';

const tet = ['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16'].map((date) => ({
  date: Temporal.PlainDate.from(date),
  kind: 'off' as const,
  name: { vi: 'Tết Nguyên đán', en: 'Lunar New Year' },
  source: 'Thông báo 4875/TB-LĐTBXH',
}));

function explained(receivedAt: string, written: string): DueExplanation {
  const limit = readLimit(written);
  if (!limit.ok) throw new Error(written);
  const due = explainDue({
    receivedAt: Temporal.PlainDateTime.from(receivedAt),
    limit: limit.value,
    calendar: workingCalendar(tet, [2021]),
    hours: defaultWorkingHours,
  });
  if (!due.ok) throw new Error(due.refusal.code);
  return due.value;
}

describe('the due day on a receipt', () => {
  test('names every day that was not counted once, with its ground', () => {
    const { leftOut, last } = dueParagraph(explained('2021-02-05T09:00', '3 working-day'));
    expect(leftOut.map(({ days, reason }) => `${days}: ${reason}`)).toEqual([
      '05/02: ngày tiếp nhận',
      '06–07/02, 13–14/02: ngày nghỉ hằng tuần',
      '10–12/02, 15–16/02: ngày nghỉ: Tết Nguyên đán',
    ]);
    expect(leftOut.at(-1)?.source).toBe('Thông báo 4875/TB-LĐTBXH');
    expect(last).toEqual({ day: 'thứ Tư 17/02/2021', reason: 'ngày làm việc, ngày thứ 3 của thời hạn' });
  });

  test('of a limit that ends on a day off, says why it moved on', () => {
    const { last } = dueParagraph(explained('2021-03-05T09:00', '15 calendar-day'));
    expect(last.day).toBe('thứ Hai 22/03/2021');
    expect(last.reason).toContain('ngày cuối của thời hạn là ngày nghỉ');
  });

  test('leaves nothing out when it is answered within the day', () => {
    expect(dueParagraph(explained('2021-03-05T09:00', 'same-day')).leftOut).toEqual([]);
  });

  test.each([
    [['2021-11-30', '2021-12-01', '2021-12-02'], '30/11–02/12'],
    [['2021-12-31', '2022-01-01'], '31/12–01/01'],
    [['2021-11-05', '2021-11-07'], '05/11, 07/11'],
  ])('writes the days %j as %s', (dates, written) => {
    expect(daysInShort(dates.map((date) => Temporal.PlainDate.from(date)))).toBe(written);
  });
});
