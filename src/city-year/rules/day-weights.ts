import { dayNumber, weekdayOf } from '#kernel/day-number.ts';
import type { Scenario } from './scenario.ts';
import type { WorkingAxis } from './working-axis.ts';

/** On which working days people come, for one procedure: the sum of the weights up to each day of the axis. */
export function dayWeights(
  scenario: Scenario,
  axis: WorkingAxis,
  code: string,
  inForceFrom: string,
): { readonly sums: Float64Array; readonly total: number } {
  const [first, last, begins] = [scenario.from, scenario.to, inForceFrom].map(numberOf) as [number, number, number];
  const seasons = scenario.seasons
    .filter(({ procedures }) => procedures?.includes(code) ?? true)
    .map(({ from, to, factor }) => ({ from: numberOf(from), to: numberOf(to), factor }));
  const closures = scenario.closures.map(({ from, to, factor }) => ({
    from: numberOf(from),
    to: numberOf(to),
    factor,
  }));
  const sums = new Float64Array(axis.days.length);
  let total = 0;
  for (const [ordinal, day] of axis.days.entries()) {
    if (day >= Math.max(first, begins) && day <= last) {
      let weight = (scenario.months[axis.monthOf(ordinal) - 1] ?? 1) * (scenario.weekdays[weekdayOf(day) - 1] ?? 1);
      for (const { from, to, factor } of [...seasons, ...closures]) if (day >= from && day <= to) weight *= factor;
      total += weight;
    }
    sums[ordinal] = total;
  }
  if (total === 0) throw new RangeError(`${code} is in force on no working day of the scenario`);
  return { sums, total };
}

const numberOf = (date: string): number => dayNumber(Temporal.PlainDate.from(date));

/** The place of the first sum that is above `wanted`. */
export function dayAt(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
