/**
 * Days as whole numbers, so that a due day is a sum and not a walk: the number of days since 1970-01-01 (which is 0),
 * in the Gregorian calendar.
 */

/** Days since 1970-01-01 of a year, month (1–12) and day, which must exist. */
export function dayNumberOf(year: number, month: number, day: number): number {
  // The year is taken to begin in March, so that the leap day is its last and needs no exception.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function dayNumber(date: Temporal.PlainDate | Temporal.PlainDateTime): number {
  return dayNumberOf(date.year, date.month, date.day);
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');

export function dateOfDayNumber(number: number): Temporal.PlainDate {
  return EPOCH.add({ days: number });
}

/** So many months after a date: the same day of that month, or its last day where there is no such day. */
export function dayNumberMonthsAfter(date: Temporal.PlainDate, months: number): number {
  const monthsFromZero = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(monthsFromZero / 12), (monthsFromZero % 12) + 1];
  const first = dayNumberOf(year, month, 1);
  const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
  return Math.min(first + date.day, next) - 1;
}

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}
