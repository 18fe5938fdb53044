import { type DueExplanation, explainDue } from '#case-engine/rules/clock.ts';
import { readLimit } from '#kernel/limit.ts';
import type { Language } from '#kernel/text.ts';
import { toLocal } from '#kernel/zone.ts';
import type { DossierPage } from '#modules/dossiers/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { type Answers, type LimitCase, limitThatApplies } from '#modules/procedures/index.ts';
import { type ExplainedDay, textIn } from '#surfaces/ui/index.ts';

/** What accepting at a moment would promise; undefined when the calendar does not reach so far. */
export function promiseOf(
  limitCase: LimitCase,
  receiverId: string,
  ground: CityGround,
  at: Temporal.Instant,
): DueExplanation | undefined {
  const limit = readLimit(limitCase.announced);
  if (!limit.ok) return undefined;
  const receivedAt = toLocal(at).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const { calendar } = ground;
  const explained = explainDue({ receivedAt, limit: limit.value, calendar, hours: ground.hoursOf(receiverId) });
  return explained.ok ? explained.value : undefined;
}

/** The limit that applies to the answers of a dossier. */
export function limitOfDossier(page: DossierPage): LimitCase {
  const answers = Object.fromEntries(page.dossier.answers.map(({ id, answer }) => [id, answer])) as Answers;
  return limitThatApplies(page.procedure.definition, answers);
}

/** The days of an explanation in the language of the page. */
export function daysIn(language: Language, explanation: DueExplanation): readonly ExplainedDay[] {
  return explanation.days.map((day) => ({ ...day, reason: textIn(language, day.reason) }));
}
