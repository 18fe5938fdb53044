import type { Database } from '#platform/database/connection.ts';
import { type RegisterFeed, registerFigureFeeds } from './figure-feeds.ts';
import {
  countAgencies,
  type EntryBehind,
  type FigureScope,
  type RegisterFigure,
  selectEntriesBehind,
  selectFigure,
} from './figure-queries.ts';
import { shippedRegisters } from './read-definitions.ts';
import type { RegisterCatalogue } from './rules/register-definition.ts';

/** Which figures are asked for, of which units and period, as they were known then. */
export interface FigureQuestion extends FigureScope {
  readonly figureIds: readonly string[];
  /** A field of the register whose values are told apart. */
  readonly by?: string;
}

/**
 * Figures that registers feed, for each unit asked for with all below it. What was recorded, corrected or withdrawn after
 * `asOf` is not known yet; where an approver is asked for, an entry counts from its approval on. A unit without entries has 0,
 * or null where only a latest value would be an answer.
 * @throws when no register feeds a figure: which ones are fed is known beforehand from `registerFigureFeeds`
 */
export async function askRegisterFigures(
  db: Database,
  question: FigureQuestion,
  catalogue: RegisterCatalogue = shippedRegisters(),
): Promise<readonly RegisterFigure[]> {
  const feeds = registerFigureFeeds(catalogue);
  const asked = question.figureIds.map((id) => feedOf(feeds, id));
  const answers = await Promise.all(
    asked.map(async (feed) => {
      const found = await selectFigure(db, feed, question, question.by);
      return feed.kind === 'unit-share' ? withAgencies(db, feed, question, found) : withZeros(feed, question, found);
    }),
  );
  return answers.flat();
}

/** The entries behind a figure, a page at a time: as many as the figure counts, the very ones. */
export async function entriesBehind(
  db: Database,
  figureId: string,
  scope: FigureScope,
  page: { readonly after?: string | undefined; readonly limit: number },
  catalogue: RegisterCatalogue = shippedRegisters(),
): Promise<readonly EntryBehind[]> {
  return selectEntriesBehind(db, feedOf(registerFigureFeeds(catalogue), figureId), scope, page);
}

function feedOf(feeds: ReadonlyMap<string, RegisterFeed>, figureId: string): RegisterFeed {
  const feed = feeds.get(figureId);
  if (!feed) throw new Error(`no register feeds the figure ${figureId}`);
  return feed;
}

function withZeros(
  feed: RegisterFeed,
  { unitIds, by }: FigureQuestion,
  found: readonly RegisterFigure[],
): readonly RegisterFigure[] {
  if (by !== undefined) return found;
  const byUnit = new Map(found.map((figure) => [figure.unitId, figure]));
  const none = { figureId: feed.figureId, part: null, value: feed.kind === 'latest' ? null : 0 };
  return unitIds.map((unitId) => byUnit.get(unitId) ?? { ...none, unitId, outOf: feed.kind === 'share' ? 0 : null });
}

async function withAgencies(
  db: Database,
  feed: RegisterFeed,
  question: FigureQuestion,
  found: readonly RegisterFigure[],
): Promise<readonly RegisterFigure[]> {
  const agencies = await countAgencies(
    db,
    question.unitIds,
    feed.tiers ?? ['city', 'district', 'commune'],
    question.to,
  );
  const byUnit = new Map(found.map(({ unitId, value }) => [unitId, value]));
  return question.unitIds.map((unitId) => ({
    figureId: feed.figureId,
    unitId,
    part: null,
    value: byUnit.get(unitId) ?? 0,
    outOf: agencies.get(unitId) ?? 0,
  }));
}
