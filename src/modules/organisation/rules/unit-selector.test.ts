import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin } from '#case-engine/rules/authority.ts';
import type { Unit } from './unit.ts';
import { resolveUnit, type UnitSelector } from './unit-selector.ts';
import { agencyOf, pathUnder, unitTree } from './unit-tree.ts';

const made: Unit[] = [];

function unit(id: string, kind: Unit['kind'], parentId: string | null, until: string | null = null): void {
  const parent = made.find((other) => other.id === parentId);
  const tiers: Partial<Record<Unit['kind'], Unit['tier']>> = { city: 'city', department: 'city', ward: 'commune' };
  made.push({
    id,
    path: pathUnder(parent?.path ?? null, id),
    parentId,
    code: null,
    name: { vi: id, en: id },
    kind,
    tier: tiers[kind] ?? (kind === 'desk' || kind === 'division' ? (parent?.tier ?? 'city') : 'district'),
    function: kind === 'desk' || kind === 'division' ? id.slice(id.lastIndexOf('.') + 1) : null,
    agencyCode: null,
    agencyCodeOld: null,
    validFrom: Temporal.PlainDate.from('2020-03-01'),
    validTo: until === null ? null : Temporal.PlainDate.from(until),
    source: 'made up for the test',
  });
}

unit('hn', 'city', null);
unit('so-tu-phap', 'department', 'hn');
unit('so-tu-phap.desk', 'desk', 'so-tu-phap');
unit('so-tu-phap.judicial-record', 'division', 'so-tu-phap', '2025-02-28');
unit('q-001', 'urban-district', 'hn');
unit('q-001.desk', 'desk', 'q-001');
unit('q-001.urban-management', 'division', 'q-001');
unit('q-001.land-registration', 'division', 'so-tu-phap');
unit('x-00007', 'ward', 'q-001');
unit('x-00007.desk', 'desk', 'x-00007');
unit('q-002', 'urban-district', 'hn', '2024-12-31');
unit('q-002.justice', 'division', 'q-002');

const tree = unitTree(made);
const meant = (selector: UnitSelector, receiver: string, day = '2021-11-05') => {
  const found = resolveUnit(selector, receiver, tree, Temporal.PlainDate.from(day));
  return found.ok ? found.value : found.refusal.code;
};

describe('where a step is done', () => {
  test.each<[UnitSelector, string, string]>([
    [{ of: 'receiver' }, 'x-00007', 'x-00007'],
    [{ of: 'receiver', part: 'desk' }, 'x-00007', 'x-00007.desk'],
    [{ of: 'receiver' }, 'x-00007.desk', 'x-00007'],
    [{ of: 'receiver', part: 'desk' }, 'x-00007.desk', 'x-00007.desk'],
    [{ of: 'receiver', part: 'urban-management' }, 'q-001', 'q-001.urban-management'],
    [{ of: 'receiver', part: 'urban-management' }, 'q-001.desk', 'q-001.urban-management'],
    [{ of: 'receiver', part: 'judicial-record' }, 'so-tu-phap', 'so-tu-phap.judicial-record'],
    [{ of: 'district' }, 'x-00007', 'q-001'],
    [{ of: 'district' }, 'q-001', 'q-001'],
    [{ of: 'district', part: 'urban-management' }, 'x-00007.desk', 'q-001.urban-management'],
    [{ of: 'district', part: 'land-registration' }, 'x-00007', 'q-001.land-registration'],
    [{ of: 'city' }, 'x-00007', 'hn'],
    [{ of: 'city' }, 'so-tu-phap', 'hn'],
    [{ of: 'city' }, 'hn', 'hn'],
    [{ unit: 'so-tu-phap' }, 'x-00007', 'so-tu-phap'],
    [{ unit: 'so-tu-phap', part: 'judicial-record' }, 'x-00007', 'so-tu-phap.judicial-record'],
  ])('%j for a dossier received by %s is %s', (selector, receiver, id) => {
    expect(meant(selector, receiver)).toBe(id);
  });

  test.each<[string, UnitSelector, string, string]>([
    ['no district stands above a department', { of: 'district' }, 'so-tu-phap', '2021-11-05'],
    ['a ward has no divisions', { of: 'receiver', part: 'urban-management' }, 'x-00007', '2021-11-05'],
    ['the receiver is unknown', { of: 'receiver' }, 'x-99999', '2021-11-05'],
    ['the named agency is unknown', { unit: 'so-chua-co' }, 'x-00007', '2021-11-05'],
    ['the division was dissolved', { unit: 'so-tu-phap', part: 'judicial-record' }, 'x-00007', '2025-03-01'],
    [
      'the agency was dissolved, whatever its divisions say',
      { of: 'receiver', part: 'justice' },
      'q-002',
      '2025-01-01',
    ],
    ['the unit was not yet founded', { of: 'receiver' }, 'x-00007', '2020-02-29'],
  ])('is refused when %s', (_why, selector, receiver, day) => {
    expect(meant(selector, receiver, day)).toBe('unit-not-found');
  });

  test('counts the last day of a unit as one of its days', () => {
    expect(meant({ of: 'receiver', part: 'justice' }, 'q-002', '2024-12-31')).toBe('q-002.justice');
    expect(meant({ unit: 'so-tu-phap', part: 'judicial-record' }, 'x-00007', '2025-02-28')).toBe(
      'so-tu-phap.judicial-record',
    );
  });

  test('is told in the refusal: what was looked for, for whom, on which day', () => {
    const refusal = resolveUnit(
      { of: 'district', part: 'justice' },
      'so-tu-phap',
      tree,
      Temporal.PlainDate.from('2021-11-05'),
    );
    expect(refusal).toEqual({
      ok: false,
      refusal: {
        code: 'unit-not-found',
        facts: { unit: 'district.justice', receiver: 'so-tu-phap', day: '2021-11-05' },
      },
    });
  });
});

describe('the tree', () => {
  test('does not take an id that only begins alike for a unit below', () => {
    expect(isWithin('hn/q-001/x-00007', 'hn/q-001')).toBe(true);
    expect(isWithin('hn/q-001', 'hn/q-001')).toBe(true);
    expect(isWithin('hn/q-0011', 'hn/q-001')).toBe(false);
    expect(isWithin('hn', 'hn/q-001')).toBe(false);
  });

  test('has a unit within another exactly when that other stands on its way up to the City', () => {
    fc.assert(
      fc.property(fc.constantFrom(...made), fc.constantFrom(...made), (low, high) => {
        let above: Unit | undefined = low;
        while (above !== undefined && above !== high) above = tree.get(above.parentId ?? '');
        expect(isWithin(low.path, high.path)).toBe(above === high);
      }),
    );
  });

  test('gives a desk the agency whose desk it is, and a branch the department it belongs to', () => {
    expect(agencyOf(tree.get('x-00007.desk')!, tree)?.id).toBe('x-00007');
    expect(agencyOf(tree.get('q-001.land-registration')!, tree)?.id).toBe('so-tu-phap');
    expect(agencyOf(tree.get('hn')!, tree)?.id).toBe('hn');
  });

  test('has no two units of one id', () => {
    expect(() => unitTree([made[0]!, made[0]!])).toThrow('two units have the id hn');
  });
});
