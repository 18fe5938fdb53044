import { expect, test } from 'vitest';
import { expandReference } from './expand-reference.ts';
import type { ReferenceParts, ReferencePosts, ReferenceUnit, ReferenceUnits } from './reference-organisation.ts';

const row = (id: string, parent: string | null, more: Partial<ReferenceUnit> = {}): ReferenceUnit => ({
  id,
  parent,
  kind: parent === null ? 'city' : 'ward',
  name: { vi: `Phường ${id}`, en: `${id} Ward` },
  agencyCode: id,
  agencyCodeOld: id,
  ...more,
});

const reference = (...units: ReferenceUnit[]): ReferenceUnits => ({
  agencyCodes: { agencyCodeFormatSince: '2022-09-15' },
  groups: [{ tier: 'city', validFrom: '2020-03-01', validTo: '2024-12-31', source: 'group', units }],
});

const parts: ReferenceParts = {
  validFrom: '2021-01-01',
  validTo: null,
  groups: [
    {
      source: 'desks',
      parts: [{ part: 'desk', kind: 'desk', of: { kinds: ['ward'] }, name: { vi: 'Bộ phận {of}', en: 'Desk, {of}' } }],
    },
  ],
};

const posts: ReferencePosts = {
  validFrom: '2020-01-01',
  validTo: null,
  posts: [
    {
      key: 'chair',
      roles: ['agency-head', 'signatory'],
      seats: 2,
      at: { kinds: ['ward'] },
      title: { vi: 'Chủ tịch', en: 'Chair' },
      titles: [{ units: ['b'], title: { vi: 'Trưởng ban', en: 'Head' } }],
    },
  ],
};

test('a row may say otherwise than its group: a later day, an end, another document', () => {
  const { units } = expandReference(
    reference(row('a', null), row('b', 'a', { validFrom: '2022-01-01', validTo: null, source: 'its own' })),
    parts,
    posts,
  );
  expect(
    units.map((unit) => [unit.id, unit.validFrom.toString(), unit.validTo?.toString() ?? null, unit.source]),
  ).toEqual([
    ['a', '2020-03-01', '2024-12-31', 'group'],
    ['b', '2022-01-01', null, 'its own'],
    ['b.desk', '2022-01-01', null, 'desks'],
  ]);
});

test('a part and a post do not begin before their agency nor outlive it', () => {
  const { units, posts: found } = expandReference(reference(row('a', null), row('b', 'a')), parts, posts);
  const desk = units.find((unit) => unit.id === 'b.desk');
  expect([desk?.validFrom.toString(), desk?.validTo?.toString()]).toEqual(['2021-01-01', '2024-12-31']);
  expect(new Set(found.map((post) => `${post.validFrom} ${post.validTo}`))).toEqual(new Set(['2020-03-01 2024-12-31']));
});

test('a position with two roles is two posts, and its second seat has ids of its own', () => {
  const { posts: found } = expandReference(reference(row('a', null), row('b', 'a')), parts, posts);
  expect(found.map((post) => post.id)).toEqual([
    'b:chair:agency-head',
    'b:chair:signatory',
    'b:chair-2:agency-head',
    'b:chair-2:signatory',
  ]);
  expect(found[2]).toMatchObject({ positionId: 'b:chair-2', seat: 2, title: { vi: 'Trưởng ban', en: 'Head' } });
});

test('reference data that names a unit twice or puts it under none is a defect and stops the load', () => {
  expect(() => expandReference(reference(row('a', null), row('a', null)), parts, posts)).toThrow('stands twice');
  expect(() => expandReference(reference(row('b', 'a')), parts, posts)).toThrow('does not have above it');
});
