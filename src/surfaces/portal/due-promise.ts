import { type DueExplanation, explainDue } from '#case-engine/rules/clock.ts';
import { readLimit } from '#kernel/limit.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { LimitCase } from '#modules/procedures/index.ts';
import { type ExplainedDay, textIn } from '#surfaces/ui/index.ts';

/** When the result would come if a complete dossier were accepted at this moment; undefined when the calendar does not reach so far. */
export function promiseIfAcceptedNow(
  limitCase: LimitCase,
  unitId: string,
  ground: CityGround,
  now: Temporal.Instant,
): DueExplanation | undefined {
  const limit = readLimit(limitCase.announced);
  if (!limit.ok) return undefined;
  const explained = explainDue({
    receivedAt: toLocal(now),
    limit: limit.value,
    calendar: ground.calendar,
    hours: ground.hoursOf(unitId),
  });
  return explained.ok ? explained.value : undefined;
}

/** The days of an explanation in the language of the page. */
export function daysIn(language: Language, explanation: DueExplanation): readonly ExplainedDay[] {
  return explanation.days.map(({ date, counted, reason, source }) => ({
    date,
    counted,
    reason: textIn(language, reason),
    source,
  }));
}
