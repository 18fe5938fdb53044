import type { CaseState } from '#case-engine/rules/case-state.ts';
import { type FigureDefinition, type FigureValue, figureDefinition } from '#modules/figures/index.ts';
import { type FigureAnswering, gatherFigures } from './gather-figures.ts';
import { findRegime } from './read-regimes.ts';
import { askedKey } from './rules/figure-binding.ts';
import { sheetSpans } from './rules/report-spans.ts';
import { requestFacts } from './rules/reporting-facts.ts';

/** A counted figure of a unit, with the period before and the same days of the year before. */
export interface SheetLine {
  readonly definition: FigureDefinition;
  readonly value: FigureValue | null;
  readonly lastPeriod: FigureValue | null;
  readonly lastYear: FigureValue | null;
}

/** The sheet of a unit as journal and registers know it: filled in before anybody opens it. */
export async function gatherSheet(ask: FigureAnswering, state: CaseState): Promise<readonly SheetLine[]> {
  const { unitId, period, regime } = requestFacts(state);
  const ids = (findRegime(regime)?.sheet ?? []).filter((id) => figureDefinition(id));
  const [from, to] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  const asOf = Temporal.Instant.from(period.asOf);
  const spans = sheetSpans(from, to, asOf);
  const asked = spans.flatMap(({ name }) => ids.map((figureId) => ({ figureId, span: name, unitId: null, by: null })));
  const found = new Map((await gatherFigures(ask, spans, asked, unitId)).map((each) => [askedKey(each), each.value]));
  const known = (figureId: string, span: string) =>
    found.get(askedKey({ figureId, span, unitId: null, by: null })) ?? null;
  return ids.map((id) => ({
    definition: figureDefinition(id) as FigureDefinition,
    value: known(id, 'period'),
    lastPeriod: known(id, 'last-period'),
    lastYear: known(id, 'last-year'),
  }));
}
