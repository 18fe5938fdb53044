import { describe, expect, test } from 'vitest';
import { type Role, roles } from '#case-engine/rules/authority.ts';
import { fold } from '#kernel/vietnamese.ts';
import { loadReferenceUnits } from './load-reference-units.ts';
import { isAgency, isInForce, type Unit } from './rules/unit.ts';

const { units, posts, agencyCodeFormatSince } = loadReferenceUnits();
const communeKinds: readonly Unit['kind'][] = ['ward', 'rural-commune', 'township'];
const communes = units.filter((unit) => communeKinds.includes(unit.kind));
const byId = new Map(units.map((unit) => [unit.id, unit]));
const count = (kind: Unit['kind']) => units.filter((unit) => unit.kind === kind).length;

/** Quận, huyện, thị xã with their phường, xã, thị trấn, as published by the General Statistics Office. */
const districts: readonly (readonly [
  code: string,
  name: string,
  wards: number,
  communes: number,
  townships: number,
])[] = [
  ['001', 'Quận Ba Đình', 14, 0, 0],
  ['002', 'Quận Hoàn Kiếm', 18, 0, 0],
  ['003', 'Quận Tây Hồ', 8, 0, 0],
  ['004', 'Quận Long Biên', 14, 0, 0],
  ['005', 'Quận Cầu Giấy', 8, 0, 0],
  ['006', 'Quận Đống Đa', 21, 0, 0],
  ['007', 'Quận Hai Bà Trưng', 18, 0, 0],
  ['008', 'Quận Hoàng Mai', 14, 0, 0],
  ['009', 'Quận Thanh Xuân', 11, 0, 0],
  ['016', 'Huyện Sóc Sơn', 0, 25, 1],
  ['017', 'Huyện Đông Anh', 0, 23, 1],
  ['018', 'Huyện Gia Lâm', 0, 20, 2],
  ['019', 'Quận Nam Từ Liêm', 10, 0, 0],
  ['020', 'Huyện Thanh Trì', 0, 15, 1],
  ['021', 'Quận Bắc Từ Liêm', 13, 0, 0],
  ['250', 'Huyện Mê Linh', 0, 16, 2],
  ['268', 'Quận Hà Đông', 17, 0, 0],
  ['269', 'Thị xã Sơn Tây', 9, 6, 0],
  ['271', 'Huyện Ba Vì', 0, 30, 1],
  ['272', 'Huyện Phúc Thọ', 0, 20, 1],
  ['273', 'Huyện Đan Phượng', 0, 15, 1],
  ['274', 'Huyện Hoài Đức', 0, 19, 1],
  ['275', 'Huyện Quốc Oai', 0, 20, 1],
  ['276', 'Huyện Thạch Thất', 0, 22, 1],
  ['277', 'Huyện Chương Mỹ', 0, 30, 2],
  ['278', 'Huyện Thanh Oai', 0, 20, 1],
  ['279', 'Huyện Thường Tín', 0, 28, 1],
  ['280', 'Huyện Phú Xuyên', 0, 25, 2],
  ['281', 'Huyện Ứng Hòa', 0, 28, 1],
  ['282', 'Huyện Mỹ Đức', 0, 21, 1],
];

describe('Hà Nội in 2021', () => {
  test('has 22 departments and equivalents', () => {
    expect(count('department')).toBe(22);
  });

  test('has 30 districts: 12 quận, 17 huyện, 1 thị xã', () => {
    expect([count('urban-district'), count('rural-district'), count('district-town')]).toEqual([12, 17, 1]);
  });

  test('has 579 communes: 175 phường, 383 xã, 21 thị trấn', () => {
    expect(communes).toHaveLength(579);
    expect([count('ward'), count('rural-commune'), count('township')]).toEqual([175, 383, 21]);
  });

  test.each(districts)('%s %s has %i phường, %i xã, %i thị trấn', (code, name, wards, rural, townships) => {
    const own = communes.filter((unit) => unit.parentId === `q-${code}`);
    expect(byId.get(`q-${code}`)).toMatchObject({ code, name: { vi: name } });
    expect(communeKinds.map((kind) => own.filter((unit) => unit.kind === kind).length)).toEqual([
      wards,
      rural,
      townships,
    ]);
  });

  test('has 25 commune names that stand twice or more, so a name alone finds no commune', () => {
    const named = Map.groupBy(communes, (unit) => unit.name.vi.replace(/^(Phường|Xã|Thị trấn) /, ''));
    const repeated = [...named].filter(([, bearers]) => bearers.length > 1);
    const inOneDistrict = repeated.filter(([, bearers]) => new Set(bearers.map((unit) => unit.parentId)).size === 1);
    expect(repeated).toHaveLength(25);
    expect(named.get('Quang Trung')).toHaveLength(4);
    expect(named.get('Minh Khai')).toHaveLength(3);
    expect(inOneDistrict.map(([name, bearers]) => [name, bearers.map((unit) => unit.kind).sort()])).toEqual([
      ['Yên Viên', ['rural-commune', 'township']],
    ]);
  });

  test('is found whether people write Hòa or Hoà, Thụy or Thuỵ, or no diacritics at all', () => {
    const foundBy = (words: string) =>
      units.filter((unit) => fold(unit.name.vi).includes(fold(words))).map(({ id }) => id);
    expect(foundBy('Ứng Hoà')).toEqual(foundBy('Ứng Hòa'));
    expect(foundBy('ung hoa')).toContain('q-281');
    expect(foundBy('Thuỵ Khuê')).toEqual(foundBy('thụy khuê'));
    expect(foundBy('dong da')).toContain('q-006');
  });
});

