import type { CaseState } from '#case-engine/rules/case-state.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { draftFromOutline } from './draft-from-outline.ts';
import type { FigureAnswering } from './gather-figures.ts';
import { readOutline } from './read-outlines.ts';
import { findRegime } from './read-regimes.ts';
import type { ReportingRefusal, ReportRefusal } from './refusals.ts';
import { formsOnly } from './rules/form-annexes.ts';
import type { ReportDocument } from './rules/report-document.ts';
import { reportSpans } from './rules/report-spans.ts';
import { requestFacts } from './rules/reporting-facts.ts';

/** The forms of a regime filled in for one unit: what is counted of it and all below it, and what it typed. */
export async function draftUnitForms(
  { tree }: CityGround,
  ask: FigureAnswering,
  part: CaseState,
): Promise<Result<ReportDocument, ReportingRefusal | ReportRefusal>> {
  const { regime: id, unitId, period, entered = [] } = requestFacts(part);
  const [from, to] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  const regime = findRegime(id);
  const outline = regime?.outline ? readOutline(regime.outline, to) : undefined;
  if (!outline || regime?.forms.length === 0) return refused('report-has-no-forms');
  const drafted = await draftFromOutline(
    formsOnly(outline),
    reportSpans(from, to, Temporal.Instant.from(period.asOf)),
    {
      ask,
      isUnit: (each) => tree.has(each),
      unitId,
      typed: entered.map(({ figureId, value }) => ({ typedId: figureId, unitId, value })),
    },
  );
  return drafted.ok ? accepted(drafted.value.document) : drafted;
}
