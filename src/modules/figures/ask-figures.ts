import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Text } from '#kernel/text.ts';
import { type CityGround, isInForce } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { countCatalogue, selectCertifyingUnits } from './catalogue-queries.ts';
import { findClosingUpTo } from './closing-store.ts';
import { selectFactTypes, selectFactUnits, selectFactWords } from './fact-key-queries.ts';
import { type CaseQuestion, countClasses } from './figure-queries.ts';
import type { FigureRefusal } from './refusals.ts';
import { carriedOtherwise } from './rules/carried-over.ts';
import type { CaseClass, CountedClass } from './rules/case-class.ts';
import { type CountedSources, evaluateFigure, type FedValue, figuresWithin } from './rules/evaluate-figures.ts';
import { type BreakdownGround, breakDown } from './rules/figure-breakdown.ts';
import { figureDefinition, figureIdentities } from './rules/figure-catalogue.ts';
import type { FigureDefinition, FigureDimension } from './rules/figure-definition.ts';
import { type BrokenIdentity, brokenIdentities } from './rules/figure-identities.ts';
import { checkPeriod, type FigurePeriod, momentsOf, monthsOf, type PeriodMoments } from './rules/figure-period.ts';
import { asNumber, type FigureValue } from './rules/figure-value.ts';

/** Who feeds figures that are not counted here: registers, and modules with kinds of cases of their own. */
export interface FigureFeed {
  /** Figures of cases that must be known of each unit to answer for these: they are counted in the one scan of the question. */
  readonly standsOn?: (figureIds: readonly string[]) => readonly string[];
  readonly answer: (question: FeedQuestion) => Promise<ReadonlyMap<string, FedValue>>;
}

/** How many cases a figure counts of each unit alone, by unit. */
export type CountsByUnit = (figureId: string) => ReadonlyMap<string, number>;

/** Of which ids, for which unit, which days, as known when. */
export interface FeedQuestion extends FigurePeriod {
  readonly figureIds: readonly string[];
  /** With all below it. */
  readonly unitId: string;
  readonly asOf: Temporal.Instant;
  /** Of what the feed stands on, counted meanwhile; none where only a procedure or a field was asked about. */
  readonly byUnit: Promise<CountsByUnit> | undefined;
}

export interface FigureQuestion extends FigurePeriod {
  readonly ids: readonly string[];
  /** With all below it. */
  readonly unitId: string;
  /** What was known then; a later entry is not counted, an earlier value of what changed since is. */
  readonly asOf: Temporal.Instant;
  readonly by?: FigureDimension | undefined;
  /** Only cases of one procedure, or of one field. */
  readonly procedure?: string | undefined;
  readonly field?: string | undefined;
}

export interface FigureLine {
  readonly key: string;
  readonly label: Text;
  readonly value: FigureValue | null;
}

export interface FigureAnswer {
  readonly definition: FigureDefinition;
  /** Null: nobody feeds it yet, or there is nothing to divide by. */
  readonly value: FigureValue | null;
  readonly lines: readonly FigureLine[];
  /** Identities in which the figure takes part and that do not hold: shown with it, never hidden. */
  readonly broken: readonly BrokenIdentity[];
}

export interface FiguresAnswer extends Omit<FigureQuestion, 'ids'> {
  readonly figures: readonly FigureAnswer[];
}

/** What asking stands on: the database, the units, who feeds, what time it is. */
export interface FigureGround {
  readonly db: Database;
  readonly city: CityGround;
  readonly feeds: readonly FigureFeed[];
  readonly now: Temporal.Instant;
}

/**
 * Figures of a unit and a period as of a moment, broken down if wished. All of them are counted in one scan of the facts, so
 * that they agree; the identities they take part in are checked with every answer.
 */
