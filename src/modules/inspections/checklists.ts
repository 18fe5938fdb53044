import { readFileSync } from 'node:fs';
import type { Checklist } from './rules/inspection-facts.ts';

const file = new URL('../../../reference/inspections/checklists.json', import.meta.url);
let read: readonly Checklist[] | undefined;

/** What inspections look at, by subject: the city's own list. A case keeps the list it was opened with. */
export function checklists(): readonly Checklist[] {
  read ??= (JSON.parse(readFileSync(file, 'utf8')) as { checklists: readonly Checklist[] }).checklists;
  return read;
}
