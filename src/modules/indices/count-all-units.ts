import { accepted, type Result } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';
import { askFigures, type FigureGround, type FigurePeriod, figureDefinition } from '#modules/figures/index.ts';
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

/** Everything a frame counts with, for every agency in force on the last day. */
export async function countAllUnits(
  ground: FigureGround,
  frame: IndexFrame,
  { from, to, asOf }: CountedPeriod,
): Promise<Result<ReadonlyMap<Unit, CountedForIndex>, CountRefusal>> {
  const { db, city } = ground;
  const sourceOf = (id: string) => figureDefinition(id)?.source.from;
  const ids = countedBy(frame).filter((id) => sourceOf(id) === 'cases');
  const fedIds = countedBy(frame).filter((id) => sourceOf(id) === 'registers');
  const whole = [...city.tree.values()].find(({ parentId }) => parentId === null);
  if (!whole) return accepted(new Map());
  const agencies = [...city.tree.values()].filter((unit) => groupOf(frame, unit) && isInForce(unit, to));
  const span = {
    from: toInstant(from.toPlainDateTime()),
    until: toInstant(to.add({ days: 1 }).toPlainDateTime()),
    asOf,
  };
  const [figures, units, procedures, scored, fed] = await Promise.all([
    ids.length > 0 ? askFigures(ground, { ids, unitId: whole.id, from, to, asOf, by: 'unit' }) : undefined,
    countUnits(db, span),
    countProcedures(db, to),
    listRegisterScores(ground, frame, { to, asOf }),
    askFeeds(ground, fedIds, agencies, { from, to, asOf }),
  ]);
  if (figures && !figures.ok) return figures;

  const byAgency = new Map<string, Map<string, number>>();
  const add = (unitId: string, id: string, count: number) => {
    const unit = city.tree.get(unitId);
    const agency = unit && agencyOf(unit, city.tree);
    for (const agencyId of countedAt(frame, agency, city.tree) ?? [unitId]) {
      const counts = byAgency.get(agencyId) ?? new Map<string, number>();
      byAgency.set(agencyId, counts.set(id, (counts.get(id) ?? 0) + count));
    }
  };
  for (const { definition, lines } of figures?.value.figures ?? [])
    for (const { key, value } of lines) add(key, definition.id, value?.steps ?? 0);
  const sources = new Set<string>();
  for (const { unitId, counts } of units)
    for (const [id, count] of Object.entries(counts)) {
      add(unitId, id, count);
      sources.add(indexCounts[id as keyof typeof indexCounts]);
    }

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
    ),
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
    for (const answer of await Promise.all(feeds.map((feed) => feed({ figureIds, unitId, ...period }))))
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
