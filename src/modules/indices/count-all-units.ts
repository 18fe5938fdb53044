import { isWithin } from '#case-engine/rules/authority.ts';
import { accepted, type Result } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';
import {
  askFigures,
  type CountsByUnit,
  type FigureGround,
  type FigurePeriod,
  figureDefinition,
} from '#modules/figures/index.ts';
import { agencyOf, isInForce, type Unit } from '#modules/organisation/index.ts';
import { listCountingEntries } from '#modules/registers/index.ts';
import { countProcedures, countUnits, indexCounts } from './count-queries.ts';
import { countedBy, type IndexFrame } from './rules/index-frame.ts';
import type { CountOf } from './rules/score-formula.ts';
import { groupOf } from './rules/score-frame.ts';

export type CountRefusal = Exclude<Awaited<ReturnType<typeof askFigures>>, { readonly ok: true }>['refusal']['code'];

/** What was counted of one unit, and what the register gives it, in hundredths. */
export interface CountedForIndex {
  readonly countOf: CountOf;
  readonly given: (subCriterionId: string) => number | null;
}

type CountedPeriod = FigurePeriod & { readonly asOf: Temporal.Instant };

export type CountedAgencies = ReadonlyMap<Unit, CountedForIndex>;

/** What is counted once for all frames of a question. */
interface CountsOfFrames {
  readonly period: CountedPeriod;
  /** Only the agencies of this unit, itself and all below it. */
  readonly unitId: string;
  /** Of figures of cases and of what `countUnits` counts. */
  readonly byUnit: readonly (readonly [string, ReadonlyMap<string, number>])[];
  readonly procedures: Awaited<ReturnType<typeof countProcedures>>;
  readonly sources: ReadonlySet<string>;
}

/** The figures of cases that some frames count with. */
export const figuresOfCases = (frames: readonly IndexFrame[]): readonly string[] => [
  ...new Set(frames.flatMap(countedBy).filter((id) => figureDefinition(id)?.source.from === 'cases')),
];

/**
 * Counts once what several frames count with, for the agencies of a unit.
 * @param byUnit figures of cases that the asker counts of each unit meanwhile
 */
export async function countForFrames(
  ground: FigureGround,
  frames: readonly IndexFrame[],
  { from, to, asOf }: CountedPeriod,
  { unitId, byUnit }: { readonly unitId: string; readonly byUnit?: Promise<CountsByUnit> | undefined },
): Promise<Result<CountsOfFrames, CountRefusal>> {
  const ids = figuresOfCases(frames);
  const span = {
    from: toInstant(from.toPlainDateTime()),
    until: toInstant(to.add({ days: 1 }).toPlainDateTime()),
    asOf,
  };
  const places = new Set(frames.flatMap(countedBy).flatMap((id) => indexCounts[id as keyof typeof indexCounts] ?? []));
  const [figures, units, procedures, known] = await Promise.all([
    ids.length > 0 && !byUnit ? askFigures(ground, { ids, unitId, from, to, asOf, by: 'unit' }) : undefined,
    countUnits(ground.db, span, places),
    countProcedures(ground.db, to),
    byUnit,
  ]);
  if (figures && !figures.ok) return figures;
  const answered = (figures?.value.figures ?? []).map(
    ({ definition, lines }) =>
      [definition.id, new Map(lines.map(({ key, value }) => [key, value?.steps ?? 0]))] as const,
  );
  const counts = new Map<string, Map<string, number>>();
  const sources = new Set<string>();
  for (const { unitId: counted, counts: own } of units)
    for (const [id, count] of Object.entries(own)) {
      sources.add(indexCounts[id as keyof typeof indexCounts]);
      counts.set(id, (counts.get(id) ?? new Map<string, number>()).set(counted, count));
    }
  return accepted({
    period: { from, to, asOf },
    unitId,
    byUnit: [...(known ? ids.map((id) => [id, known(id)] as const) : answered), ...counts],
    procedures,
    sources,
  });
}

