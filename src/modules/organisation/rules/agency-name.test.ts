import { describe, expect, test } from 'vitest';
import { agencyCodeOn } from './agency-code.ts';
import { agencyName, nameInSentence } from './agency-name.ts';
import type { Unit } from './unit.ts';

const named = (kind: Unit['kind'], vi: string, en: string) => ({ kind, name: { vi, en } });

describe('the name of an agency', () => {
  test.each([
    [named('ward', 'Phường Cống Vị', 'Cống Vị Ward'), 'Ủy ban nhân dân phường Cống Vị'],
    [named('township', 'Thị trấn Yên Viên', 'Yên Viên Township'), 'Ủy ban nhân dân thị trấn Yên Viên'],
    [named('district-town', 'Thị xã Sơn Tây', 'Sơn Tây Town'), 'Ủy ban nhân dân thị xã Sơn Tây'],
    [named('city', 'Thành phố Hà Nội', 'Hà Nội City'), 'Ủy ban nhân dân Thành phố Hà Nội'],
    [named('department', 'Sở Tư pháp', 'Department of Justice'), 'Sở Tư pháp'],
  ])('%j heads its documents as %s', (unit, name) => {
    expect(agencyName(unit).vi).toBe(name);
  });

  test('begins its kind with a small letter inside a sentence, in Vietnamese only', () => {
    expect(nameInSentence(named('urban-district', 'Quận Đống Đa', 'Đống Đa District'))).toEqual({
      vi: 'quận Đống Đa',
      en: 'Đống Đa District',
    });
  });
});

describe('the code of an agency', () => {
  const unit = { agencyCode: 'H26.31.04', agencyCodeOld: '000.04.31.H26' };
  const since = Temporal.PlainDate.from('2022-09-15');

  test.each([
    ['2021-11-05', '000.04.31.H26'],
    ['2022-09-14', '000.04.31.H26'],
    ['2022-09-15', 'H26.31.04'],
    ['2026-11-23', 'H26.31.04'],
  ])('is printed on %s as %s', (day, code) => {
    expect(agencyCodeOn(unit, Temporal.PlainDate.from(day), since)).toBe(code);
  });

  test('is none for a desk', () => {
    const desk = { agencyCode: null, agencyCodeOld: null };
    expect(agencyCodeOn(desk, since, since)).toBeNull();
  });
});
