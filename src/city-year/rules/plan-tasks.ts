import { dayNumber } from '#kernel/day-number.ts';
import { idOfWords } from '#kernel/hash.ts';
import type { TaskGiver, TaskSource } from '#modules/tasks/rules/task-facts.ts';
import { dayAt, dayWeights } from './day-weights.ts';
import type { KindWorld } from './kind-world.ts';
import type { ScenarioTasks } from './scenario.ts';
import { Seeded } from './seeded.ts';
import { documentsOf } from './task-sayings.ts';

/** What will happen to a task; places are seconds of working time, days are working days from the first. */
export interface PlannedTask {
  readonly id: string;
  readonly giver: Exclude<TaskGiver, 'lead-unit'>;
  readonly source: TaskSource;
  readonly paragraph: number;
  readonly leadUnitId: string;
  readonly coUnitId: string | null;
  readonly given: number;
  /** The deadline first given. */
  readonly dueDay: number;
  /** It is asked for, and granted, before the first is over. */
  readonly extendedTo: number | null;
  readonly handedIn: number | null;
  /** It was handed in before, and sent back. */
  readonly sentBack: boolean;
  readonly completed: number | null;
}

type Fate = 'done' | 'overdue' | 'in-time';

/** Every task of a scenario: as many done, in progress and overdue as it says on its own day, scaled one by one. */
export function planTasks(world: KindWorld, { asOf, groups }: ScenarioTasks): readonly PlannedTask[] {
  const { axis, scenario, seed, scale } = world;
  const days = dayWeights(scenario, axis, '', scenario.from);
  const leads = world.agencyIds.filter((id) =>
    ['department', 'urban-district', 'rural-district', 'district-town'].includes(world.tree.get(id)?.kind ?? ''),
  );
  // the place of the last working day that is not after the day
  const lastDay = axis.ordinalFrom(dayNumber(Temporal.PlainDate.from(asOf)) + 1) - 1;
  return groups.flatMap((group, place) => {
    const done = Math.round(group.done * scale);
    const open = Math.round(group.inProgress * scale);
    const overdue = Math.min(open, Math.round(group.overdue * scale));
    const total = done + open;
    const documents = Math.max(1, Math.ceil(total / group.perDocument));
    const dayOf = (document: number) =>
      Math.min(lastDay, dayAt(days.sums, (days.total * (document + 0.5)) / documents));
    const given = (document: number) => {
      const hour = new Seeded(`${seed}|task-document|${place}|${document}`).between(0.1, 0.85);
      return axis.openingOf(dayOf(document)) + Math.floor(hour * axis.dayLength);
    };
    return Array.from({ length: total }, (_, nth) => {
      const id = `task ${place} ${nth}`;
      const chance = new Seeded(`${seed}|${id}`);
      const fate: Fate = nth < done ? 'done' : nth < done + overdue ? 'overdue' : 'in-time';
      const document = documentFor(fate, documents, dayOf, lastDay, chance);
      const giver = group.givers[document % group.givers.length]!;
      const lead = chance.pick(leads);
      const co = chance.happens(0.12) ? chance.pick(leads) : lead;
      return {
        id,
        giver,
        source: sourceOf(world, giver, place, document, dayOf(document)),
        paragraph: 1 + (nth % group.perDocument),
        leadUnitId: lead,
        coUnitId: co === lead ? null : co,
        given: given(document),
        ...courseOf(world, fate, given(document), lastDay, group.late, chance),
      };
    });
  });
}

/** Which document: what is done was given early enough to be done, what is in progress is of the later ones. */
function documentFor(
  fate: Fate,
  documents: number,
  dayOf: (document: number) => number,
  lastDay: number,
  chance: Seeded,
): number {
  const [from, to, latest] = (
    { done: [0, 0.94, lastDay - 7], overdue: [0.2, 0.9, lastDay - 7], 'in-time': [0.6, 1, lastDay] } as const
  )[fate];
  let document = Math.min(documents - 1, Math.floor(documents * chance.between(from, to)));
  while (document > 0 && dayOf(document) > latest) document -= 1;
  return document;
}

function sourceOf(
  { seed, axis }: KindWorld,
  giver: PlannedTask['giver'],
  group: number,
  document: number,
  day: number,
) {
  const { mark, issuer, title, signatory } = documentsOf[giver];
  return {
    id: idOfWords(`task-document ${seed} ${group} ${document}`),
    number: `${11 + document}/${mark}`,
    issuedOn: axis.dateOf(Math.max(0, day - 1)).toString(),
    issuer,
    title: `${title} số ${11 + document} (dữ liệu mô phỏng)`,
    signatory,
  };
}

/** When it is due, handed in, seen: so that on the day of the scenario it is what its fate says. */
function courseOf(
  { axis, scenario }: KindWorld,
  fate: Fate,
  given: number,
  lastDay: number,
  late: number,
  chance: Seeded,
): Pick<PlannedTask, 'dueDay' | 'extendedTo' | 'handedIn' | 'sentBack' | 'completed'> {
  const { dayLength, days } = axis;
  const givenDay = Math.floor(given / dayLength);
  const within = (day: number) => Math.min(day, days.length - 1);
  if (fate === 'overdue') {
    const dueDay = Math.min(lastDay - 1, givenDay + 3 + chance.whole(Math.max(1, lastDay - givenDay - 4)));
    return { dueDay, extendedTo: null, handedIn: null, sentBack: false, completed: null };
  }
  if (fate === 'in-time') {
    const end = axis.ordinalFrom(dayNumber(Temporal.PlainDate.from(scenario.to)) + 1);
    const dueDay = within(Math.max(end, givenDay) + 1 + chance.whole(40));
    // some products wait to be seen
    const room = (lastDay + 1) * dayLength - given - 2 * dayLength;
    const handedIn = room > 0 && chance.happens(0.06) ? given + dayLength + Math.floor(chance.share() * room) : null;
    return { dueDay, extendedTo: null, handedIn, sentBack: false, completed: null };
  }
  const last = (lastDay + 1) * dayLength - 60;
  const completed = Math.min(
    last,
    Math.floor(given + chance.between(2.6, Math.min(55, 4 + (last - given) / dayLength)) * dayLength),
  );
  const handedIn = Math.floor(Math.max(given + 1.2 * dayLength, completed - chance.between(0.2, 2.2) * dayLength));
  const handedDay = Math.floor(handedIn / dayLength);
  const took = handedDay - givenDay;
  if (took >= 2 && chance.happens(late)) {
    const dueDay = Math.max(givenDay + 1, handedDay - 1 - chance.whole(8));
    return { dueDay, extendedTo: null, handedIn, sentBack: false, completed };
  }
  const dueDay = within(handedDay + chance.whole(12));
  const sentBack = took >= 5 && chance.happens(0.04);
  if (took >= 8 && chance.happens(0.08))
    return { dueDay: handedDay - 2, extendedTo: Math.max(dueDay, handedDay), handedIn, sentBack: false, completed };
  return { dueDay, extendedTo: null, handedIn, sentBack, completed };
}
