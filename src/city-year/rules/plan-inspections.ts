import { dayNumber } from '#kernel/day-number.ts';
import { dayAt, dayWeights } from './day-weights.ts';
import type { KindWorld } from './kind-world.ts';
import type { ScenarioInspections } from './scenario.ts';
import { Seeded } from './seeded.ts';

/** What will happen to an inspection; days are working days from the first. */
export interface PlannedInspectionCourse {
  readonly id: string;
  readonly unitId: string;
  readonly subject: string;
  readonly unannounced: boolean;
  readonly plannedDay: number;
  readonly decidedDay: number;
  readonly visitDay: number;
  readonly concludedDay: number;
  readonly dueDay: number;
  readonly remedies: readonly PlannedRemedy[];
}

/** What is to be mended after a conclusion. */
export interface PlannedRemedy {
  readonly id: string;
  readonly dueDay: number;
  readonly handedInDay: number;
  readonly completedDay: number;
}

/** Every inspection of a scenario: as many are concluded by the last day as it says, others are on their way then. */
export function planInspections(world: KindWorld, spec: ScenarioInspections): readonly PlannedInspectionCourse[] {
  const { axis, scenario, seed, scale, tree } = world;
  const days = dayWeights(scenario, axis, '', scenario.from);
  const after = axis.ordinalFrom(dayNumber(Temporal.PlainDate.from(scenario.to)) + 1);
  const units = world.agencyIds.filter((id) => tree.get(id)?.kind !== 'city');
  const concluded = Math.round(spec.concluded * scale);
  const all = concluded + Math.round(spec.underWay * scale);
  return Array.from({ length: all }, (_, nth) => {
    const id = `inspection ${nth}`;
    const chance = new Seeded(`${seed}|${id}`);
    const visited =
      nth < concluded
        ? Math.min(after - 8, Math.max(4, dayAt(days.sums, (days.total * (nth + 0.5)) / concluded)))
        : after - 3 + chance.whole(25);
    const plannedDay = Math.max(0, Math.min(after - 4, visited - 12 - chance.whole(35)));
    const concludedDay = visited + 2 + chance.whole(5) + (nth < concluded ? 0 : 3);
    const isLate = nth < concluded && chance.happens(0.07);
    const dueDay = isLate ? concludedDay - 1 : concludedDay + chance.whole(8);
    const isFound = chance.happens(spec.findings);
    return {
      id,
      unitId: chance.pick(units),
      subject: chance.pick(world.checklists).subject,
      unannounced: chance.happens(0.35),
      plannedDay,
      decidedDay: Math.max(plannedDay, visited - 2),
      visitDay: visited,
      concludedDay,
      dueDay: Math.min(dueDay, axis.days.length - 1),
      remedies: isFound ? Array.from({ length: 1 + chance.whole(3) }, (_, one) => remedyOf(`${id} remedy ${one}`)) : [],
    };

    function remedyOf(remedyId: string): PlannedRemedy {
      const due = Math.min(concludedDay + 8 + chance.whole(25), axis.days.length - 4);
      const handedInDay = chance.happens(0.12)
        ? due + 1 + chance.whole(10)
        : Math.max(concludedDay + 3, due - chance.whole(6));
      return { id: remedyId, dueDay: due, handedInDay, completedDay: handedInDay + 1 + chance.whole(3) };
    }
  });
}
