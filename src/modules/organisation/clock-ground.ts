import type { ClockGround } from '#case-engine/rules/case-clock.ts';
import type { CityGround } from './city-ground.ts';

/** The clock's ground for a unit: the city's calendar and the hours of that unit. */
export function clockGround(ground: CityGround, unitId: string): ClockGround {
  return { calendar: ground.calendar, hours: ground.hoursOf(unitId) };
}
