import { readdirSync, readFileSync } from 'node:fs';
import { type CalendarDecision, type WorkingCalendar, workingCalendar } from '#kernel/working-calendar.ts';

/** A published year as `reference/calendar/YEAR.json` holds it. A year without a file is not published. */
export interface ReferenceYear {
  readonly year: number;
  /** The papers that announce the year's days off. */
  readonly source: string;
  readonly decisions: readonly CalendarDecision[];
}

interface WrittenYear {
  readonly year: number;
  readonly source: string;
  readonly days: readonly (Omit<CalendarDecision, 'date'> & { readonly date: string })[];
}

const FOLDER = new URL('../../reference/calendar/', import.meta.url);

/** Every published year in the reference data, in order. */
export function readReferenceYears(folder: URL = FOLDER): readonly ReferenceYear[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => {
      const { year, source, days } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as WrittenYear;
      if (`${year}.json` !== name) throw new Error(`reference/calendar/${name} speaks of the year ${year}`);
      return { year, source, decisions: days.map((day) => ({ ...day, date: Temporal.PlainDate.from(day.date) })) };
    });
}

/** The working calendar of the reference data. The running system loads the same decisions from its own table. */
export function readReferenceCalendar(folder: URL = FOLDER): WorkingCalendar {
  const years = readReferenceYears(folder);
  return workingCalendar(
    years.flatMap(({ decisions }) => decisions),
    years.map(({ year }) => year),
  );
}
