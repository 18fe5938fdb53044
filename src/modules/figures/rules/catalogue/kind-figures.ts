import type { Text } from '#kernel/text.ts';
import type { CaseSelection } from '../case-class.ts';
import type { FigureDefinition, FigureDimension } from '../figure-definition.ts';
import { defined, measures } from './figure-words.ts';

/** By what tasks, inspections and feedback are broken down: by the unit they are counted for. */
const ofUnits: readonly FigureDimension[] = ['unit', 'branch', 'tier', 'month'];

/** How the figures of one kind of case are written: what they measure and on which ground. */
export interface KindOfFigures {
  readonly measure: Text;
  readonly legalBasis: string;
  readonly dimensions?: readonly FigureDimension[];
}

/** A figure that counts cases of a kind. */
export function countedCases(
  { measure, legalBasis, dimensions = ofUnits }: KindOfFigures,
  id: string,
  name: Text,
  definition: Text,
  where: CaseSelection,
  isStock = false,
): FigureDefinition {
  return defined({
    id,
    name,
    definition,
    measure,
    legalBasis,
    source: { from: 'cases', where },
    dimensions,
    ...(isStock ? { isStock } : {}),
  });
}

/** A share of such figures, to one decimal. */
export function shareOfCases(
  { legalBasis, dimensions = ofUnits }: KindOfFigures,
  id: string,
  name: Text,
  definition: Text,
  share: readonly string[],
  of: readonly string[],
): FigureDefinition {
  return defined({
    id,
    name,
    definition,
    measure: measures.percent,
    legalBasis,
    source: { from: 'figures', how: { share, of } },
    dimensions,
    decimals: 1,
  });
}
