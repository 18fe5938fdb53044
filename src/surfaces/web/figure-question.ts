import type { App, FiguresAsked } from '#app.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { readDay, readMoment } from '#kernel/written-moment.ts';
import { toInstant } from '#kernel/zone.ts';
import { type FigureDimension, figureDimensions } from '#modules/figures/index.ts';

/** What an address says of the figures it asks for; its names are those of the API. */
export type FigureAddress = Omit<FiguresAsked, 'ids'>;

/**
 * Reads unit, period, moment and breakdown. Without a period it is this year to today; a day for a moment means its end, or
 * now when that has not come.
 */
export function readFigureAddress(
  app: Pick<App, 'today' | 'now'>,
  given: (name: string) => string | undefined,
): Result<FigureAddress, 'figure-question-wrong'> {
  const wrong = (field: string) => refused('figure-question-wrong', { field, text: shortened(given(field)) }, field);
  const today = app.today();
  const from = given('from') ? readDay(given('from') ?? '') : accepted(today.with({ month: 1, day: 1 }));
  if (!from.ok) return wrong('from');
  const to = given('to') ? readDay(given('to') ?? '') : accepted(today);
  if (!to.ok) return wrong('to');
  const asOf = readAsOf(app.now(), given('asOf'));
  if (asOf === null) return wrong('asOf');
  const by = given('by') || undefined;
  if (by && !figureDimensions.includes(by as FigureDimension)) return wrong('by');
  const [unitId, procedure, field] = ['unit', 'procedure', 'field'].map(
    (name) => given(name)?.slice(0, 60) || undefined,
  );
  return accepted({
    from: from.value,
    to: to.value,
    ...(asOf ? { asOf } : {}),
    ...(by ? { by: by as FigureDimension } : {}),
    ...(unitId ? { unitId } : {}),
    ...(procedure ? { procedure } : {}),
    ...(field ? { field } : {}),
  });
}

const shortened = (text = ''): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Null when it cannot be read. An instant with its offset, a local moment, or a day. */
function readAsOf(now: Temporal.Instant, text: string | undefined): Temporal.Instant | undefined | null {
  if (!text) return undefined;
  const day = readDay(text);
  if (day.ok) {
    const end = toInstant(day.value.add({ days: 1 }).toPlainDateTime()).subtract({ seconds: 1 });
    const begun = Temporal.Instant.compare(toInstant(day.value.toPlainDateTime()), now) <= 0;
    return begun && Temporal.Instant.compare(end, now) > 0 ? now : end;
  }
  const moment = readMoment(text);
  if (moment.ok) return toInstant(moment.value);
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
