import { expect, test } from 'vitest';
import { boardPeriods, readBoardPeriod } from './board-period.ts';

const today = Temporal.PlainDate.from('2021-11-05');

test.each([
  ['2021', '2021-01-01', '2021-11-05', 'năm 2021 đến nay'],
  ['2020', '2020-01-01', '2020-12-31', 'năm 2020'],
  ['2021-Q3', '2021-07-01', '2021-09-30', 'quý III/2021'],
  ['2021-11', '2021-11-01', '2021-11-05', 'tháng 11/2021 đến nay'],
  ['2021-02', '2021-02-01', '2021-02-28', 'tháng 2/2021'],
])('the board of %s is about %s to %s', (written, from, to, name) => {
  const period = readBoardPeriod(written, today);
  expect([period.from.toString(), period.to.toString(), period.name.vi]).toEqual([from, to, name]);
});

test.each([undefined, '', '2022', '2021-12', '2021-Q5', '1999', '2021-13', 'x'])(
  'a period that cannot be read or lies ahead (%s) is this year',
  (written) => {
    expect(readBoardPeriod(written, today).written).toBe('2021');
  },
);

test('only periods that have begun are offered, the latest first', () => {
  expect(
    boardPeriods(today)
      .map(({ written }) => written)
      .slice(0, 8),
  ).toEqual(['2021', '2020', '2021-Q4', '2021-Q3', '2021-Q2', '2021-Q1', '2021-11', '2021-10']);
});
