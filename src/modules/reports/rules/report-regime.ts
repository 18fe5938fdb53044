import type { Role } from '#case-engine/rules/authority.ts';
import type { Text } from '#kernel/text.ts';
import type { Unit } from '#modules/organisation/rules/unit.ts';

/** How often a regime reports. */
export const reportFrequencies = ['month', 'quarter', 'half-year', 'nine-months', 'year', 'on-request'] as const;
export type ReportFrequency = (typeof reportFrequencies)[number];

/** Who reports: each department, each district, each commune. */
export const reporterGroups = ['department', 'district', 'commune'] as const;
export type ReporterGroup = (typeof reporterGroups)[number];

/** A post that answers for something of a regime. */
export interface RegimePost {
  readonly unitId: string;
  readonly role: Role;
}

/** A number that nothing counts: a person types it, with evidence. */
export interface TypedFigure {
  readonly id: string;
  readonly name: Text;
  readonly measure: Text;
  /** Who types it; undefined: every unit that reports. */
  readonly of?: readonly ReporterGroup[];
}

/** What is reported, by whom, to whom, how often, with which cut-off, deadline, outline and forms (NĐ 09/2019/NĐ-CP, Điều 7). */
export interface ReportRegime {
  readonly id: string;
  readonly name: Text;
  /** First and last day it is in force, ISO; null while it is. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: string;
  readonly reporters: readonly ReporterGroup[];
  /** Whose report it becomes. */
  readonly to: string;
  /** Who gathers and writes it. */
  readonly editor: RegimePost;
  /** Who answers an objection to a counted figure. */
  readonly definitionOwner: RegimePost;
  readonly frequencies: readonly ReportFrequency[];
  /** The day of the month on which periods close, and the day of the year before on which a year begins. */
  readonly closesOnDay: number;
  readonly yearBeginsOn: string;
  /** Working days after the opening by which each sends, and the city is ready. */
  readonly dueWorkingDays: Readonly<Record<ReporterGroup | 'city', number>>;
  readonly outline: string | null;
  /** The outline of the letter that submits it; null: it goes without one. */
  readonly letter: string | null;
  /** Counted figures on the sheet of a unit. */
  readonly sheet: readonly string[];
  readonly typed: readonly TypedFigure[];
  /** Sections of the outline a unit writes for. */
  readonly sections: readonly string[];
  /** Forms of `reference/reports/forms.json` that go with it, in their order. */
  readonly forms: readonly string[];
}

/** What a unit types: numbers that nothing counts and that its group answers for. */
export function typedFor(regime: ReportRegime | undefined, unit: Pick<Unit, 'kind' | 'tier'> | undefined) {
  const group = unit && groupOf(unit);
  return (regime?.typed ?? []).filter(({ of }) => of === undefined || (group !== undefined && of.includes(group)));
}

/** The regimes in force on a day. */
export function regimesInForce(regimes: readonly ReportRegime[], day: Temporal.PlainDate): readonly ReportRegime[] {
  const written = day.toString();
  return regimes.filter(({ validFrom, validTo }) => validFrom <= written && (validTo === null || written <= validTo));
}

/** Months a period of each kind may end with, and how many months it is long; a year's periods all begin with the year. */
const endings: Readonly<Record<Exclude<ReportFrequency, 'on-request'>, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  'half-year': [6],
  'nine-months': [9],
  year: [12],
};

/**
 * The last period that has closed by a day. A month is from the 15th of the one before to its 14th, a quarter likewise; half a
 * year, nine months and a year begin on 15/12 of the year before (NĐ 09/2019/NĐ-CP, Điều 12). Proposed only: whoever opens
 * a period says its days.
 */
export function lastPeriod(
  { closesOnDay, yearBeginsOn }: Pick<ReportRegime, 'closesOnDay' | 'yearBeginsOn'>,
  frequency: ReportFrequency,
  today: Temporal.PlainDate,
): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } {
  if (frequency === 'on-request') return { from: today.with({ month: 1, day: 1 }), to: today };
  let end = Temporal.PlainDate.from({ year: today.year, month: today.month, day: closesOnDay });
  while (Temporal.PlainDate.compare(end, today) >= 0 || !endings[frequency].includes(end.month))
    end = end.subtract({ months: 1 });
  const months = frequency === 'month' ? 1 : 3;
  const from =
    frequency === 'month' || frequency === 'quarter'
      ? end.subtract({ months }).add({ days: 1 })
      : Temporal.PlainDate.from(`${end.year - 1}-${yearBeginsOn}`);
  return { from, to: end };
}

/** The group a unit reports in; undefined of one that does not. */
export function groupOf({ kind, tier }: Pick<Unit, 'kind' | 'tier'>): ReporterGroup | undefined {
  if (kind === 'department') return 'department';
  if (kind === 'desk' || kind === 'division' || kind === 'city') return undefined;
  return tier === 'commune' ? 'commune' : 'district';
}
