import type { ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { apportion } from './apportion.ts';
import type { Character, Scenario, ScenarioProcedure } from './scenario.ts';
import { Seeded } from './seeded.ts';

/** An agency that receives dossiers. */
export interface PlannedAgency {
  readonly id: string;
  readonly tier: ProcedureDefinition['tier'];
  readonly urban: boolean;
}

/** The dossiers of one procedure at one agency: how many, and how many of them are open at the end. */
export interface Cell {
  readonly agencyId: string;
  readonly code: string;
  readonly character: Character;
  /** The number of its first dossier in the whole city. */
  readonly first: number;
  readonly received: number;
  readonly open: number;
  readonly refused: number;
  readonly withdrawn: number;
  /** Filed in the last hours and not looked at yet. */
  readonly pending: number;
}

/** Of the dossiers of one procedure at one agency, open at the end at most. */
const mostOpen = 0.8;

/** Who may receive a procedure. */
type Catalogue = readonly Pick<ProcedureDefinition, 'code' | 'tier' | 'receivers'>[];

/**
 * Shares the totals of the scenario out to agencies and procedures. The parts are whole and add up: received and open come
 * out exactly, at every scale (received and resolved are each rounded to the nearest whole).
 */
export function planCity(
  scenario: Scenario,
  agencies: readonly PlannedAgency[],
  catalogue: Catalogue,
  seed: string,
  scale: number,
): readonly Cell[] {
  const received = Math.round(scenario.received * scale);
  const open = received - Math.round(scenario.resolved * scale);
  const chosen = agencies.filter(({ id }) => scenario.agencies?.includes(id) ?? true);
  const characters = new Map(chosen.map(({ id }) => [id, characterOf(scenario, id, seed)]));
  const offered = scenario.procedures.flatMap((procedure) => {
    const definition = catalogue.find(({ code }) => code === procedure.code);
    const at = definition ? chosen.filter((agency) => receives(agency, definition)) : [];
    return at.length > 0 ? [{ procedure, at }] : [];
  });
  const totals = apportion(
    received,
    offered.map(({ procedure }) => procedure.share),
  );
  const cells = offered.flatMap(({ procedure, at }, index) => {
    const parts = apportion(
      totals[index]!,
      at.map((agency) => sizeOf(scenario, agency, procedure, seed)),
      new Seeded(`${seed}|rounding|${procedure.code}`).share(),
    );
    return at.map((agency, place) => ({ agency, procedure, count: parts[place]! }));
  });
  const opens = apportion(
    open,
    cells.map(({ agency, procedure, count }) => count * procedure.open * characters.get(agency.id)!.open),
    0.5,
    cells.map(({ count }) => Math.ceil(count * mostOpen)),
  );
  let first = 0;
  return cells.flatMap(({ agency, procedure, count }, index) => {
    if (count === 0) return [];
    const extras = new Seeded(`${seed}|extras|${agency.id}|${procedure.code}`);
    const some = (chance: number) => Math.floor(count * chance + extras.share());
    const cell = {
      agencyId: agency.id,
      code: procedure.code,
      character: characters.get(agency.id)!,
      first,
      received: count,
      open: opens[index]!,
      refused: some(scenario.habits.refusedAtIntake),
      withdrawn: some(scenario.habits.withdrawnAtIntake),
      pending: procedure.online > 0 ? some(scenario.habits.pendingAtIntake) : 0,
    };
    first += sizeOfCell(cell);
    return [cell];
  });
}

/** All dossiers of a cell, those included that are never accepted. */
export const sizeOfCell = ({ received, refused, withdrawn, pending }: Omit<Cell, 'first'>): number =>
  received + refused + withdrawn + pending;

function receives(agency: PlannedAgency, { tier, receivers }: Catalogue[number]): boolean {
  return receivers ? receivers.includes(agency.id) : agency.tier === tier;
}

/** Towns have more to do than villages, and no two are alike. */
function sizeOf(scenario: Scenario, agency: PlannedAgency, { code }: ScenarioProcedure, seed: string): number {
  const { unevenness } = scenario.tiers[agency.tier];
  const own = new Seeded(`${seed}|size|${agency.id}`).between(-1, 1);
  const here = new Seeded(`${seed}|size|${agency.id}|${code}`).between(-0.3, 0.3);
  return (agency.urban ? 1.5 : 1) * Math.exp(unevenness * (own + here));
}

function characterOf({ characters }: Scenario, agencyId: string, seed: string): Character {
  const weight = characters.reduce((sum, each) => sum + each.weight, 0);
  const place = new Seeded(`${seed}|character|${agencyId}`).share() * weight;
  let reached = 0;
  for (const character of characters) {
    reached += character.weight;
    if (place < reached) return character;
  }
  throw new RangeError('a scenario has at least one character');
}
