import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayNumber } from '#kernel/day-number.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import {
  insertCalendarDecisions,
  insertCalendarYear,
  insertWorkingHours,
  selectCalendar,
  setAgencyCodeOrder,
} from './calendar-store.ts';
import { getCityGround } from './city-ground.ts';
import { loadReferenceUnits } from './load-reference-units.ts';
import {
  findUnit,
  getUnit,
  getUnitTree,
  listChildren,
  listPostsAt,
  listSubtree,
  searchUnits,
} from './organisation-queries.ts';
import { insertPosts, insertUnits } from './organisation-store.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.drop);

const { units, posts } = loadReferenceUnits();
const day = Temporal.PlainDate.from('2021-11-05');
const reference = (id: string) => units.find((unit) => unit.id === id)!;

beforeAll(async () => {
  await insertUnits(db, units);
  await insertPosts(db, posts);
});

describe('the organisation in the database', () => {
  test('is the reference again when it is read back, unit by unit', async () => {
    const tree = await getUnitTree(db);
    expect(tree.size).toBe(units.length);
    for (const id of ['hn', 'so-tu-phap', 'q-001', 'x-00007', 'x-00007.desk']) {
      expect(JSON.stringify(tree.get(id))).toBe(JSON.stringify(await getUnit(db, id)));
      expect(tree.get(id)).toMatchObject({ ...reference(id), validFrom: expect.anything() });
      expect(tree.get(id)?.validFrom.toString()).toBe(reference(id).validFrom.toString());
    }
    expect(await findUnit(db, 'x-99999')).toBeUndefined();
    await expect(getUnit(db, 'x-99999')).rejects.toThrow('no unit has the id x-99999');
  });

  test('has under a district its communes, then its desk and divisions', async () => {
    const children = await listChildren(db, 'q-001', day);
    expect(children).toHaveLength(14 + 13);
    expect(children.slice(0, 14).every((unit) => unit.kind === 'ward')).toBe(true);
    expect(await listChildren(db, 'q-001', Temporal.PlainDate.from('2019-01-01'))).toEqual([]);
  });

  test('has below a path the unit and its subtree, and no neighbour', async () => {
    const below = await listSubtree(db, 'hn/q-001');
    expect(below.map((unit) => unit.id).sort()).toEqual(
      units
        .filter((unit) => unit.path === 'hn/q-001' || unit.path.startsWith('hn/q-001/'))
        .map((unit) => unit.id)
        .sort(),
    );
  });

  test('has at a unit the posts of the day', async () => {
    const found = await listPostsAt(db, 'x-00007.desk', day);
    expect(found.map((post) => post.id)).toEqual([
      'x-00007.desk:desk-head:desk-head',
      'x-00007.desk:intake-officer:intake-officer',
      'x-00007.desk:intake-officer-2:intake-officer',
    ]);
    expect(await listPostsAt(db, 'x-00007.desk', Temporal.PlainDate.from('2019-01-01'))).toEqual([]);
  });

  test.each([
    ['with diacritics', 'Cống Vị', 'x-00007'],
    ['without diacritics', 'cong vi', 'x-00007'],
    ['in capitals, with blanks around', '  CONG VI ', 'x-00007'],
    ['with the tone mark on the other letter', 'Huyện Ứng Hoà', 'q-281'],
    ['with a slip of the keyboard', 'cong vii', 'x-00007'],
    ['in English', 'department of justice', 'so-tu-phap'],
    ['by the beginnings of its words', 'gia th van t', 'so-giao-thong-van-tai'],
    ['as a whole word before one inside another word', 'ha dong', 'q-268'],
    ['with the district behind it, where a name stands more than once', 'minh khai hai ba trung', 'x-00295'],
  ])('finds a unit by its name %s', async (_how, words, id) => {
    const found = await searchUnits(db, words, day);
    expect(found[0]?.id).toBe(id);
  });

  test('finds only what is in force, of the kinds looked for, and no more than asked', async () => {
    expect(await searchUnits(db, 'cống vị', Temporal.PlainDate.from('2020-02-29'))).toEqual([]);
    expect((await searchUnits(db, 'cống vị', day, { kinds: ['desk'] }))[0]?.id).toBe('x-00007.desk');
    expect(await searchUnits(db, 'phường', day, { limit: 5 })).toHaveLength(5);
    expect(await searchUnits(db, "'; drop table unit; --", day)).toEqual([]);
    expect(await searchUnits(db, '%', day)).toEqual([]);
  });

  test('takes no second unit of a code on one day', async () => {
    const twin = {
      ...reference('x-00007'),
      id: 'x-twin',
      path: 'hn/q-001/x-twin',
      agencyCode: 'H26.99',
      agencyCodeOld: 'H26.98',
    };
    await expect(insertUnits(db, [twin])).rejects.toThrow('unit_code_once_a_day');
  });

  test('takes no second agency of an agency code on one day', async () => {
    const twin = { ...reference('x-00007'), id: 'x-twin', path: 'hn/q-001/x-twin', code: '99999' };
    await expect(insertUnits(db, [twin])).rejects.toThrow('unit_agency_code_once_a_day');
  });

  test('takes no unit whose path does not end with its id', async () => {
    const lost = { ...reference('x-00007.desk'), id: 'x-00004.other', path: 'hn/q-001/x-00004' };
    await expect(insertUnits(db, [lost])).rejects.toThrow();
  });
});

describe('the calendar in the database', () => {
  test('gives back the years announced and each decision with its document', async () => {
    await insertCalendarYear(db, 2021, '4875/TB-LĐTBXH');
    await insertCalendarDecisions(db, [{ date: day, kind: 'off', name: { vi: 'Nghỉ', en: 'Off' }, source: '1/TB' }]);
    const calendar = await selectCalendar(db);
    expect(calendar.publishedYears).toEqual([2021]);
    expect(calendar.decisions).toHaveLength(1);
    expect(calendar.decisions[0]?.date.toString()).toBe('2021-11-05');
  });

  test('has for a unit its own hours, for the others those of every unit, and never two sets on one day', async () => {
    const hours = (from: string, to: string) => ({
      validFrom: Temporal.PlainDate.from('2021-01-01'),
      stretches: [{ from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) }],
    });
    await insertWorkingHours(db, null, hours('08:00', '17:00'), 'city');
    await insertWorkingHours(db, 'x-00007', hours('07:30', '16:30'), 'ward');
    await setAgencyCodeOrder(db, Temporal.PlainDate.from('2022-09-15'), 'QĐ 20/2020/QĐ-TTg');
    const ground = await getCityGround(db);
    expect(ground.hoursOf('x-00007.desk').onDay(dayNumber(day)).openingSecond).toBe(7.5 * 3600);
    expect(ground.hoursOf('x-00004').onDay(dayNumber(day)).openingSecond).toBe(8 * 3600);
    await expect(insertWorkingHours(db, 'x-00007', hours('09:00', '12:00'), 'again')).rejects.toThrow(
      'working_hours_once_a_day',
    );
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from working_hours`.execute(db);
    expect(rows[0]?.n).toBe(2);
  });
});
