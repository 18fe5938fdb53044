import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedRegisters } from '#modules/registers/index.ts';
import { type CaseClass, type CountedClass, countSelected } from './case-class.ts';
import { type CountedSources, evaluateFigure, figuresWithin } from './evaluate-figures.ts';
import { figureCatalogue, figureDefinition, figureIdentities } from './figure-catalogue.ts';
import { closingHash, restatedFigures } from './figure-closing.ts';
import { brokenIdentities } from './figure-identities.ts';
import { momentsOf, monthsOf, periodBefore } from './figure-period.ts';
import { asNumber, divided, formatFigure, whole } from './figure-value.ts';

/** Any class a journal can lead to: what the engine never makes (a settled dossier that was never accepted) is left out. */
const anyClass: fc.Arbitrary<CountedClass> = fc
  .record({
    kind: fc.constantFrom('dossier', 'leg', 'task', 'feedback'),
    group: fc.constantFrom('government', 'council', 'city', 'agency', 'remedy', 'secret', 'party', 'part'),
    arrival: fc.constantFrom('none' as const, 'before' as const, 'in-period' as const),
    filed: fc.constantFrom('before' as const, 'in-period' as const),
    channel: fc.constantFrom('online', 'desk', 'post'),
    end: fc.nat(3),
    open: fc.boolean(),
    timely: fc.constantFrom('early' as const, 'on-time' as const, 'late' as const),
    overdue: fc.boolean(),
    lateByFirst: fc.boolean(),
    supplementAsked: fc.boolean(),
    supplements: fc.constantFrom(0 as const, 1 as const, 2 as const),
    apologised: fc.boolean(),
    count: fc.integer({ min: 1, max: 5_000_000 }),
  })
  .map(({ end, open, timely, overdue, group, ...rest }) => {
    const isTask = rest.kind === 'task';
    const acceptedAtOnce = rest.kind === 'leg' || isTask;
    const arrival = acceptedAtOnce && rest.arrival === 'none' ? 'before' : rest.arrival;
    const endings = endingsOf(rest.kind, arrival !== 'none');
    const ending = open ? 'open' : (endings[end % endings.length] ?? 'open');
    const timing: CaseClass['timing'] =
      ending === 'settled' || ending === 'answered' || ending === 'completed'
        ? timely
        : ending === 'open' && arrival !== 'none'
          ? overdue
            ? 'overdue'
            : 'in-time'
          : null;
    const channel = acceptedAtOnce ? null : rest.channel;
    const as = isTask ? group : null;
    return { ...rest, as, delivered: 'none', arrival, ending, timing, channel, key: 0, place: 0 };
  });

function endingsOf(kind: string, isAccepted: boolean): readonly string[] {
  if (kind === 'leg') return ['answered', 'called-off'];
  if (kind === 'task') return ['completed', 'recalled'];
  if (kind === 'feedback')
    return isAccepted ? ['answered', 'handed-to-law', 'passed-outside', 'withdrawn', 'merged'] : ['not-accepted'];
  return isAccepted ? ['settled', 'withdrawn', 'discontinued'] : ['refused', 'withdrawn', 'discontinued'];
}

const sourcesOf = (classes: readonly CountedClass[]): CountedSources => ({
  classes,
  organisation: () => null,
  catalogue: () => null,
  fed: new Map(),
});

const valueIn = (classes: readonly CountedClass[]) => (id: string) => {
  const definition = figureDefinition(id);
  const value = definition && evaluateFigure(definition, sourcesOf(classes));
  return value ? asNumber(value) : null;
};

describe('figures of cases', () => {
  test('keep every identity, whatever the journals say', () => {
    fc.assert(
      fc.property(fc.array(anyClass, { maxLength: 40 }), (classes) => {
        expect(brokenIdentities(figureIdentities, valueIn(classes))).toEqual([]);
      }),
    );
  });

  test('of two cities together are the sum of both, so that units add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(anyClass, { maxLength: 20 }), fc.array(anyClass, { maxLength: 20 }), (one, other) => {
        for (const { id, source } of figureCatalogue)
          if (source.from === 'cases')
            expect(valueIn([...one, ...other])(id)).toBe((valueIn(one)(id) ?? 0) + (valueIn(other)(id) ?? 0));
      }),
    );
  });

  test('a broken identity is named with both sides', () => {
    const classes = fc.sample(anyClass, 1);
    const wrong = (id: string) => (id === 'ii06a.3' ? 1_000_000_000 : valueIn(classes)(id));
    const broken = brokenIdentities(figureIdentities, wrong);
    expect(broken.map(({ left }) => left)).toContainEqual(['ii06a.3']);
    expect(broken.every(({ leftSum, rightSum }) => leftSum !== rightSum)).toBe(true);
  });

  test('a selection without conditions is everything, and each condition only takes away', () => {
    fc.assert(
      fc.property(fc.array(anyClass), (classes) => {
        const all = countSelected(classes, {});
        expect(all).toBe(classes.reduce((sum, { count }) => sum + count, 0));
        const online = countSelected(classes, { channel: ['online'] });
        expect(online).toBeLessThanOrEqual(all);
        expect(countSelected(classes, { channel: ['online'], ending: ['open'] })).toBeLessThanOrEqual(online);
      }),
    );
  });
});