/** Everything a frame counts with, for every agency in force on the last day. */
export async function countAllUnits(
  ground: FigureGround,
  frame: IndexFrame,
  period: CountedPeriod,
): Promise<Result<CountedAgencies, CountRefusal>> {
  const whole = [...ground.city.tree.values()].find(({ parentId }) => parentId === null);
  if (!whole) return accepted(new Map());
  const counts = await countForFrames(ground, [frame], period, { unitId: whole.id });
  return counts.ok ? accepted(await countedOfFrame(ground, frame, counts.value)) : counts;
}

/** Of what was counted what a frame takes, by agency, with what registers say of each. */
export async function countedOfFrame(
  ground: FigureGround,
  frame: IndexFrame,
  { period, unitId, byUnit, procedures, sources }: CountsOfFrames,
): Promise<CountedAgencies> {
  const { city } = ground;
  const fedIds = countedBy(frame).filter((id) => figureDefinition(id)?.source.from === 'registers');
  const path = city.tree.get(unitId)?.path ?? '';
  const agencies = [...city.tree.values()].filter(
    (unit) => isWithin(unit.path, path) && groupOf(frame, unit) && isInForce(unit, period.to),
  );
  const [scored, fed] = await Promise.all([
    listRegisterScores(ground, frame, period),
    askFeeds(ground, fedIds, agencies, period),
  ]);

  const byAgency = new Map<string, Map<string, number>>();
  const add = (unitId: string, id: string, count: number) => {
    const unit = city.tree.get(unitId);
    const agency = unit && agencyOf(unit, city.tree);
    for (const agencyId of countedAt(frame, agency, city.tree) ?? [unitId]) {
      const counts = byAgency.get(agencyId) ?? new Map<string, number>();
      byAgency.set(agencyId, counts.set(id, (counts.get(id) ?? 0) + count));
    }
  };
  for (const [id, counts] of byUnit) for (const [of, count] of counts) add(of, id, count);

  return new Map(
    agencies.map((unit) => {
      const counts = byAgency.get(unit.id);
      const ofTier = procedures.find(({ tier }) => tier === unit.tier);
      return [
        unit,
        {
          countOf: (id) => {
            if (id === 'procedures.of_tier') return ofTier?.all ?? 0;
            if (id === 'procedures.online_of_tier') return ofTier?.online ?? 0;
            if (fedIds.includes(id)) return fed.get(`${unit.id} ${id}`) ?? null;
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
  );
}

/** The agencies for which something counts: its own, and with `countsBelow` the agencies above it. */
function countedAt(frame: IndexFrame, agency: Unit | undefined, tree: ReadonlyMap<string, Unit>) {
  if (!agency) return undefined;
  if (!frame.countsBelow) return [agency.id];
  return agency.path.split('/').filter((id) => id === agency.id || tree.get(id)?.parentId !== null);
}

/** Figures that are recorded or counted by another module, of each agency with all below it. A share is no count. */
async function askFeeds(
  { feeds }: FigureGround,
  figureIds: readonly string[],
  agencies: readonly Unit[],
  period: CountedPeriod,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map<string, number>();
  if (figureIds.length === 0) return known;
  for (const { id: unitId } of agencies)
    for (const answer of await Promise.all(
      feeds.map((feed) => feed.answer({ figureIds, unitId, byUnit: undefined, ...period })),
    ))
      for (const [figureId, { value, outOf }] of answer)
        if (value !== null && outOf === null) known.set(`${unitId} ${figureId}`, value);
  return known;
}

/** What the register of index scores gives to units on a day, in hundredths, by unit and sub-criterion. */
export async function listRegisterScores(
  { db }: Pick<FigureGround, 'db'>,
  frame: IndexFrame,
  { to, asOf }: Pick<CountedPeriod, 'to' | 'asOf'>,
): Promise<ReadonlyMap<string, number>> {
  const onDay = to.toString();
  const scored = new Map<string, number>();
  for (const { unitId, entered } of await listCountingEntries(db, 'index-scores', asOf))
    if (entered.frame === frame.id && String(entered.fromOn) <= onDay && String(entered.untilOn) >= onDay)
      scored.set(`${unitId} ${entered.criterion}`, Math.round(Number(entered.points) * 100));
  return scored;
}
