import { type WorkingCalendar, workingCalendar } from '#kernel/working-calendar.ts';
import { defaultWorkingHours, type WorkingHours, workingHours } from '#kernel/working-hours.ts';
import type { Database } from '#platform/database/connection.ts';
import { getAgencyCodeOrder, selectCalendar, selectWorkingHours } from './calendar-store.ts';
import { getUnitTree } from './organisation-queries.ts';
import { agencyOf, type UnitTree } from './rules/unit-tree.ts';

/** What every command stands on: the calendar, the hours and the units, as they are decided now. */
export interface CityGround {
  readonly calendar: WorkingCalendar;
  readonly tree: UnitTree;
  /** First day on which agency codes are printed left to right. */
  readonly leftToRightSince: Temporal.PlainDate;
  /** A unit's own hours, else its agency's, else those of every unit. */
  hoursOf(unitId: string): WorkingHours;
}

/** Reads all of it, some 50 ms; it changes by decision, so a surface may keep it for a while. */
export async function getCityGround(db: Database): Promise<CityGround> {
  const [calendar, periods, tree, leftToRightSince] = await Promise.all([
    selectCalendar(db),
    selectWorkingHours(db),
    getUnitTree(db),
    getAgencyCodeOrder(db),
  ]);
  const hours = new Map([...periods].map(([unitId, its]) => [unitId, workingHours(its)]));
  const common = hours.get(null) ?? defaultWorkingHours;
  return {
    calendar: workingCalendar(calendar.decisions, calendar.publishedYears),
    tree,
    leftToRightSince,
    hoursOf: (unitId) => {
      const unit = tree.get(unitId);
      return hours.get(unitId) ?? hours.get((unit && agencyOf(unit, tree)?.id) ?? null) ?? common;
    },
  };
}