export async function askFigures(
  ground: FigureGround,
  question: FigureQuestion,
): Promise<Result<FiguresAnswer, FigureRefusal>> {
  const read = readQuestion(ground, question);
  if (!read.ok) return read;
  const { definitions, cases } = read.value;
  const wanted = wantedOf(ground, question, read.value.needed);
  const { by } = question;
  // every class stands in exactly one line, so the lines are the whole; of months each is a period of its own
  const breakingDown = by ? countLines(ground, question, cases, wanted) : undefined;
  const counting =
    by === undefined || by === 'month'
      ? countAll(ground, question, cases, wanted)
      : breakingDown?.then(({ classes }) => classes);
  const [brokenDown, total] = await Promise.all([
    breakingDown,
    countSources(ground, question, wanted, counting ?? Promise.resolve([])),
  ]);
  const lines = brokenDown?.lines ?? [];

  const valueBy = (id: string) => {
    const definition = figureDefinition(id);
    const value = definition && evaluateFigure(definition, total);
    return value ? asNumber(value) : null;
  };
  const closed = question.procedure || question.field ? undefined : await closedBefore(ground, question);
  const carriedOver = closed ? carriedOtherwise(closed, valueBy) : [];
  const answers = definitions.map((definition) => ({
    definition,
    value: evaluateFigure(definition, total),
    lines: lines.map((line) => ({ key: line.key, label: line.label, value: evaluateFigure(definition, line.counted) })),
    broken: [
      ...brokenIdentities(identitiesOf(definition.id), valueBy),
      ...carriedOver.filter(({ left }) => left.includes(definition.id)),
    ],
  }));
  const { ids: _, ...asked } = question;
  return accepted({ ...asked, figures: answers });
}

/** The period that was closed up to the day before, as far as it was known then. */
const closedBefore = ({ db }: FigureGround, { unitId, from, asOf }: FigureQuestion) =>
  findClosingUpTo(db, unitId, from.subtract({ days: 1 }), asOf);

const identitiesOf = (id: string) =>
  figureIdentities.filter(({ left, right }) => left.includes(id) || right.includes(id));

/** Definitions, every figure that must be counted for them and their identities, and the cases meant. */
function readQuestion(ground: FigureGround, question: FigureQuestion) {
  const { ids, unitId, asOf, by } = question;
  const definitions: FigureDefinition[] = [];
  for (const id of ids) {
    const definition = figureDefinition(id);
    if (!definition) return refused('figure-unknown' as const, { id }, 'id');
    if (by && !definition.dimensions.includes(by)) return refused('figure-not-by' as const, { id, by }, 'by');
    definitions.push(definition);
  }
  const period = checkPeriod(question, asOf, ground.now, by === 'month');
  if (!period.ok) return period;
  const unit = ground.city.tree.get(unitId);
  if (!unit) return refused('figure-unit-unknown' as const, { unit: unitId }, 'unit');
  const needed = new Set<string>();
  for (const id of ids)
    for (const partner of [id, ...identitiesOf(id).flatMap(({ left, right }) => [...left, ...right])])
      for (const part of figuresWithin(partner)) needed.add(part);
  return accepted({ definitions, needed, cases: period.value });
}

/** What must be counted: for the figures asked, and of each unit alone for those who feed some of them. */
interface Wanted {
  readonly needed: ReadonlySet<string>;
  readonly ofEachUnit: readonly string[];
  /** Both together. */
  readonly counted: ReadonlySet<string>;
}

function wantedOf({ feeds }: FigureGround, question: FigureQuestion, needed: ReadonlySet<string>): Wanted {
  const fed = [...needed].filter((id) => figureDefinition(id)?.source.from === 'registers');
  const isOfAll = !question.procedure && !question.field && (question.by === undefined || question.by === 'month');
  const ofEachUnit = isOfAll ? feeds.flatMap(({ standsOn }) => standsOn?.(fed) ?? []) : [];
  return { needed, ofEachUnit, counted: new Set([...needed, ...ofEachUnit.flatMap((id) => [...figuresWithin(id)])]) };
}

