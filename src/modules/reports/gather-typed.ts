import type { CaseState } from '#case-engine/rules/case-state.ts';
import type { Unit } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findRegime } from './read-regimes.ts';
import { findPartOfDays } from './report-store.ts';
import { type TypedFigure, typedFor } from './rules/report-regime.ts';
import { sheetSpans } from './rules/report-spans.ts';
import { type FigureEntered, requestFacts } from './rules/reporting-facts.ts';

/** A figure that nothing counts, as the unit entered it, with what it entered for the periods beside it. */
export interface TypedLine {
  readonly figure: TypedFigure;
  readonly entered: FigureEntered | null;
  readonly lastPeriod: number | null;
  readonly lastYear: number | null;
}

/** The figures a unit enters by hand, with what stood in its own parts of the period before and of the same days last year. */
export async function gatherTyped(
  db: Database,
  state: CaseState,
  unit: Unit | undefined,
): Promise<readonly TypedLine[]> {
  const { regime, period } = requestFacts(state);
  const figures = typedFor(findRegime(regime), unit);
  if (figures.length === 0) return [];
  const [from, to] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  const spans = sheetSpans(from, to, Temporal.Instant.from(period.asOf));
  const enteredIn = async (name: string) => {
    const span = spans.find((one) => one.name === name);
    const part = span && (await findPartOfDays(db, state, span));
    return (part && requestFacts(part).entered) ?? [];
  };
  const [before, yearBefore] = await Promise.all([enteredIn('last-period'), enteredIn('last-year')]);
  const of = (entered: readonly FigureEntered[], id: string) => entered.find(({ figureId }) => figureId === id);
  return figures.map((figure) => ({
    figure,
    entered: of(requestFacts(state).entered ?? [], figure.id) ?? null,
    lastPeriod: of(before, figure.id)?.value ?? null,
    lastYear: of(yearBefore, figure.id)?.value ?? null,
  }));
}
