import { shippedRegisters } from './read-definitions.ts';
import type { FigureFeed, RegisterCatalogue } from './rules/register-definition.ts';

/** A feed with the register it comes from. */
export interface RegisterFeed extends FigureFeed {
  readonly registerId: string;
}

/** Every figure that a register feeds, and how: each figure is fed by one register only. */
export function registerFigureFeeds(
  catalogue: RegisterCatalogue = shippedRegisters(),
): ReadonlyMap<string, RegisterFeed> {
  const feeds = new Map<string, RegisterFeed>();
  for (const { id, feeds: own } of catalogue.values()) {
    for (const feed of own) {
      const other = feeds.get(feed.figureId);
      if (other) throw new Error(`the figure ${feed.figureId} is fed by ${other.registerId} and by ${id}`);
      feeds.set(feed.figureId, { ...feed, registerId: id });
    }
  }
  return feeds;
}
