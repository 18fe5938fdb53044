import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedRegisters } from '../read-definitions.ts';
import { definitionDefects } from './definition-defects.ts';
import { brokenChecks, duplicateKey, searchWords } from './entry-checks.ts';
import { entryDifference } from './entry-difference.ts';
import { importColumns } from './import-columns.ts';
import { notReadable, readValue } from './read-value.ts';
import type { RegisterDefinition, RegisterField } from './register-definition.ts';
import { valueAsTyped } from './value-words.ts';

const label = { vi: 'Mục', en: 'Item' };
const field = (more: Partial<RegisterField>): RegisterField => ({ type: 'string', label, ...more });
const units = (named: string) => (named === 'Quận Ba Đình' ? 'q-001' : undefined);
const read = (one: RegisterField, raw: Parameters<typeof readValue>[1]) => {
  const value = readValue(one, raw, units);
  return value === notReadable ? 'not readable' : value;
};
const register = (id: string): RegisterDefinition => shippedRegisters().get(id)!;

describe('a value is read as a person meant it, and never guessed', () => {
  test('days that exist, in the ways people write them', () => {
    const day = field({ format: 'date' });
    for (const written of ['30/10/2021', '30-10-2021', '30.10.2021', '2021-10-30', ' 30/10/2021 ']) {
      expect(read(day, written)).toBe('2021-10-30');
    }
    expect(read(day, Temporal.PlainDate.from('2021-10-30'))).toBe('2021-10-30');
    for (const written of ['31/04/2021', '10/30/2021', '30/10/21', 'hôm qua', '29/02/2021']) {
      expect(read(day, written)).toBe('not readable');
    }
    expect(read(day, 44_499), 'a number is no day').toBe('not readable');
    expect(read(field({ format: 'month' }), '6/2021')).toBe('2021-06');
    expect(read(field({ format: 'month' }), '13/2021')).toBe('not readable');
  });

  test('numbers with Vietnamese separators; what may be two numbers is refused', () => {
    const whole = field({ type: 'integer' });
    expect([read(whole, '1.475'), read(whole, '1475'), read(whole, '1 475'), read(whole, 1475)]).toEqual(
      Array(4).fill(1475),
    );
    for (const written of ['1,5', '1.5', '1.47', 'mười', '1e3', '']) expect(read(whole, written)).not.toBe(15);
    expect(read(whole, 1.5)).toBe('not readable');
    const decimal = field({ type: 'number' });
    expect([read(decimal, '69,3'), read(decimal, '69.3'), read(decimal, '1.234,5'), read(decimal, '7')]).toEqual([
      69.3, 69.3, 1234.5, 7,
    ]);
    expect(read(decimal, '1.475'), 'one thousand or one and a half').toBe('not readable');
    expect(read(field({ type: 'integer', format: 'dong' }), '1.302.401.000.000 đồng')).toBe(1_302_401_000_000);
  });

  test('one of several by its value or its words, with or without marks; yes and no; units by name', () => {
    const choice = field({ enum: ['digital'], words: { digital: { vi: 'Kỹ năng số', en: 'Digital skills' } } });
    expect([read(choice, 'ky nang so'), read(choice, 'KỸ NĂNG SỐ'), read(choice, 'digital')]).toEqual(
      Array(3).fill('digital'),
    );
    expect(read(choice, 'kỹ năng')).toBe('not readable');
    const flag = field({ type: 'boolean' });
    expect([read(flag, 'Có'), read(flag, 'x'), read(flag, 'không'), read(flag, true)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(read(flag, 'chưa rõ')).toBe('not readable');
    expect(read(field({ format: 'unit' }), 'Quận Ba Đình')).toBe('q-001');
    expect(read(field({ format: 'unit' }), 'Quận X')).toBe('not readable');
    expect(read(field({ format: 'uri' }), 'javascript:alert(1)')).toBe('not readable');
    expect(read(field({ type: 'array' }), 'một; hai\nba')).toEqual(['một', 'hai', 'ba']);
  });

  test('whatever stands in a cell, reading it never throws', () => {
    const fields = shippedRegisters()
      .values()
      .flatMap((one) => Object.values(one.fields.properties))
      .toArray();
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
        (one, raw) => {
          read(one, raw);
        },
      ),
    );
  });

  test('what stands in a box is read again as the same value', () => {
    const day = fc
      .integer({ min: 0, max: 50_000 })
      .map((days) => Temporal.PlainDate.from('1950-01-01').add({ days }).toString());
    const pairs = fc.oneof(
      fc.tuple(fc.constant(field({ type: 'integer' })), fc.integer({ min: 0, max: 999_999_999 })),
      fc.tuple(fc.constant(field({ type: 'integer', format: 'dong' })), fc.integer({ min: 0, max: 999_999_999_999 })),
      fc.tuple(
        fc.constant(field({ type: 'number' })),
        fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10),
      ),
      fc.tuple(fc.constant(field({ format: 'date' })), day),
      fc.tuple(
        fc.constant(field({ format: 'month' })),
        day.map((one) => one.slice(0, 7)),
      ),
      fc.tuple(fc.constant(field({ type: 'boolean' })), fc.boolean()),
      fc.tuple(
        fc.constant(field({ type: 'integer', minimum: 2000, maximum: 2100 })),
        fc.integer({ min: 2000, max: 2100 }),
      ),
    );
    fc.assert(
      fc.property(pairs, ([one, value]) => {
        expect(
          read(
            one,
            valueAsTyped(one, value, () => label),
          ),
        ).toBe(value);
      }),
    );
  });
});

