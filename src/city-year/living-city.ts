import type pg from 'pg';
import { dayNumber } from '#kernel/day-number.ts';
import { dossierKinds } from '#modules/dossiers/index.ts';
import { readFactKeys } from '#modules/figures/index.ts';
import { getCityGround, isAgency } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { type AskedYear, listOneHeadBodies, listProcedures, listStaff } from './city-year-store.ts';
import { dayWeights } from './rules/day-weights.ts';
import type { NameLists } from './rules/invented-people.ts';
import { type FilledIn, fillingsOf, type LivingWorld } from './rules/living-world.ts';
import { type AgencyPlan, planAgency } from './rules/plan-agency.ts';
import type { Cell, PlannedAgency } from './rules/plan-city.ts';
import { planCity } from './rules/plan-city.ts';
import type { Scenario } from './rules/scenario.ts';
import { staffOf } from './rules/staff.ts';
import { WorkingAxis } from './rules/working-axis.ts';

/** The scan that stands for every paper filed online. */
export interface ScanFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

/** Every word a fact of a dossier or of a part of it can hold. */
const factWords: readonly string[] = [
  ...dossierKinds.flatMap(({ kind, states }) => [kind, ...Object.keys(states).filter((state) => !states[state]?.open)]),
  'online',
  'desk',
  'post',
  'early',
  'on-time',
  'late',
];

/** Reads from the database what dossiers live with: units, staff, calendar, catalogue. The same in every worker. */
export async function readLivingCity(
  db: Database,
  client: pg.ClientBase,
  scenario: Scenario,
  lists: NameLists,
  asked: AskedYear,
  scan: ScanFile,
): Promise<{ readonly world: LivingWorld; readonly cells: readonly Cell[] }> {
  const ground = await getCityGround(db);
  const [first, last] = [scenario.from, scenario.to].map((day) => Temporal.PlainDate.from(day)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const procedures = new Map(
    (await listProcedures(client, scenario.to)).map((known) => [known.definition.code, known]),
  );
  const posts = await listStaff(client, `${scenario.to}T12:00:00+07:00`);
  const oneHead = await listOneHeadBodies(client);
  // half a year more for what is open at the end
  const axis = new WorkingAxis(ground.calendar, ground.hoursOf(''), first, last.add({ days: 190 }));
  const days = new Map<string, ReturnType<typeof dayWeights>>();
  const fillings = new Map<string, readonly FilledIn[]>();
  const procedure = (code: string) => {
    const known = procedures.get(code);
    if (!known) throw new RangeError(`${code} is not in force on ${scenario.to}`);
    return known;
  };
  const world: LivingWorld = {
    scenario,
    seed: asked.seed,
    axis,
    endPlace: axis.openingOf(axis.ordinalFrom(dayNumber(last) + 1)),
    feast: feastOf(scenario, axis),
    lists,
    staff: staffOf(posts, ground.tree, oneHead),
    tree: ground.tree,
    calendar: ground.calendar,
    hoursOf: ground.hoursOf,
    leftToRightSince: ground.leftToRightSince,
    scan,
    factKeys: await readFactKeys(db, { words: factWords }),
    horizon: Temporal.Instant.from(`${asked.to}T23:59:59+07:00`).epochMilliseconds / 1000,
    procedure,
    daysOf: (code, inForceFrom) => {
      const known = days.get(code) ?? dayWeights(scenario, axis, code, inForceFrom);
      days.set(code, known);
      return known;
    },
    definition: (code) => procedure(code).definition,
    filledIn: (code, chance) => {
      let ways = fillings.get(code);
      if (!ways) {
        ways = fillingsOf(procedure(code), lists, asked.seed, ground.tree, last);
        fillings.set(code, ways);
      }
      return chance.pick(ways);
    },
  };
  const agencies: PlannedAgency[] = [...ground.tree.values()]
    .filter((unit) => isAgency(unit) && unit.kind !== 'city')
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, tier, kind }) => ({ id, tier, urban: kind === 'ward' || kind === 'urban-district' }));
  const catalogue = [...procedures.values()].map(({ definition }) => definition);
  return { world, cells: planCity(scenario, agencies, catalogue, asked.seed, asked.scale) };
}

/** The plans of some agencies, by which their dossiers are lived. */
export function planAgencies(world: LivingWorld, cells: readonly Cell[], agencyIds: readonly string[]): AgencyPlan[] {
  const byAgency = Map.groupBy(cells, ({ agencyId }) => agencyId);
  return agencyIds.map((agencyId) => planAgency(world, agencyId, byAgency.get(agencyId) ?? []));
}

/** From two weeks before the first season without anybody to its end: nobody promises a new day into it. */
function feastOf(scenario: Scenario, axis: WorkingAxis): readonly [number, number] | null {
  const feast = scenario.seasons.find(({ name }) => name === 'tet');
  if (!feast) return null;
  const place = (day: string) => axis.openingOf(axis.ordinalFrom(dayNumber(Temporal.PlainDate.from(day))));
  return [place(feast.from), place(feast.to)];
}
