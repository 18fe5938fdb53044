import { type CountedClass, countSelected } from './case-class.ts';
import { figureDefinition } from './figure-catalogue.ts';
import type { CatalogueCount, FigureArithmetic, FigureDefinition, OrganisationCount } from './figure-definition.ts';
import { asNumber, divided, type FigureValue, whole } from './figure-value.ts';

/** What somebody feeds; a share comes as the two numbers it is made of. */
export interface FedValue {
  readonly value: number | null;
  readonly outOf: number | null;
}

/** What was counted at the sources for one unit and period, before any figure is made of it. */
export interface CountedSources {
  readonly classes: readonly CountedClass[];
  organisation(count: OrganisationCount): number | null;
  catalogue(count: CatalogueCount): number | null;
  /** What registers and other modules feed; an id that nobody feeds has no value. */
  readonly fed: ReadonlyMap<string, FedValue>;
}

/** The value of a figure from what was counted; null where nobody feeds it or there is nothing to divide by. */
export function evaluateFigure(definition: FigureDefinition, counted: CountedSources): FigureValue | null {
  const { source, decimals } = definition;
  if (source.from === 'cases') return whole(countSelected(counted.classes, source.where));
  if (source.from === 'organisation') return wholeOrNone(counted.organisation(source.count));
  if (source.from === 'catalogue') return wholeOrNone(counted.catalogue(source.count));
  if (source.from === 'registers') return fromFeed(counted.fed.get(definition.id), decimals);
  return calculate(source.how, decimals, (id) => {
    const part = figureDefinition(id);
    if (!part) throw new RangeError(`there is no figure ${id}`);
    return evaluateFigure(part, counted);
  });
}

const wholeOrNone = (count: number | null): FigureValue | null => (count === null ? null : whole(count));

function fromFeed(fed: FedValue | undefined, decimals: number): FigureValue | null {
  if (!fed || fed.value === null) return null;
  if (fed.outOf !== null) return divided(fed.value, fed.outOf, 100, decimals);
  return { steps: Math.round(fed.value * 10 ** decimals), decimals };
}

function calculate(
  how: FigureArithmetic,
  decimals: number,
  valueBy: (id: string) => FigureValue | null,
): FigureValue | null {
  const sum = (ids: readonly string[]): number | null => {
    let total = 0;
    for (const id of ids) {
      const value = valueBy(id);
      if (value === null) return null;
      total += asNumber(value);
    }
    return total;
  };
  if ('sum' in how) return wholeOrNone(sum(how.sum));
  const [part, of] = [sum(how.share), sum(how.of)];
  return part === null || of === null ? null : divided(part, of, 100, decimals);
}

/** The figures a figure is made of, to the last, itself included. */
export function figuresWithin(id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: string) => {
    if (found.has(one)) return;
    found.add(one);
    const source = figureDefinition(one)?.source;
    if (source?.from !== 'figures') return;
    const { how } = source;
    for (const part of 'sum' in how ? how.sum : [...how.share, ...how.of]) visit(part);
  };
  visit(id);
  return found;
}

/** Whether cases are all that a figure is made of: such figures are counted together. */
export const isCountedFromCases = (id: string): boolean =>
  [...figuresWithin(id)].every((part) => ['cases', 'figures'].includes(figureDefinition(part)?.source.from ?? ''));
