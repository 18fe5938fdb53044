import type { Result } from '#kernel/result.ts';
import {
  type FigureDimension,
  type FigureQuestion,
  type FiguresAnswer,
  figureDefinition,
} from '#modules/figures/index.ts';
import { askedKey, type FigureAsked, type FigureFound } from './rules/figure-binding.ts';
import type { ReportSpan } from './rules/report-document.ts';

/** Who answers for figures: the app, of the unit it is told or of the city. */
export type FigureAnswering = (
  question: Omit<FigureQuestion, 'unitId'> & { readonly unitId?: string | undefined },
) => Promise<Result<FiguresAnswer>>;

/** One question for many figures. */
interface Batch {
  readonly span: string;
  readonly unitId: string | null;
  readonly by: FigureDimension | null;
  readonly asked: FigureAsked[];
}

/**
 * Asks for everything a report needs in as few questions as there are spans, units and breakdowns: a breakdown counts the
 * whole too, so that figures of the same scan are asked along with it.
 * @param unitId the unit that reports; undefined: the city
 * @throws Error when a question is refused: bindings and spans were checked before
 */
export async function gatherFigures(
  ask: FigureAnswering,
  spans: readonly ReportSpan[],
  asked: readonly FigureAsked[],
  unitId?: string,
): Promise<readonly FigureFound[]> {
  const spanByName = new Map(spans.map((span) => [span.name, span]));
  const answers = await Promise.all(
    batchesOf(asked).map(async (batch) => {
      const span = spanByName.get(batch.span);
      if (!span) throw new Error(`the report has no span ${batch.span}`);
      const { from, to, asOf } = span;
      const ids = [...new Set(batch.asked.map(({ figureId }) => figureId))];
      const by = batch.by ?? undefined;
      const answer = await ask({ ids, from, to, asOf, by, unitId: batch.unitId ?? unitId });
      if (!answer.ok) throw new Error(`figures of ${batch.span} were refused: ${answer.refusal.code}`);
      const byId = new Map(answer.value.figures.map((figure) => [figure.definition.id, figure]));
      return batch.asked.map((each) => {
        const figure = byId.get(each.figureId);
        const lines = each.by
          ? (figure?.lines ?? []).map(({ key, label, value }) => ({ key, label: label.vi, value }))
          : [];
        return { ...each, value: figure?.value ?? null, lines };
      });
    }),
  );
  const found = new Map(answers.flat().map((each) => [askedKey(each), each]));
  return asked.map((each) => found.get(askedKey(each)) ?? { ...each, value: null, lines: [] });
}

function batchesOf(asked: readonly FigureAsked[]): readonly Batch[] {
  const batches = new Map<string, Batch>();
  const put = (each: FigureAsked, by: FigureDimension | null) => {
    const { span, unitId } = each;
    const key = [span, unitId ?? '', by ?? ''].join('|');
    const batch = batches.get(key) ?? { span, unitId, by, asked: [] };
    batch.asked.push(each);
    batches.set(key, batch);
  };
  for (const each of asked) if (each.by) put(each, each.by);
  for (const each of asked) {
    if (each.by) continue;
    const along = [...batches.values()].find(
      ({ span, unitId, by }) =>
        by !== null &&
        by !== 'month' &&
        span === each.span &&
        unitId === each.unitId &&
        figureDefinition(each.figureId)?.dimensions.includes(by),
    );
    put(each, along?.by ?? null);
  }
  return [...batches.values()];
}
