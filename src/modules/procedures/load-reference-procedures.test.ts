import { describe, expect, test } from 'vitest';
import { loadReferenceUnits, resolveUnit, unitTree } from '#modules/organisation/index.ts';
import { readReferenceProcedures } from './load-reference-procedures.ts';
import { defectsOf } from './rules/check-definition.ts';
import type { RouteStep } from './rules/procedure-definition.ts';

const procedures = readReferenceProcedures();
const { units, posts } = loadReferenceUnits();
const tree = unitTree(units);
const day = Temporal.PlainDate.from('2021-11-05');
const held = new Set(posts.map((post) => `${post.unitId} ${post.role}`));

describe.each(procedures.map((definition) => [definition.code, definition] as const))(
  'procedure %s',
  (_, definition) => {
    test('has no defects', () => {
      expect(defectsOf(definition)).toEqual([]);
    });

    test('says what it is not sure of, and in plain words when a person needs it', () => {
      expect(definition.inForce.unsure?.length).toBeGreaterThan(0);
      expect(definition.summary.vi.length).toBeLessThan(220);
      expect(definition.keywords.length).toBeGreaterThan(5);
    });

    test('has for each step a unit with the post it needs, at every agency that receives it', () => {
      const receivers = definition.receivers ?? units.filter(isAgencyOf(definition.tier)).map((unit) => unit.id);
      expect(receivers.length).toBeGreaterThan(0);
      const missing = new Set<string>();
      for (const receiver of receivers) {
        for (const { id, at, role } of stepsIn(definition.route)) {
          const unit = resolveUnit(at, receiver, tree, day);
          if (!unit.ok || !held.has(`${unit.value} ${role}`)) missing.add(`${receiver}: ${id}`);
        }
      }
      expect([...missing]).toEqual([]);
    });
  },
);

/** The steps of a route with those of its legs. */
function stepsIn(route: readonly RouteStep[]): readonly RouteStep[] {
  return route.flatMap((step) => [step, ...(step.legs?.legs ?? []).flatMap((leg) => stepsIn(leg.route ?? []))]);
}

type Unit = (typeof units)[number];
const isAgencyOf = (tier: string) => (unit: Unit) => unit.tier === tier && !unit.id.includes('.') && unit.code !== null;

test('the set has every tier, every kind of limit, and every policy of the clock', () => {
  const limits = procedures.flatMap(({ limits, verificationLimit }) => [
    ...limits,
    ...(verificationLimit ? [verificationLimit] : []),
  ]);
  const kinds = new Set(limits.map((limit) => limit.announced.split(' ').at(-1)));
  expect(kinds).toEqual(new Set(['same-day', 'working-hour', 'working-day', 'calendar-day']));
  expect(new Set(procedures.map((definition) => definition.tier)).size).toBe(3);
  expect(new Set(procedures.flatMap(({ clock }) => clock.excludedPeriods))).toEqual(
    new Set(['outage', 'posting', 'tax']),
  );
  expect(procedures.some((definition) => definition.presence)).toBe(true);
  expect(procedures.some(({ clock }) => clock.clockStart === 'competent-office-receipt')).toBe(true);
});