describe('the registers that come with the program', () => {
  const shipped = [...shippedRegisters().values()];

  test.each(shipped.map((one) => [one.id, one] as const))('%s has no defect', (_, definition) => {
    expect(definitionDefects(definition)).toEqual([]);
    expect(JSON.stringify(definition)).toBe(JSON.stringify(definition).normalize('NFC'));
  });

  test('a definition that is wrong in itself is told so, thing by thing', () => {
    const wrong = {
      ...register('training-classes'),
      key: ['nothing'],
      checks: [{ rule: 'learners >', field: 'other', sentence: label }],
      feeds: [{ figureId: 'x', kind: 'sum' as const, field: 'name', dateField: 'learners' }],
    };
    const found = definitionDefects(wrong).join('\n');
    for (const words of ['key names nothing', 'cannot be read', 'names other', 'needs a number', 'no day to go by']) {
      expect(found).toContain(words);
    }
  });
});

describe('the checks of an entry', () => {
  const classes = register('training-classes');
  const aClass = { name: 'Lớp', startsOn: '2021-03-01', endsOn: '2021-03-05', learners: 40 };
  const broken = (more: object) => brokenChecks(classes, { ...aClass, ...more }).map(({ field: at }) => at);

  test('are broken only by what was answered; parts left out are nought, unless all of them are', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ endsOn: '2021-02-28' })).toEqual(['endsOn']);
    expect(broken({ civilServants: 40 })).toEqual([]);
    expect(broken({ civilServants: 30 })).toEqual(['learners']);
    expect(broken({ civilServants: 30, publicEmployees: 10, certificates: 41 })).toEqual(['certificates']);
  });

  test('a loss of force in part names provisions', () => {
    const part = { number: '1', type: 'decision', extent: 'part', reason: 'replaced', ceasedOn: '2020-05-01' };
    const of = (more: object) => brokenChecks(register('legal-cessations'), { ...part, ...more }).length;
    expect([of({}), of({ provisions: [] }), of({ provisions: ['Điều 3'] }), of({ extent: 'whole' })]).toEqual([
      1, 1, 0, 0,
    ]);
  });

  test('for all parts, the total holds exactly when it is their sum', () => {
    const part = fc.nat({ max: 500 });
    fc.assert(
      fc.property(part, part, part, part, fc.nat({ max: 2500 }), (excellent, good, fair, failed, evaluated) => {
        const values = { month: '2021-06', excellent, good, fair, failed, evaluated };
        const holds = brokenChecks(register('monthly-evaluation'), values).length === 0;
        expect(holds).toBe(excellent + good + fair + failed === evaluated);
      }),
      { numRuns: 60 },
    );
  });

  test('the key hides no double behind marks, case or blanks; another agency’s is another', () => {
    const key = (name: string, unit = 'q-001') => duplicateKey(classes, unit, { ...aClass, name });
    expect(key('Lớp Hòa')).toBe(key('LỚP HOÀ'));
    expect(key('Lớp A')).not.toBe(key('Lớp B'));
    expect(key('Lớp A')).not.toBe(key('Lớp A', 'q-002'));
  });

  test('what the public does not see is not searched', () => {
    expect(searchWords(classes, { ...aClass, evaluation: 'bí mật' })).not.toContain('bi mat');
    expect(searchWords(classes, aClass)).toContain('lop');
  });

  test('a difference names exactly the fields that differ', () => {
    const values = fc.record({ name: fc.string(), learners: fc.nat() }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, values, (before, after) => {
        const found = entryDifference(classes, before, after).map((one) => one.field);
        const differ = (['name', 'learners'] as const).filter((name) => before[name] !== after[name]);
        expect(found.sort()).toEqual([...differ].sort());
      }),
    );
  });
});

describe('the heading of a table', () => {
  test('columns are known by label in either language or by name, with a star or a unit behind; others are left alone', () => {
    const columns = importColumns(register('training-classes'), [
      'STT',
      'TÊN LỚP *',
      'Kind',
      'startsOn',
      'ngay be giang',
      'Hình thức',
      'Số học viên (lượt người)',
      'Đơn vị',
    ]);
    expect([...columns.fields]).toEqual([
      ['name', 1],
      ['kind', 2],
      ['startsOn', 3],
      ['endsOn', 4],
      ['mode', 5],
      ['learners', 6],
    ]);
    expect([columns.unit, columns.missing, columns.twice]).toEqual([7, [], []]);
  });
});
