import {
  demoScenario,
  findCityYear,
  generateCityYear,
  hasAnyCase,
  lastDemoDay,
  readScenario,
} from '#city-year/index.ts';
import { localDay } from '#kernel/zone.ts';
import { type CityGround, getCityGround, isAgency, type Unit } from '#modules/organisation/index.ts';
import type { Connection } from '#platform/database/connection.ts';
import type { FileStore } from '#platform/file-store.ts';

/** Where the demo city has people who sign in, with neighbours to compare them with. */
const districts = ['q-001', 'q-002', 'q-003', 'q-005', 'q-006', 'q-007', 'q-009', 'q-017'];
const communesOf = 'q-001';
const communes = ['x-00505'];

/**
 * A city that has lived: some thousand dossiers of the last weeks, generated through the rules, so that desks, lists and boards
 * of the demo city are not empty. Loaded once, into a city without dossiers; a load that was killed is brought to its end.
 */
export async function loadDemoYear(
  { db, pool }: Connection,
  connectionString: string,
  files: FileStore,
  now: Temporal.Instant,
  tell: (what: string) => void,
): Promise<void> {
  const begun = await findCityYear(pool);
  if (begun ? begun.isFinished || begun.asked.scenario !== 'demo' : await hasAnyCase(pool)) return;
  const ground = await getCityGround(db);
  const lastYear = ground.calendar.publishedYears.at(-1);
  if (lastYear === undefined) return;
  const lastPublished = Temporal.PlainDate.from({ year: lastYear, month: 12, day: 31 });
  const to = begun ? Temporal.PlainDate.from(begun.asked.to) : lastDemoDay(localDay(now), lastPublished);
  const scenario = demoScenario(readScenario('hanoi-2021'), agenciesOf(ground), to);
  const asked = { scenario: scenario.id, seed: 'demo', scale: 1, from: scenario.from, to: scenario.to };
  const { dossiers } = await generateCityYear({ connectionString, files, asked, scenario, tell: () => undefined });
  tell(`${dossiers} dossiers of the weeks from ${scenario.from} to ${scenario.to}, lived through the rules`);
}

/** Departments, some districts, and the communes of one of them. */
function agenciesOf({ tree }: CityGround): readonly string[] {
  return [...tree.values()].filter((unit) => isAgency(unit) && isMeant(unit)).map(({ id }) => id);
}

function isMeant({ id, parentId, tier }: Unit): boolean {
  if (tier === 'commune') return parentId === communesOf || communes.includes(id);
  return tier === 'city' || districts.includes(id);
}
