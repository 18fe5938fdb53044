import { readFileSync } from 'node:fs';
import type { ReportRegime } from './rules/report-regime.ts';

const file = new URL('../../../reference/reports/regimes.json', import.meta.url);

/** A step of the ladder by which units are reminded: so many working days after the due day, whom. */
interface ReportReminder {
  readonly workingDays: number;
  readonly to: 'holder' | 'gatherer';
}
let read: { readonly regimes: readonly ReportRegime[]; readonly reminders: readonly ReportReminder[] } | undefined;

function readReference() {
  read ??= JSON.parse(readFileSync(file, 'utf8')) as NonNullable<typeof read>;
  return read;
}

/** Every regime that comes with the program, in force or not. */
export const reportRegimes = (): readonly ReportRegime[] => readReference().regimes;
export const reportReminders = (): readonly ReportReminder[] => readReference().reminders;

export const findRegime = (id: string): ReportRegime | undefined => reportRegimes().find((regime) => regime.id === id);
