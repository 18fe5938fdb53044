import { asNumber } from '#modules/figures/index.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import { writeCsvFile } from '#platform/spreadsheet/write-csv.ts';
import type { IndexAnswer } from './compute-index.ts';
import { subCriteriaOf } from './rules/index-frame.ts';

/**
 * Every score of every unit as a table: the points of each sub-criterion (empty where it is taken out) and the most there is,
 * so that the sums and places can be computed again by anyone.
 */
export function writeScoresCsv(
  { frame, from, to, asOf, scores }: Pick<IndexAnswer, 'frame' | 'from' | 'to' | 'asOf' | 'scores'>,
  { tree }: CityGround,
): Uint8Array {
  const parts = subCriteriaOf(frame);
  const head = ['index', 'from', 'to', 'as_of', 'group', 'rank', 'unit_id', 'unit', 'total', 'known_percent', 'band'];
  const rows = scores.map((score) => [
    frame.id,
    from.toString(),
    to.toString(),
    asOf.toString(),
    score.groupId,
    score.rank === null ? '' : String(score.rank),
    score.unitId,
    tree.get(score.unitId)?.name.vi ?? score.unitId,
    score.total ? String(asNumber(score.total)) : '',
    String(score.known),
    score.band?.vi ?? '',
    ...score.subScores.map(({ points }) => (points ? String(asNumber(points)) : '')),
  ]);
  return writeCsvFile([[...head, ...parts.map(({ id, points }) => `${id} (${points})`)], ...rows]);
}
