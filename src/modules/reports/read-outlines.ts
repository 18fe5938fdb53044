import { readFileSync } from 'node:fs';
import type { ReportOutline } from './rules/report-outline.ts';

const files: Readonly<Record<string, URL>> = {
  par: new URL('../../../reference/reports/par-outline.json', import.meta.url),
  // the letter that goes with it
  'par-letter': new URL('../../../reference/reports/par-letter-outline.json', import.meta.url),
};

/** The regimes whose outline comes with the program. */
export const outlinedRegimes: readonly string[] = Object.keys(files);

/** The outline of a regime; undefined when none comes with the program. */
export function readOutline(regime: string): ReportOutline | undefined {
  const file = Object.hasOwn(files, regime) ? files[regime] : undefined;
  return file && (JSON.parse(readFileSync(file, 'utf8')) as ReportOutline);
}