describe('every unit', () => {
  test('has an id and a path of its own', () => {
    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length);
    expect(new Set(units.map((unit) => unit.path)).size).toBe(units.length);
  });

  test('stands under a unit that comes before it, and its path says so', () => {
    const seen = new Map<string, Unit>();
    for (const unit of units) {
      const parent = unit.parentId === null ? undefined : seen.get(unit.parentId);
      expect(unit.path).toBe(parent ? `${parent.path}/${unit.id}` : 'hn');
      seen.set(unit.id, unit);
    }
  });

  test('is written in composed Unicode (NFC), in both languages, without blanks around it', () => {
    for (const text of [...units.map((unit) => unit.name), ...posts.map((post) => post.title)]) {
      for (const words of [text.vi, text.en]) {
        expect(words).toBe(words.normalize('NFC').trim());
        expect(words).not.toBe('');
        expect(words).not.toMatch(/[{}]|\s{2}/);
      }
    }
  });

  test('names the document that decides it, and is in force from 01/3/2020', () => {
    for (const unit of units) {
      expect(unit.source).toMatch(/\d/);
      expect(isInForce(unit, Temporal.PlainDate.from('2020-03-01'))).toBe(true);
    }
    expect(isInForce(byId.get('x-00007')!, Temporal.PlainDate.from('2020-02-29'))).toBe(false);
    expect(new Set(communes.map((unit) => unit.source))).toEqual(new Set(['895/NQ-UBTVQH14 (11/02/2020)']));
  });

  test('that is an agency has an agency code of its own in both orders, one the mirror of the other', () => {
    const agencies = units.filter(isAgency);
    expect(agencies).toHaveLength(1 + 22 + 30 + 579);
    expect(new Set(agencies.map((unit) => unit.agencyCode)).size).toBe(agencies.length);
    expect(new Set(agencies.map((unit) => unit.agencyCodeOld)).size).toBe(agencies.length);
    for (const unit of agencies) {
      expect(unit.agencyCodeOld).toMatch(/^000\.\d\d\.\d\d\.H26$/);
      const groups = unit.agencyCodeOld!.split('.').toReversed();
      expect(unit.agencyCode).toBe(groups.filter((group) => !/^0+$/.test(group)).join('.'));
    }
  });

  test('that is a commune is numbered within the code of its district', () => {
    for (const unit of communes) expect(unit.agencyCode).toMatch(`${byId.get(unit.parentId!)!.agencyCode}.`);
  });

  test('that is a part of an agency has no code and says what it is for', () => {
    for (const unit of units.filter((part) => !isAgency(part))) {
      expect([unit.code, unit.agencyCode, unit.agencyCodeOld]).toEqual([null, null, null]);
      expect(unit.id.endsWith(`.${unit.function}`)).toBe(true);
    }
  });
});

test('agency codes are printed from left to right since 15/9/2022', () => {
  expect(agencyCodeFormatSince.toString()).toBe('2022-09-15');
});

