import { describe, expect, test } from 'vitest';
import { reportRegimes } from '../read-regimes.ts';
import { lastPeriod, type ReportFrequency, regimesInForce } from './report-regime.ts';

const cutOff = { closesOnDay: 14, yearBeginsOn: '12-15' };
const period = (frequency: ReportFrequency, today: string) => {
  const { from, to } = lastPeriod(cutOff, frequency, Temporal.PlainDate.from(today));
  return `${from} – ${to}`;
};

describe('the days of a period that has closed (NĐ 09/2019/NĐ-CP)', () => {
  test('a month is from the 15th of the month before to its 14th', () => {
    expect(period('month', '2021-11-20')).toBe('2021-10-15 – 2021-11-14');
    expect(period('month', '2021-11-05')).toBe('2021-09-15 – 2021-10-14');
  });

  test('the day on which a period closes is not over before it ends', () => {
    expect(period('month', '2021-11-14')).toBe('2021-09-15 – 2021-10-14');
    expect(period('month', '2021-11-15')).toBe('2021-10-15 – 2021-11-14');
  });

  test('a quarter ends on the 14th of its last month', () => {
    expect(period('quarter', '2021-11-20')).toBe('2021-06-15 – 2021-09-14');
    expect(period('quarter', '2021-01-10')).toBe('2020-09-15 – 2020-12-14');
  });

  test('half a year, nine months and a year begin on 15/12 of the year before', () => {
    expect(period('half-year', '2021-06-20')).toBe('2020-12-15 – 2021-06-14');
    expect(period('nine-months', '2021-09-20')).toBe('2020-12-15 – 2021-09-14');
    expect(period('year', '2021-12-20')).toBe('2020-12-15 – 2021-12-14');
  });

  test('the second quarter ends with the half-year, the third with nine months', () => {
    const end = (frequency: ReportFrequency, today: string) => period(frequency, today).split(' – ')[1];
    expect(end('quarter', '2021-06-20')).toBe(end('half-year', '2021-06-20'));
    expect(end('quarter', '2021-09-20')).toBe(end('nine-months', '2021-09-20'));
  });
});

describe('the regimes that come with the program', () => {
  test('each says by whom, to whom, how often, by when and on which ground', () => {
    for (const regime of reportRegimes()) {
      expect(regime.reporters.length, regime.id).toBeGreaterThan(0);
      expect(regime.frequencies.length, regime.id).toBeGreaterThan(0);
      expect(regime.basis, regime.id).not.toBe('');
      expect(regime.dueWorkingDays.commune, regime.id).toBeLessThanOrEqual(regime.dueWorkingDays.district);
      expect(regime.dueWorkingDays.district, regime.id).toBeLessThan(regime.dueWorkingDays.city);
    }
  });

  test('procedure control has the eight forms of Thông tư 01/2020/TT-VPCP, and is not in force before it', () => {
    const forms = reportRegimes()
      .find(({ id }) => id === 'procedure-control')
      ?.forms.map((id) => id.slice(0, 5));
    expect([...new Set(forms)]).toEqual(['II.01', 'II.02', 'II.03', 'II.04', 'II.05', 'II.06', 'II.07', 'II.08']);
    const before = regimesInForce(reportRegimes(), Temporal.PlainDate.from('2020-10-20'));
    expect(before.map(({ id }) => id)).not.toContain('procedure-control');
  });
});
