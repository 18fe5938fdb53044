import { accepted, type Result, refused } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';
import { askFigures, type FigureGround, type FigurePeriod, figureDefinition } from '#modules/figures/index.ts';
import { agencyOf, isInForce, type Unit } from '#modules/organisation/index.ts';
import { listCountingEntries } from '#modules/registers/index.ts';
import { countProcedures, countUnits, indexCounts } from './count-queries.ts';
import { shippedFrames } from './read-frames.ts';
import type { IndexRefusal } from './refusals.ts';
import { countedBy, type IndexFrame } from './rules/index-frame.ts';
import type { CountOf } from './rules/score-formula.ts';
import { groupOf, type RankedScore, rankUnits, scoreFrame } from './rules/score-frame.ts';

export interface IndexQuestion extends FigurePeriod {
  readonly frameId: string;
  /** What was known then. */
  readonly asOf: Temporal.Instant;
}

/** Every unit of a frame with its score and place, by groups, best first. */
export interface IndexAnswer extends FigurePeriod {
  readonly frame: IndexFrame;
  readonly asOf: Temporal.Instant;
  /** The decision did not exist in this period. */
  readonly simulated: boolean;
  readonly scores: readonly RankedScore[];
}

type FigureProblem = Exclude<Awaited<ReturnType<typeof askFigures>>, { readonly ok: true }>['refusal']['code'];

/**
 * The scores of every unit at once: one scan of the facts for all figures of the frame, one statement for all else that is
 * counted, one for what stands in the register. A pure function of what was known at the moment asked.
 */
export async function computeIndex(
  ground: FigureGround,
  question: IndexQuestion,
): Promise<Result<IndexAnswer, IndexRefusal | FigureProblem>> {
  const frame = shippedFrames().find(({ id }) => id === question.frameId);
  if (!frame) return refused('index-unknown', { frame: question.frameId.slice(0, 60) }, 'frame');
  if (frame.how !== 'computed') return refused('index-not-computed', {}, 'frame');
  const { from, to, asOf } = question;
  const counted = await countAllUnits(ground, frame, question);
  if (!counted.ok) return counted;
  const scores = [...counted.value].flatMap(([unit, { countOf, given }]) => {
    const groupId = groupOf(frame, unit.kind);
    return groupId ? [scoreFrame(frame, { id: unit.id, groupId }, countOf, given)] : [];
  });
  const simulated = frame.simulatedBefore !== undefined && from.toString() < frame.simulatedBefore;
  return accepted({ frame, from, to, asOf, simulated, scores: rankUnits(frame, scores) });
}

/** What was counted of one unit, and what the register gives it. */
interface CountedForIndex {
  readonly countOf: CountOf;
  readonly given: (subCriterionId: string) => number | null;
}

/** Everything a frame counts with, for every agency in force on the last day. */
export async function countAllUnits(
  ground: FigureGround,
  frame: IndexFrame,
  { from, to, asOf }: FigurePeriod & { readonly asOf: Temporal.Instant },
): Promise<Result<ReadonlyMap<Unit, CountedForIndex>, FigureProblem>> {
  const { db, city } = ground;
  const ids = countedBy(frame).filter((id) => figureDefinition(id));
  const whole = [...city.tree.values()].find(({ parentId }) => parentId === null);
  if (!whole) return accepted(new Map());
  const span = {
    from: toInstant(from.toPlainDateTime()),
    until: toInstant(to.add({ days: 1 }).toPlainDateTime()),
    asOf,
  };
  const [figures, units, procedures, entries] = await Promise.all([
    ids.length > 0 ? askFigures(ground, { ids, unitId: whole.id, from, to, asOf, by: 'unit' }) : undefined,
    countUnits(db, span),
    countProcedures(db, to),
    listCountingEntries(db, 'index-scores', asOf),
  ]);
  if (figures && !figures.ok) return figures;

  const byAgency = new Map<string, Map<string, number>>();
  const add = (unitId: string, id: string, count: number) => {
    const unit = city.tree.get(unitId);
    const agencyId = (unit && agencyOf(unit, city.tree)?.id) ?? unitId;
    const counts = byAgency.get(agencyId) ?? new Map<string, number>();
    byAgency.set(agencyId, counts.set(id, (counts.get(id) ?? 0) + count));
  };
  for (const { definition, lines } of figures?.value.figures ?? [])
    for (const { key, value } of lines) add(key, definition.id, value?.steps ?? 0);
  const sources = new Set<string>();
  for (const { unitId, counts } of units)
    for (const [id, count] of Object.entries(counts)) {
      add(unitId, id, count);
      sources.add(indexCounts[id as keyof typeof indexCounts]);
    }

  const onDay = to.toString();
  const scored = new Map<string, number>();
  for (const { unitId, entered } of entries)
    if (entered.frame === frame.id && String(entered.fromOn) <= onDay && String(entered.untilOn) >= onDay)
      scored.set(`${unitId} ${entered.criterion}`, Math.round(Number(entered.points) * 100));

  const agencies = [...city.tree.values()].filter((unit) => groupOf(frame, unit.kind) && isInForce(unit, to));
  return accepted(
    new Map(
      agencies.map((unit) => {
        const counts = byAgency.get(unit.id);
        const ofTier = procedures.find(({ tier }) => tier === unit.tier);
        return [
          unit,
          {
            countOf: (id) => {
              if (id === 'procedures.of_tier') return ofTier?.all ?? 0;
              if (id === 'procedures.online_of_tier') return ofTier?.online ?? 0;
              const source = indexCounts[id as keyof typeof indexCounts];
              // of what nobody in the whole city has any, nothing is known; of ratings, few are as good as none
              if (
                source &&
                source !== 'complaints' &&
                (!sources.has(source) || (source === 'ratings' && !counts?.has(id)))
              )
                return null;
              return counts?.get(id) ?? 0;
            },
            given: (id) => scored.get(`${unit.id} ${id}`) ?? null,
          },
        ];
      }),
    ),
  );
}