describe('a share', () => {
  test('is rounded half up to its last place, exactly', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), fc.nat(3), (part, of, decimals) => {
        const { steps } = divided(part, of, 100, decimals) ?? { steps: -1 };
        const exact = BigInt(part) * 100n * 10n ** BigInt(decimals);
        const doubled = 2n * BigInt(steps) * BigInt(of);
        // no nearer whole step on either side; half goes up
        expect(doubled - BigInt(of) <= 2n * exact && 2n * exact < doubled + BigInt(of)).toBe(true);
      }),
    );
  });

  test('of the report is printed as the report prints it, and of nothing is none', () => {
    expect(formatFigure('vi', divided(1_376_469, 1_525_653, 100, 1))).toBe('90,2');
    expect(formatFigure('vi', divided(87, 382, 100, 1))).toBe('22,8');
    expect(formatFigure('en', whole(1_376_469))).toBe('1,376,469');
    expect(formatFigure('vi', { steps: 5, decimals: 1 })).toBe('0,5');
    expect(divided(1, 0, 100, 1)).toBeNull();
    expect(formatFigure('vi', null)).toBe('–');
  });
});

describe('a period', () => {
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }));
  const anyPeriod = fc.tuple(day, fc.nat(700)).map(([from, days]) => ({ from, to: from.add({ days }) }));

  test('is its months, each day once', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const months = monthsOf(period);
        expect(months[0]?.from.toString()).toBe(period.from.toString());
        expect(months.at(-1)?.to.toString()).toBe(period.to.toString());
        const starts = months.slice(1).map(({ from }) => from.toString());
        expect(starts).toEqual(months.slice(0, -1).map(({ to }) => to.add({ days: 1 }).toString()));
      }),
    );
  });

  test('follows the one before without a gap', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = periodBefore(period);
        const asOf = Temporal.Instant.from('2030-01-01T00:00:00Z');
        expect(momentsOf(before, asOf).until.equals(momentsOf(period, asOf).from)).toBe(true);
      }),
    );
    const quarter = { from: Temporal.PlainDate.from('2021-04-01'), to: Temporal.PlainDate.from('2021-06-30') };
    expect(periodBefore(quarter).from.toString()).toBe('2021-01-01');
  });
});

describe('the catalogue', () => {
  test('has every figure of the report of 2021, of II.06a (3) to (13), and the nine indicators, each once', () => {
    const report = JSON.parse(
      readFileSync(new URL('../../../../reference/figures/hanoi-2021-report.json', import.meta.url), 'utf8'),
    ) as { figures: { id: string }[] };
    const ids = figureCatalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [
      ...report.figures.map(({ id }) => id),
      ...Array.from({ length: 11 }, (_, column) => `ii06a.${column + 3}`),
      ...Array.from({ length: 9 }, (_, number) => `indicator.${number + 1}`),
    ];
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('defines every figure that a register feeds', () => {
    const fed = [...shippedRegisters().values()].flatMap(({ feeds }) => feeds.map(({ figureId }) => figureId));
    expect(fed.filter((id) => !figureDefinition(id))).toEqual([]);
  });

  test('says of each figure in both languages what it counts, and is made only of figures that exist', () => {
    for (const { id, name, definition, legalBasis } of figureCatalogue) {
      for (const text of [name.vi, name.en, definition.vi, definition.en, legalBasis]) expect(text.trim()).not.toBe('');
      expect(definition.vi).toBe(definition.vi.normalize('NFC'));
      for (const part of figuresWithin(id)) expect([id, figureDefinition(part)?.id]).toEqual([id, part]);
    }
    const named = figureIdentities.flatMap(({ left, right }) => [...left, ...right]);
    expect(named.filter((id) => !figureDefinition(id))).toEqual([]);
  });
});

describe('a closed period', () => {
  const content = {
    unitId: 'hn',
    from: '2021-01-01',
    to: '2021-10-30',
    version: 1,
    asOf: '2021-11-01T00:00:00Z',
    figures: { 'dossiers.received': whole(3), 'dossiers.online_share': null },
    definitions: { 'dossiers.received': 1 },
  };

  test('has the same hash however its parts are ordered, and another for any other number', () => {
    const reordered = { ...content, figures: Object.fromEntries(Object.entries(content.figures).reverse()) };
    expect(closingHash(reordered)).toBe(closingHash(content));
    expect(closingHash({ ...content, figures: { 'dossiers.received': whole(4) } })).not.toBe(closingHash(content));
  });

  test('and a later version differ in exactly the figures that changed', () => {
    const later = { ...content.figures, 'dossiers.received': whole(4), 'dossiers.open': whole(1) };
    expect(restatedFigures(content.figures, later)).toEqual([
      { id: 'dossiers.received', before: whole(3), after: whole(4) },
      { id: 'dossiers.open', before: null, after: whole(1) },
    ]);
    expect(restatedFigures(later, later)).toEqual([]);
  });
});
