import type { Text } from '#kernel/text.ts';
import type { CaseSelection } from './case-class.ts';

/** By what a figure can be broken down. unit: each agency alone; branch: each unit under the one asked, with all below it. */
export const figureDimensions = ['unit', 'branch', 'tier', 'field', 'procedure', 'channel', 'level', 'month'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** Where a figure comes from; nobody types one that can be counted. */
export type FigureSource =
  /** Cases of some kinds, counted from their facts. */
  | { readonly from: 'cases'; readonly where: CaseSelection }
  /** Units in force on the last day of the period. */
  | { readonly from: 'organisation'; readonly count: OrganisationCount }
  /** Procedures in force on the last day of the period. */
  | { readonly from: 'catalogue'; readonly count: CatalogueCount }
  /** What people record with evidence, or another module counts: asked of whoever feeds this id. */
  | { readonly from: 'registers' }
  /** Other figures. */
  | { readonly from: 'figures'; readonly how: FigureArithmetic };

export type OrganisationCount = 'departments' | 'districts' | 'communes' | 'wards' | 'wards-delegating';

export interface CatalogueCount {
  readonly tier?: 'city' | 'district' | 'commune';
  /** desk: done at a one-stop desk; legs: interlinked; route: with an approved electronic workflow; online: level 3 or 4. */
  readonly only?: 'desk' | 'legs' | 'route' | 'online';
}

/** A figure made of others. A share of nothing is no number. */
export type FigureArithmetic =
  | { readonly sum: readonly string[] }
  | { readonly share: readonly string[]; readonly of: readonly string[] };

/** One figure: what it is called, what exactly it counts, on which legal ground, from what. */
export interface FigureDefinition {
  readonly id: string;
  readonly name: Text;
  /** Unit of measure, as it stands after the number. */
  readonly measure: Text;
  /** One sentence: anyone who reads it can count again. */
  readonly definition: Text;
  readonly legalBasis: string;
  readonly source: FigureSource;
  readonly dimensions: readonly FigureDimension[];
  /** Places after the comma; rounded half up in whole numbers. */
  readonly decimals: number;
  /** Asked of the last day of the period, not of the days in it. */
  readonly isStock?: boolean;
  /** How the definition changed: a closed period says under which version it was counted. */
  readonly version: number;
}
