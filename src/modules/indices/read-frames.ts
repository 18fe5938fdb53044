import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from '#kernel/result.ts';
import { figureCatalogue } from '#modules/figures/index.ts';
import { indexCounts } from './count-queries.ts';
import { indexRefusals } from './refusals.ts';
import { checkFrame } from './rules/check-frame.ts';
import type { IndexFrame } from './rules/index-frame.ts';

const framesFolder = join(import.meta.dirname, '../../../reference/indices');

/** A score is no ground of a score. */
const fedByFrames = (id: string) => id.startsWith('indices.');

/** Whole numbers that are counted for each unit alone, from the journals: what a formula may stand on. */
const countable = new Set([
  ...figureCatalogue.flatMap(({ id, source, dimensions, decimals }) =>
    (source.from === 'cases' && dimensions.includes('unit')) ||
    (source.from === 'registers' && decimals === 0 && !fedByFrames(id))
      ? [id]
      : [],
  ),
  ...Object.keys(indexCounts),
  'procedures.of_tier',
  'procedures.online_of_tier',
]);

/**
 * Reads every frame of a folder: an index is there because its file is. One that does not hold together ends the start with a
 * sentence that says where, because a wrong score is worse than none.
 */
export function readFrames(folder: string = framesFolder): readonly IndexFrame[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const frame = JSON.parse(readFileSync(join(folder, name), 'utf8')) as IndexFrame;
      const checked = checkFrame(frame, (id) => countable.has(id));
      if (!checked.ok) throw new Error(`${name}: ${sentenceOf(checked.refusal, indexRefusals, 'en')}`);
      return checked.value;
    });
}

let shipped: readonly IndexFrame[] | undefined;

/** The frames that come with the program, read once. */
export function shippedFrames(): readonly IndexFrame[] {
  shipped ??= readFrames();
  return shipped;
}
