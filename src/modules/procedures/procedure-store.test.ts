import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/on-database.ts';
import {
  countFacets,
  getProcedureInForce,
  getProcedureVersion,
  loadReferenceProcedures,
  type ProcedureDefinition,
  publishVersion,
  searchProcedures,
} from './index.ts';
import { readReferenceProcedures } from './load-reference-procedures.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.drop);

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2021-11-05');
beforeAll(async () => {
  await loadReferenceProcedures(db);
});

const codes = async (search: Parameters<typeof searchProcedures>[1], on = today) =>
  (await searchProcedures(db, search, on)).map(({ definition }) => definition.code);

/** Counted in the files themselves. */
const countOf = ({ tier, field }: { tier?: string; field?: string }) =>
  readReferenceProcedures().filter(
    (definition) =>
      (tier ?? definition.tier) === definition.tier && (field ?? definition.field.code) === definition.field.code,
  ).length;

describe('people find a procedure in their own words', () => {
  test.each([
    ['khai sinh', '1.001193'],
    ['khai sinnh', '1.001193'],
    ['lam giay khai sinh', '1.001193'],
    ['làm giấy khai sinh cho con', '1.001193'],
    ['GIẤY KHAI SINH', '1.001193'],
    ['giay kai sinh cho con', '1.001193'],
    ['em be moi sinh', '1.001193'],
    ['sinh con', '1.001193'],
    ['birth certificate', '1.001193'],
    ['1.001193', '1.001193'],
    ['dang ky ket hon', '1.000894'],
    ['lấy vợ', '1.000894'],
    ['get married', '1.000894'],
    ['giay chung tu', '1.000656'],
    ['bố tôi mất muốn khai tử', '1.000656'],
    ['giấy độc thân', '1.004873'],
    ['xac nhan tinh trang hon nhan', '1.004873'],
    ['photo cong chung', '2.000815'],
    ['sao y ban chinh', '2.000815'],
    ['giay uy quyen', '2.000884'],
    ['mất giấy khai sinh', '2.000635'],
    ['nhận con nuôi', '2.001263'],
    ['tro cap nguoi gia', '1.001776'],
    ['giay phep xay dung', '1.009994'],
    ['giay phep xay dungg', '1.009994'],
    ['xin phép xây nhà', '1.009994'],
    ['mo cua hang', '1.001612'],
    ['sửa tên trên giấy khai sinh', '1.004859'],
    ['so do', '2.000889'],
    ['sang ten so do', '2.000889'],
    ['ly lich tu phap', '2.000488'],
    ['ly lich tu phab', '2.000488'],
    ['doi bang lai', '1.002809'],
    ['bằng lái xe hết hạn', '1.002809'],
    ['phu hieu taxi', '2.002288'],
    ['mở công ty', '2.001199'],
    ['giấy phép vận tải', '1.000703'],
  ])('“%s” finds %s first', async (words, code) => {
    expect((await codes({ words }))[0]).toBe(code);
  });

  test('words of nothing the city does find nothing', async () => {
    for (const words of ['xyzzy quux', 'qwertyuiop', '%', '_', "'; drop table procedure; --"]) {
      expect(await codes({ words }), words).toEqual([]);
    }
  });

  test('no words list all that is in force, by name as in a Vietnamese dictionary', async () => {
    const names = (await searchProcedures(db, {}, today)).map(({ definition }) => definition.name.vi);
    expect(names).toHaveLength(readReferenceProcedures().length);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
  });

  test('tier, field, life event and receiver narrow it', async () => {
    expect(await codes({ tier: 'commune', words: 'khai sinh' })).not.toContain('1.004859');
    expect(await codes({ field: 'chung-thuc' })).toHaveLength(countOf({ field: 'chung-thuc' }));
    expect(await codes({ lifeEvent: 'birth' })).toContain('1.001193');
    expect(await codes({ receiver: { id: 'so-tu-phap', tier: 'city' } })).toEqual(['2.000488']);
    expect(await codes({ receiver: { id: 'x-00007', tier: 'commune' } })).toHaveLength(countOf({ tier: 'commune' }));
  });

  test('facets count what is in force that day', async () => {
    const facets = await countFacets(db, today);
    expect(facets.tiers).toEqual({
      commune: countOf({ tier: 'commune' }),
      district: countOf({ tier: 'district' }),
      city: countOf({ tier: 'city' }),
    });
    expect(facets.fields.find((field) => field.code === 'ho-tich')).toMatchObject({
      name: { vi: 'Hộ tịch' },
      count: countOf({ field: 'ho-tich' }),
    });
    expect(facets.lifeEvents.birth).toBeGreaterThan(0);
    expect((await countFacets(db, day('2020-01-01'))).tiers).toEqual({});
  });
});

describe('a version of a procedure', () => {
  const code = '2.000635';
  const later = (definition: ProcedureDefinition, from: string, words = 'từ mới xyz'): ProcedureDefinition => ({
    ...definition,
    keywords: [...definition.keywords, words],
    inForce: { ...definition.inForce, from },
  });
  const current = async () => (await getProcedureInForce(db, code, today))!;

  test('is in force from its day, the one before until the day before, and both are kept', async () => {
    const first = await current();
    const published = await publishVersion(db, later(first.definition, '2022-01-10'));
    expect(published.ok).toBe(true);
    expect((await getProcedureInForce(db, code, day('2022-01-09')))?.version).toBe(1);
    expect((await getProcedureInForce(db, code, day('2022-01-10')))?.version).toBe(2);
    expect((await getProcedureVersion(db, first.id))?.definition).toEqual(first.definition);
    expect(await getProcedureInForce(db, code, day('2020-12-31'))).toBeUndefined();
    expect(await codes({ words: 'từ mới xyz' })).toEqual([]);
    expect(await codes({ words: 'từ mới xyz' }, day('2022-01-10'))).toEqual([code]);
  });

  test('is refused when one from that day or later is there, and changes nothing', async () => {
    const { definition } = await current();
    for (const from of ['2022-01-10', '2021-06-01']) {
      const published = await publishVersion(db, later(definition, from));
      expect(published.ok || published.refusal.code).toBe('version-not-later');
    }
    expect((await getProcedureInForce(db, code, day('2022-01-09')))?.version).toBe(1);
    expect((await getProcedureInForce(db, code, day('2023-01-01')))?.version).toBe(2);
  });

  test('is refused with its defects named', async () => {
    const { definition } = await current();
    const published = await publishVersion(db, {
      ...later(definition, '2024-01-01'),
      route: definition.route.slice(1),
    });
    expect(published.ok).toBe(false);
    if (!published.ok) expect(published.refusal.facts.defects).toContain('the route must begin with receive');
  });

  test('is never changed once published, by whatever way', async () => {
    const change = /never changed/;
    await expect(sql`update procedure_version set definition = '{}'`.execute(db)).rejects.toThrow(change);
    await expect(sql`delete from procedure_version where code = ${code}`.execute(db)).rejects.toThrow(change);
    await expect(
      sql`update procedure_version set in_force = daterange('2021-02-01', null) where version = 1`.execute(db),
    ).rejects.toThrow();
  });
});