describe('parts', () => {
  test('are in all three tiers a one-stop desk for each agency that receives', () => {
    for (const unit of units.filter((agency) => isAgency(agency) && agency.id !== 'hn')) {
      expect(byId.get(`${unit.id}.desk`)).toMatchObject({ kind: 'desk', parentId: unit.id, tier: unit.tier });
    }
  });

  test('are the same functions in every district, though a huyện calls some otherwise', () => {
    const functionsOf = (id: string) =>
      units.flatMap((unit) => (unit.id.startsWith(`${id}.`) ? [unit.function] : [])).sort();
    for (const [code] of districts) expect(functionsOf(`q-${code}`)).toEqual(functionsOf('q-001'));
    expect(functionsOf('q-001')).toEqual([
      'culture',
      'desk',
      'economy',
      'education',
      'finance-planning',
      'health',
      'home-affairs',
      'inspectorate',
      'justice',
      'labour-social',
      'land-registration',
      'natural-resources',
      'office',
      'urban-management',
    ]);
    expect(byId.get('q-001.urban-management')?.name.vi).toBe('Phòng Quản lý đô thị quận Ba Đình');
    expect(byId.get('q-016.urban-management')?.name.vi).toBe('Phòng Kinh tế và Hạ tầng huyện Sóc Sơn');
    expect(byId.get('q-269.urban-management')?.name.vi).toBe('Phòng Quản lý đô thị thị xã Sơn Tây');
  });

  test('are two to four rooms in each department', () => {
    for (const department of units.filter((unit) => unit.kind === 'department')) {
      const rooms = units.filter((unit) => unit.kind === 'division' && unit.parentId === department.id);
      expect(rooms.length, department.id).toBeGreaterThanOrEqual(2);
      expect(rooms.length, department.id).toBeLessThanOrEqual(4);
    }
  });

  test.each([
    ['so-tu-phap.judicial-record', 'Phòng Lý lịch tư pháp, Sở Tư pháp'],
    ['so-giao-thong-van-tai.transport', 'Phòng Quản lý vận tải, Sở Giao thông vận tải'],
    ['so-giao-thong-van-tai.vehicles', 'Phòng Quản lý phương tiện và người lái, Sở Giao thông vận tải'],
    ['so-ke-hoach-va-dau-tu.business-registration', 'Phòng Đăng ký kinh doanh, Sở Kế hoạch và Đầu tư'],
    ['so-y-te.profession', 'Phòng Nghiệp vụ Y, Sở Y tế'],
    ['so-quy-hoach-kien-truc.planning', 'Phòng Quy hoạch kiến trúc, Sở Quy hoạch - Kiến trúc'],
    ['so-tai-nguyen-va-moi-truong.land-registration', 'Văn phòng Đăng ký đất đai Hà Nội, Sở Tài nguyên và Môi trường'],
    ['so-lao-dong-thuong-binh-va-xa-hoi.social', 'Phòng Bảo trợ xã hội, Sở Lao động - Thương binh và Xã hội'],
  ])('%s is %s', (id, name) => {
    expect(byId.get(id)?.name.vi).toBe(name);
  });

  test('of the land registration office sit in the districts and belong to the department', () => {
    expect(byId.get('q-001.land-registration')?.path).toBe(
      'hn/so-tai-nguyen-va-moi-truong/so-tai-nguyen-va-moi-truong.land-registration/q-001.land-registration',
    );
  });
});

describe('posts', () => {
  const rolesAt = Map.groupBy(posts, (post) => post.unitId);
  const has = (id: string, ...wanted: Role[]) => {
    const found = new Set(rolesAt.get(id)?.map((post) => post.role));
    for (const role of wanted) expect(found.has(role), `${role} at ${id}`).toBe(true);
  };

  test('have ids of their own, roles that exist, and stand at units that exist', () => {
    expect(new Set(posts.map((post) => post.id)).size).toBe(posts.length);
    expect(new Set(posts.map((post) => `${post.positionId} ${post.role}`)).size).toBe(posts.length);
    for (const post of posts) {
      expect(roles).toContain(post.role);
      expect(byId.has(post.unitId)).toBe(true);
    }
  });

  test('of a commune: head and signatory, deputy, handlers, clerk at the commune; receivers and their head at its desk', () => {
    for (const unit of communes) {
      has(unit.id, 'agency-head', 'signatory', 'unit-head', 'case-handler', 'records-clerk');
      has(`${unit.id}.desk`, 'intake-officer', 'desk-head');
    }
  });

  test('of a district and a department: head, signatories and clerk at the agency; receivers at its desk', () => {
    for (const unit of units.filter((agency) => isAgency(agency) && agency.id !== 'hn' && agency.tier !== 'commune')) {
      has(unit.id, 'agency-head', 'signatory', 'records-clerk');
      has(`${unit.id}.desk`, 'intake-officer', 'desk-head');
    }
  });

  test('of a division: head, deputy and two handlers', () => {
    for (const unit of units.filter((part) => part.kind === 'division')) {
      has(unit.id, 'unit-head', 'case-handler');
      expect(rolesAt.get(unit.id)?.filter((post) => post.role === 'case-handler')).toHaveLength(2);
    }
  });

  test('of the City oversee the whole city: procedure control and administration', () => {
    has('hn', 'agency-head', 'signatory', 'procedure-controller', 'administrator');
    expect(posts.filter((post) => post.role === 'administrator').every((post) => post.unitId === 'hn')).toBe(true);
  });

  test('of one unit have one agency head', () => {
    for (const unit of units.filter(isAgency)) {
      expect(rolesAt.get(unit.id)?.filter((post) => post.role === 'agency-head')).toHaveLength(1);
    }
  });

  test('of one unit have the titles the law gives them there', () => {
    const titleOf = (id: string) => posts.find((post) => post.positionId === id)?.title.vi;
    expect(titleOf('x-00007:chair')).toBe('Chủ tịch');
    expect(titleOf('van-phong-ubnd:director')).toBe('Chánh Văn phòng');
    expect(titleOf('so-tu-phap:director')).toBe('Giám đốc');
    expect(titleOf('q-001.justice:head')).toBe('Trưởng phòng');
    expect(titleOf('q-001.inspectorate:head')).toBe('Chánh Thanh tra');
    expect(titleOf('x-00007:land-officer')).toBe('Công chức Địa chính - Xây dựng - Đô thị và Môi trường');
    expect(titleOf('x-00376:land-officer')).toMatch(/^Công chức Địa chính/);
  });
});
