import type { Unit } from './unit.ts';

/**
 * The identifier of an agency in the order that is printed on `day`; null for a desk or division, which have none.
 * @param leftToRightSince first day of the newer order
 * @see QĐ 20/2020/QĐ-TTg: 24 months of change-over, to 15/9/2022
 */
export function agencyCodeOn(
  unit: Pick<Unit, 'agencyCode' | 'agencyCodeOld'>,
  day: Temporal.PlainDate,
  leftToRightSince: Temporal.PlainDate,
): string | null {
  return Temporal.PlainDate.compare(day, leftToRightSince) < 0 ? unit.agencyCodeOld : unit.agencyCode;
}
