import { expect, test } from 'vitest';
import { formatCount, formatMoment, formatMoney, formatPromise, formatSize, parseDate } from './formats.ts';
import { localHref, splitLanguage } from './speaker.ts';

const due = Temporal.PlainDateTime.from('2021-02-17T17:00');

test('a promise names its weekday', () => {
  expect(formatPromise('vi', due)).toBe('thứ Tư 17/02/2021, trước 17:00');
  expect(formatPromise('en', due)).toBe('Wednesday 17/02/2021, before 17:00');
  expect(formatMoment(due)).toBe('17:00 17/02/2021');
});

test('numbers and money are grouped as people of the language write them', () => {
  expect(formatCount('vi', 1_525_653)).toBe('1.525.653');
  expect(formatCount('en', 1_525_653n)).toBe('1,525,653');
  expect(formatCount('vi', -999)).toBe('-999');
  expect(formatMoney('vi', 75_000n)).toBe('75.000 đồng');
  expect(formatMoney('vi', 0n)).toBe('Không thu phí');
  expect(formatSize('vi', 10 * 1024 * 1024)).toBe('10 MB');
  expect(formatSize('vi', 300)).toBe('1 KB');
});

test.each([
  ['30/10/2021', '2021-10-30'],
  [' 5-3-2021 ', '2021-03-05'],
  ['05.03.2021', '2021-03-05'],
  ['05 03 2021', '2021-03-05'],
  ['05032021', '2021-03-05'],
])('%s is read as the day %s', (typed, day) => {
  expect(parseDate(typed)?.toString()).toBe(day);
});

test.each(['31/02/2021', '2021-10-30', '30/10/21', '', 'hôm nay', '0/1/2021', '1/13/2021'])(
  '%s is not a day',
  (typed) => {
    expect(parseDate(typed)).toBeUndefined();
  },
);

test('an address goes to the other language and back', () => {
  for (const path of ['/', '/thu-tuc', '/nop-ho-so/1.000894/3']) {
    for (const language of ['vi', 'en'] as const) {
      expect(splitLanguage(localHref(language, path))).toEqual({ language, path });
    }
  }
  expect(splitLanguage('/enough')).toEqual({ language: 'vi', path: '/enough' });
});