/** The units meant; undefined where it is the whole city, units of other times included. */
export function unitsWithin({ city }: FigureGround, unitId: string): readonly string[] | undefined {
  const unit = city.tree.get(unitId);
  if (!unit || unit.parentId === null) return undefined;
  return [...city.tree.values()]
    .filter(({ path }) => path === unit.path || path.startsWith(`${unit.path}/`))
    .map(({ id }) => id);
}

export async function caseQuestion(
  ground: FigureGround,
  question: Pick<FigureQuestion, 'unitId' | 'asOf' | 'procedure' | 'field'>,
  periods: readonly PeriodMoments[],
  by: CaseQuestion['by'],
  kinds?: readonly string[],
): Promise<CaseQuestion> {
  const { procedure, field } = question;
  const types = procedure || field ? await selectFactTypes(ground.db) : [];
  const meant = types.filter(
    (type) => (!procedure || type.code === procedure) && (!field || type.field?.code === field),
  );
  return {
    periods,
    kinds,
    asOf: question.asOf,
    unitIds: unitsWithin(ground, question.unitId),
    typeKeys: procedure || field ? meant.map(({ key }) => key) : undefined,
    by,
  };
}

/** What of a class the figures that count cases look at; nothing when none does. */
function partsLookedAt(needed: ReadonlySet<string>, by: FigureDimension | undefined): ReadonlySet<keyof CaseClass> {
  const parts = new Set<keyof CaseClass>();
  for (const id of needed) {
    const source = figureDefinition(id)?.source;
    if (source?.from === 'cases') for (const part in source.where) parts.add(part as keyof CaseClass);
  }
  if (parts.size > 0 && by === 'channel') parts.add('channel');
  return parts;
}

/** The kinds of cases that figures count, so that a breakdown has no lines of others. */
function kindsAsked(needed: ReadonlySet<string>): readonly string[] {
  const sources = [...needed].map((id) => figureDefinition(id)?.source);
  return [...new Set(sources.flatMap((source) => (source?.from === 'cases' ? (source.where.kind ?? []) : [])))];
}

async function countAll(
  ground: FigureGround,
  question: FigureQuestion,
  moments: PeriodMoments,
  { counted, ofEachUnit }: Wanted,
): Promise<readonly CountedClass[]> {
  const lookedAt = partsLookedAt(counted, question.by);
  if (lookedAt.size === 0) return [];
  const words = await selectFactWords(ground.db);
  const by = ofEachUnit.length > 0 ? 'unit' : 'nothing';
  const asked = await caseQuestion(ground, question, [moments], by, kindsAsked(counted));
  return countClasses(ground.db, asked, lookedAt, words);
}

async function countLines(ground: FigureGround, question: FigureQuestion, moments: PeriodMoments, wanted: Wanted) {
  const by = question.by as FigureDimension;
  const months = by === 'month' ? begunMonths(question) : [];
  const periods = by === 'month' ? months.map((month) => momentsOf(month, question.asOf)) : [moments];
  const grouped =
    by === 'unit' || by === 'branch' || by === 'tier' || wanted.ofEachUnit.length > 0
      ? 'unit'
      : by === 'month' || by === 'channel'
        ? 'nothing'
        : 'type';
  const { db, city } = ground;
  const [words, units, types, asked] = await Promise.all([
    selectFactWords(db),
    selectFactUnits(db),
    selectFactTypes(db),
    caseQuestion(ground, question, periods, grouped, kindsAsked(wanted.counted)),
  ]);
  const lookedAt = partsLookedAt(wanted.counted, by);
  const classes = lookedAt.size > 0 ? await countClasses(db, asked, lookedAt, words) : [];
  const breakdownGround: BreakdownGround = {
    tree: city.tree,
    unitId: question.unitId,
    months,
    units,
    types: new Map(types.map((type) => [type.key, type])),
  };
  const lines = await Promise.all(
    breakDown(classes, by, breakdownGround).map(async (line, place) => ({
      ...line,
      counted:
        by === 'month'
          ? await countSources(ground, { ...question, ...months[place] }, wanted, Promise.resolve(line.classes))
          : { ...nothingElse, classes: line.classes },
    })),
  );
  return { classes, lines };
}

