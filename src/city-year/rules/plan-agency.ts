import type { ProcedureDefinition } from '#modules/procedures/rules/procedure-definition.ts';
import { type Course, type CourseGround, courseOf, fateOf } from './course.ts';
import { type Cell, sizeOfCell } from './plan-city.ts';
import type { Scenario } from './scenario.ts';
import { Seeded } from './seeded.ts';
import type { WorkingAxis } from './working-axis.ts';

/** The numbers a dossier gets in the books of its agency. */
export interface BookNumbers {
  /** Of the day, in the dossier code; 0 when it is never accepted. */
  readonly code: number;
  readonly slips: { readonly '01'?: number; readonly '02'?: number; readonly '03'?: number; readonly '04'?: number };
}

type Form = '01' | '02' | '03' | '04';

/** All dossiers of an agency in the order in which its desk deals with them, kept small: what they are is asked again. */
export interface AgencyPlan {
  readonly agencyId: string;
  readonly grounds: readonly CourseGround[];
  readonly length: number;
  /** From where to where the dossiers of a window of working days stand. */
  slice(firstDay: number, lastDay: number): readonly [from: number, to: number];
  at(nth: number): PlannedDossier;
}

export interface PlannedDossier {
  readonly ground: CourseGround;
  /** Its number in the whole city. */
  readonly number: number;
  readonly isOpen: boolean;
  readonly course: Course;
  readonly numbers: BookNumbers;
  /** Goes on where the course left off. */
  readonly chance: Seeded;
}

export interface PlanWorld {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly axis: WorkingAxis;
  readonly endPlace: number;
  readonly feast: readonly [number, number] | null;
  definition(code: string): ProcedureDefinition;
  /** When people come for a procedure. */
  daysOf(code: string, inForceFrom: string): CourseGround['days'];
}

/** Decides every course of an agency, and from all of them together the numbers in its books. */
export function planAgency(world: PlanWorld, agencyId: string, cells: readonly Cell[]): AgencyPlan {
  const grounds = cells.map((cell) => groundOf(world, cell));
  const opens = cells.map((cell) => openOnes(world.seed, cell));
  const sizes = cells.map(sizeOfCell);
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const places = new Float64Array(length);
  const cellOf = new Uint16Array(length);
  const indexOf = new Uint32Array(length);
  const booked: Record<Exclude<Form, '01'>, [at: number, nth: number][]> = { '02': [], '03': [], '04': [] };
  let nth = 0;
  for (const [cellIndex, ground] of grounds.entries()) {
    for (let index = 0; index < sizes[cellIndex]!; index++, nth++) {
      const course = courseFor(world.seed, ground, index, opens[cellIndex]![index] === 1).course;
      places[nth] = course.place;
      cellOf[nth] = cellIndex;
      indexOf[nth] = index;
      if (course.intakeSupplement) booked['02'].push([course.intakeSupplement[0], nth]);
      if (course.officeSupplement !== null) booked['02'].push([course.officeSupplement + 1500, nth]);
      if (course.fate === 'refused') booked['03'].push([course.place, nth]);
      if (course.apology !== null) booked['04'].push([course.apology, nth]);
    }
  }
  const order = Uint32Array.from({ length }, (_, each) => each).sort(
    (one, other) => places[one]! - places[other]! || one - other,
  );
  const yearAt = (place: number) => world.axis.dateOf(dayOf(world.axis, place)).year;
  const codes = new Uint16Array(length);
  const receipts = new Uint32Array(length);
  const ofYear = new Map<number, number>();
  let day = -1;
  let ofDay = 0;
  for (const dossier of order) {
    if (fateOf(cells[cellOf[dossier]!]!, indexOf[dossier]!).fate !== 'received') continue;
    const today = dayOf(world.axis, places[dossier]!);
    if (today !== day) ofDay = 0;
    day = today;
    const year = yearAt(places[dossier]!);
    codes[dossier] = ++ofDay;
    receipts[dossier] = (ofYear.get(year) ?? 0) + 1;
    ofYear.set(year, receipts[dossier]!);
  }
  const books = {
    '02': numbered(booked['02'], yearAt),
    '03': numbered(booked['03'], yearAt),
    '04': numbered(booked['04'], yearAt),
  };
  const ordinals = order.map((dossier) => dayOf(world.axis, places[dossier]!));
  return {
    agencyId,
    grounds,
    length,
    slice: (firstDay, lastDay) => [lowerBound(ordinals, firstDay), lowerBound(ordinals, lastDay + 1)],
    at: (position) => {
      const dossier = order[position]!;
      const cellIndex = cellOf[dossier]!;
      const index = indexOf[dossier]!;
      const ground = grounds[cellIndex]!;
      const isOpen = opens[cellIndex]![index] === 1;
      const slips: { [Book in Form]?: number } = {};
      if (receipts[dossier]! > 0) slips['01'] = receipts[dossier]!;
      for (const form of ['02', '03', '04'] as const) {
        const number = books[form].get(dossier);
        if (number !== undefined) slips[form] = number;
      }
      return {
        ground,
        number: cells[cellIndex]!.first + index,
        isOpen,
        ...courseFor(world.seed, ground, index, isOpen),
        numbers: { code: codes[dossier]!, slips },
      };
    },
  };
}

function groundOf({ scenario, axis, endPlace, feast, definition, daysOf }: PlanWorld, cell: Cell): CourseGround {
  const procedure = scenario.procedures.find(({ code }) => code === cell.code)!;
  const { channels, route, inForce, clock } = definition(cell.code);
  return {
    axis,
    cell,
    procedure,
    habits: scenario.habits,
    channels,
    days: daysOf(cell.code, inForce.from),
    answerDays: clock.supplementAnswerDays,
    hasLegs: route.some(({ legs }) => legs),
    endPlace,
    feast,
  };
}

function courseFor(seed: string, ground: CourseGround, index: number, isOpen: boolean) {
  const chance = new Seeded(`${seed}|dossier|${ground.cell.first + index}`);
  return { course: courseOf(ground, index, isOpen, chance), chance };
}

/** Which are open at the end: the last ones, with some that have lain longer. */
function openOnes(seed: string, { agencyId, code, received, open }: Cell): Uint8Array {
  const chance = new Seeded(`${seed}|open|${agencyId}|${code}`);
  const reach = Math.max(3, open * 0.8);
  const keys = Float64Array.from({ length: received }, (_, index) => index + chance.share() * reach);
  const latest = Uint32Array.from({ length: received }, (_, index) => index)
    .sort((one, other) => keys[other]! - keys[one]! || one - other)
    .subarray(0, open);
  const flags = new Uint8Array(received);
  for (const index of latest) flags[index] = 1;
  return flags;
}

const dayOf = (axis: WorkingAxis, place: number): number => Math.floor(place / axis.dayLength);

function numbered(events: [at: number, nth: number][], yearAt: (place: number) => number) {
  const last = new Map<number, number>();
  return new Map(
    events
      .sort(([one, first], [other, second]) => one - other || first - second)
      .map(([at, nth]) => {
        const year = yearAt(at);
        const number = (last.get(year) ?? 0) + 1;
        last.set(year, number);
        return [nth, number];
      }),
  );
}

/** The first position whose value is not below `wanted`. */
function lowerBound(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
