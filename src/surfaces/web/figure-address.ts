import type { App } from '#app.ts';
import { formatDate, parseDate } from '#surfaces/ui/index.ts';
import { type FigureAddress, readFigureAddress } from './figure-question.ts';

/** What each part of a question is called in the address of a page. */
const names = {
  unit: 'don-vi',
  from: 'tu',
  to: 'den',
  asOf: 'tinh-den',
  by: 'theo',
  procedure: 'thu-tuc',
  field: 'linh-vuc',
} as const;

/** The question of a page: days as people here write them. */
export function readFigurePage(app: App, query: (name: string) => string | undefined) {
  return readFigureAddress(app, (name) => {
    const typed = query(names[name as keyof typeof names])?.trim();
    return typed ? (parseDate(typed)?.toString() ?? typed) : undefined;
  });
}

/** The same question as an address, days as people here write them. */
export function writeFigurePage(path: string, asked: Partial<FigureAddress>): string {
  const query = new URLSearchParams();
  for (const [name, value] of [
    ['unit', asked.unitId],
    ['from', asked.from && formatDate(asked.from)],
    ['to', asked.to && formatDate(asked.to)],
    ['asOf', asked.asOf?.toString()],
    ['by', asked.by],
    ['procedure', asked.procedure],
    ['field', asked.field],
  ] as const)
    if (value) query.set(names[name], value);
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The same question to the API, which gives it as a file. */
export function writeFigureFile(id: string, asked: FigureAddress, format: 'csv' | 'xlsx', language: string): string {
  const query = new URLSearchParams({ from: asked.from.toString(), to: asked.to.toString(), format, lang: language });
  if (asked.unitId) query.set('unit', asked.unitId);
  if (asked.asOf) query.set('asOf', asked.asOf.toString());
  if (asked.by) query.set('by', asked.by);
  if (asked.procedure) query.set('procedure', asked.procedure);
  if (asked.field) query.set('field', asked.field);
  return `/api/figures/${encodeURIComponent(id)}?${query}`;
}