/** Months that had begun by the moment asked about. */
const begunMonths = (question: FigureQuestion): readonly FigurePeriod[] =>
  monthsOf(question).filter(
    (month) => Temporal.Instant.compare(momentsOf(month, question.asOf).from, question.asOf) <= 0,
  );

/** Classes of units, counted together: what is evaluated for the whole need not look at each unit. */
function ofAllUnits(classes: readonly CountedClass[]): readonly CountedClass[] {
  const together = new Map<string, { -readonly [Part in keyof CountedClass]: CountedClass[Part] }>();
  for (const { key: _, count, ...one } of classes) {
    const same = Object.values(one).join(' ');
    const known = together.get(same);
    if (known) known.count += count;
    else together.set(same, { ...one, key: 0, count });
  }
  return [...together.values()];
}

function countsByUnit(classes: readonly CountedClass[], units: ReadonlyMap<number, string>): CountsByUnit {
  const byKey = Map.groupBy(classes, ({ key }) => key);
  return (figureId) => {
    const definition = figureDefinition(figureId);
    if (!definition) throw new RangeError(`there is no figure ${figureId}`);
    return new Map(
      [...byKey].map(([key, own]) => {
        const value = evaluateFigure(definition, { ...nothingElse, classes: own });
        return [units.get(key) ?? '', value?.steps ?? 0];
      }),
    );
  };
}

const nothingElse: Omit<CountedSources, 'classes'> = {
  organisation: () => null,
  catalogue: () => null,
  fed: new Map(),
};

/** Everything that is counted beside the cases: units, delegations, the catalogue, what is fed. */
async function countSources(
  ground: FigureGround,
  question: FigureQuestion,
  { needed, ofEachUnit }: Wanted,
  counting: Promise<readonly CountedClass[]>,
): Promise<CountedSources> {
  const { db, city, feeds } = ground;
  const { asOf, from, to } = question;
  const fromSource = (source: FigureDefinition['source']['from']) =>
    [...needed].filter((id) => figureDefinition(id)?.source.from === source);
  const unitIds = unitsWithin(ground, question.unitId);
  const { end } = momentsOf(question, asOf);
  const fedIds = fromSource('registers');
  const certified = needed.has('delegation.wards') ? await selectCertifyingUnits(db, to, end, asOf) : [];
  const certifying = new Set(certified);
  const catalogue = fromSource('catalogue').length > 0 ? await countCatalogue(db, to) : [];
  const byUnit =
    ofEachUnit.length > 0
      ? Promise.all([counting, selectFactUnits(db)]).then(([classes, units]) => countsByUnit(classes, units))
      : undefined;
  const asked = { figureIds: fedIds, unitId: question.unitId, from, to, asOf, byUnit };
  const [classes, ...fed] = await Promise.all([
    counting,
    ...(fedIds.length > 0 ? feeds.map((feed) => feed.answer(asked)) : []),
  ]);
  const meant = unitIds && new Set(unitIds);
  const units = [...city.tree.values()].filter((unit) => isInForce(unit, to) && (!meant || meant.has(unit.id)));
  const ofKinds = (...kinds: readonly string[]) => units.filter(({ kind }) => kinds.includes(kind));
  return {
    classes: ofEachUnit.length > 0 ? ofAllUnits(classes) : classes,
    fed: new Map(fed.flatMap((values) => [...values])),
    organisation: (count) => {
      if (count === 'departments') return ofKinds('department').length;
      if (count === 'districts') return ofKinds('urban-district', 'rural-district', 'district-town').length;
      if (count === 'communes') return ofKinds('ward', 'rural-commune', 'township').length;
      const wards = ofKinds('ward');
      return count === 'wards' ? wards.length : wards.filter(({ id }) => certifying.has(id)).length;
    },
    catalogue: ({ tier, only }) =>
      catalogue.filter((row) => !tier || row.tier === tier).reduce((sum, row) => sum + (only ? row[only] : row.all), 0),
  };
}
