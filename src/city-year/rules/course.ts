import type { FilingChannel } from '#modules/procedures/rules/procedure-definition.ts';
import { dayAt } from './day-weights.ts';
import type { Cell } from './plan-city.ts';
import type { Habits, ScenarioProcedure } from './scenario.ts';
import type { Seeded } from './seeded.ts';
import type { WorkingAxis } from './working-axis.ts';

/** What will become of a dossier, decided before any rule is asked: whatever its numbers in the books hang on. */
export interface Course {
  readonly fate: 'received' | 'refused' | 'withdrawn' | 'pending';
  readonly channel: FilingChannel;
  /** Seconds since 1970. */
  readonly openedAt: number;
  /** Acceptance, or what happens instead: a place on the axis. */
  readonly place: number;
  /** Places at which a supplement is asked and answered before acceptance. */
  readonly intakeSupplement: readonly [asked: number, answered: number] | null;
  /** Place at which the desk asks for what the office misses. */
  readonly officeSupplement: number | null;
  readonly apology: number | null;
}

/** What all dossiers of one procedure at one agency share. */
export interface CourseGround {
  readonly axis: WorkingAxis;
  readonly cell: Cell;
  readonly procedure: ScenarioProcedure;
  readonly habits: Habits;
  readonly channels: readonly FilingChannel[];
  readonly days: { readonly sums: Float64Array; readonly total: number };
  /** Working days somebody has to answer a supplement: they must lie in a published calendar. */
  readonly answerDays: number;
  /** It has parts of other agencies: whoever waits for them asks for no supplement. */
  readonly hasLegs: boolean;
  /** The last place that counts. */
  readonly endPlace: number;
  /** Places between which nobody apologises: the new day would fall into the feast. */
  readonly feast: readonly [number, number] | null;
}

/** Seconds before closing after which a desk accepts nothing more. */
const lastCall = 1800;

export function courseOf(ground: CourseGround, index: number, isOpen: boolean, chance: Seeded): Course {
  const { axis, cell, procedure, habits, days, channels } = ground;
  const { fate, nth, of } = fateOf(cell, index);
  if (fate === 'pending') return pendingCourse(ground, chance);
  // the year is laid out in as many equal pieces as there are dossiers: one comes in each
  const ordinal = dayAt(days.sums, ((nth + chance.share()) / of) * days.total);
  const busy = chance.share() ** 1.2;
  const place = Math.floor(axis.openingOf(ordinal) + 120 + busy * (axis.dayLength - lastCall - 120));
  const way = chance.share();
  const wanted = way < procedure.online ? 'online' : way < procedure.online + procedure.post ? 'post' : 'desk';
  // who takes a matter back had sent it
  const sent = fate === 'withdrawn' && wanted === 'desk' ? 'online' : wanted;
  const channel = channels.includes(sent) ? sent : 'desk';
  const day = axis.dayLength;
  const waited = channel === 'desk' ? 0 : Math.floor(chance.between(0.04, 0.9) * day);
  const isAnswerable = place + (ground.answerDays + 4) * day < axis.days.length * day;
  const isAsked =
    isAnswerable && channel !== 'desk' && fate === 'received' && chance.happens(habits.supplementAtIntake);
  const asked = place - waited - Math.floor(chance.between(1, 5) * day);
  const intakeSupplement = isAsked && asked > day ? ([asked, place - waited] as const) : null;
  const hours = 3600 * chance.between(0.2, 6.5);
  const before = intakeSupplement ? intakeSupplement[0] - Math.floor(hours) : place - waited;
  const openedAt =
    axis.epochAt(before) - (channel === 'online' && chance.happens(0.3) ? eveningBefore(axis, before) : 0);
  const room = isOpen ? day * 3 : day * 14;
  const isSupplemented =
    fate === 'received' &&
    isAnswerable &&
    !intakeSupplement &&
    !ground.hasLegs &&
    chance.happens(procedure.supplement ?? 0) &&
    place + room < ground.endPlace;
  const isApologised =
    fate === 'received' &&
    !isSupplemented &&
    procedure.apologises === true &&
    chance.happens(habits.apology) &&
    !(ground.feast && place > ground.feast[0] && place < ground.feast[1]);
  return {
    fate,
    channel,
    openedAt,
    place,
    intakeSupplement,
    officeSupplement: isSupplemented ? place + Math.floor(chance.between(0.6, 1.9) * day) : null,
    apology: isApologised ? place + Math.floor(chance.between(1, 1.8) * day) : null,
  };
}

/** People file online in the evening too; it counts from the next opening. */
function eveningBefore(axis: WorkingAxis, place: number): number {
  const sinceOpening = place % axis.dayLength;
  return sinceOpening < 3600 ? sinceOpening + 11 * 3600 : 0;
}

/** Which of its kind it is: first those received, then those that are never accepted. */
export function fateOf(
  { received, refused, withdrawn, pending }: Cell,
  index: number,
): { readonly fate: Course['fate']; readonly nth: number; readonly of: number } {
  let first = 0;
  const counts = [
    ['received', received],
    ['refused', refused],
    ['withdrawn', withdrawn],
    ['pending', pending],
  ] as const;
  for (const [fate, of] of counts) {
    if (index < first + of) return { fate, nth: index - first, of };
    first += of;
  }
  throw new RangeError('a dossier of a cell has a fate');
}

/** Filed online on the last working day; the desk looks at it on the next. */
function pendingCourse({ axis, endPlace }: CourseGround, chance: Seeded): Course {
  const place = Math.floor(endPlace - chance.between(0.02, 0.8) * axis.dayLength);
  const nothing = { intakeSupplement: null, officeSupplement: null, apology: null };
  return { fate: 'pending', channel: 'online', openedAt: axis.epochAt(place), place, ...nothing };
}
