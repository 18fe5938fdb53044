/** The period a day lies in, as a recurring duty names it: `2021-11` or `2021-Q4`, with its first day. */
export function periodOf(
  every: 'month' | 'quarter',
  day: Temporal.PlainDate,
): { readonly name: string; readonly firstDay: Temporal.PlainDate } {
  const { year, month } = day;
  if (every === 'month') return { name: day.toPlainYearMonth().toString(), firstDay: day.with({ day: 1 }) };
  const quarter = Math.ceil(month / 3);
  return { name: `${year}-Q${quarter}`, firstDay: Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 }) };
}

/** The Monday of the week a day lies in. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });
