import { existsSync, readFileSync } from 'node:fs';
import { getCityGround, type UnitKind, type UnitTree } from '#modules/organisation/index.ts';
import { type LoadedEntry, loadEntries, type RawValues, shippedRegisters } from '#modules/registers/index.ts';
import { findOfficerAt } from './city-year-store.ts';
import type { Producer } from './producer.ts';
import { apportion } from './rules/apportion.ts';
import { Seeded } from './rules/seeded.ts';

/** A value of an entry, or how it is made for each. */
type Spread =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly days: readonly [first: string, last: string] }
  | { readonly total: number }
  | { readonly pick: readonly string[] };

/** Entries of one register that differ by what the scenario spreads. */
interface Batch {
  readonly register: string;
  readonly count: number;
  readonly units: { readonly ids?: readonly string[]; readonly kinds?: readonly UnitKind[]; readonly most?: number };
  /** The field with the day on which the entry became known. */
  readonly known: string;
  /** The number of the first entry. */
  readonly first?: number;
  readonly values: Readonly<Record<string, Spread>>;
}

/** The registers of a scenario, through the schema and the checks that hold for whoever records by hand. */
export const produceRegisters: Producer = {
  id: 'registers',
  name: 'entries of the registers',
  produce: async ({ connection, client, scenario, asked }) => {
    const { like = scenario.id, atMost, daysLater = 0 } = scenario.registers ?? {};
    const batches = readBatches(like);
    if (batches.length === 0) return;
    const { tree } = await getCityGround(connection.db);
    const catalogue = shippedRegisters();
    const by = await findOfficerAt(client, 'so-noi-vu', 'records-clerk');
    for (const [nth, batch] of batches.entries()) {
      const definition = catalogue.get(batch.register);
      if (!definition) throw new Error(`there is no register ${batch.register}`);
      const entries = entriesOf(
        batch,
        tree,
        { until: asked.to, atMost, daysLater },
        new Seeded(`${asked.seed}|register|${nth}`),
      );
      await loadEntries(connection.db, tree, definition, entries, by);
    }
  },
};

function readBatches(scenarioId: string): readonly Batch[] {
  const file = new URL(`../../reference/scenarios/registers/${scenarioId}.json`, import.meta.url);
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly batches: readonly Batch[] }).batches;
}

/** Until which day, how many of a batch, how many days later than it says. */
interface Asked {
  readonly until: string;
  readonly atMost: number | undefined;
  readonly daysLater: number;
}

/** What became known by the last day asked for. */
function entriesOf(batch: Batch, tree: UnitTree, asked: Asked, chance: Seeded): readonly LoadedEntry[] {
  const { until, atMost = batch.count, daysLater } = asked;
  const units = unitsOf(batch, tree, chance);
  const totals = new Map<string, readonly number[]>();
  for (const [name, spread] of Object.entries(batch.values))
    if (typeof spread === 'object' && 'total' in spread) totals.set(name, sharesOf(spread.total, batch.count, name));
  const entries: LoadedEntry[] = [];
  const taken = Math.min(batch.count, atMost);
  for (let one = 0; one < taken; one++) {
    // spread over the batch, so that its last days are there too
    const nth = taken === batch.count ? one : Math.round(((one + 1) * batch.count) / taken) - 1;
    const raw: Record<string, RawValues[string]> = {};
    for (const [name, spread] of Object.entries(batch.values))
      raw[name] = totals.get(name)?.[nth] ?? spreadValue(spread, nth, batch, daysLater, chance);
    const day = String(raw[batch.known]);
    const at = Temporal.Instant.from(`${day}T16:00:00+07:00`);
    if (day <= until) entries.push({ unitId: units[nth % units.length]!, raw, at });
  }
  return entries;
}

function spreadValue(
  spread: Spread,
  nth: number,
  { count, first = 1 }: Batch,
  daysLater: number,
  chance: Seeded,
): RawValues[string] {
  if (typeof spread === 'string') return spread.replaceAll('{n}', String(first + nth));
  if (typeof spread !== 'object') return spread;
  if ('pick' in spread) return chance.pick(spread.pick);
  if ('days' in spread) {
    const [from, to] = spread.days.map((day) => Temporal.PlainDate.from(day).add({ days: daysLater })) as [
      Temporal.PlainDate,
      Temporal.PlainDate,
    ];
    const length = from.until(to).days;
    return from.add({ days: count === 1 ? 0 : Math.floor((length * nth) / (count - 1)) }).toString();
  }
  return 'total' in spread ? spread.total : spread;
}

/** Uneven shares of a whole; large sums of money in thousands. The same field always falls the same way, so that sums agree. */
function sharesOf(total: number, count: number, name: string): readonly number[] {
  const unit = total >= 1_000_000_000 && total % 1000 === 0 ? 1000 : 1;
  const unevenness = unit === 1 ? 0.6 : 0.2;
  const weights = Array.from({ length: count }, (_, nth) => 1 + unevenness * Math.sin((nth + name.length) * 1.7));
  return apportion(total / unit, weights).map((part) => part * unit);
}

function unitsOf({ units, register }: Batch, tree: UnitTree, chance: Seeded): readonly string[] {
  if (units.ids) return units.ids;
  const all = [...tree.values()]
    .filter(({ kind }) => units.kinds?.includes(kind))
    .map(({ id }) => id)
    .sort();
  if (all.length === 0) throw new Error(`${register}: no unit is meant`);
  const shuffled = all
    .map((id) => ({ id, place: chance.share() }))
    .sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);
  return shuffled.slice(0, units.most ?? shuffled.length);
}
