import { localDay, toInstant } from '#kernel/zone.ts';
import type { FigureGround } from '#modules/figures/index.ts';
import { computeIndex } from './compute-index.ts';
import { findFirstMonth, insertMonth, listKeptMonths } from './month-store.ts';
import { shippedFrames } from './read-frames.ts';

/**
 * Keeps the scores of every computed index for months that are over and not kept yet, the latest first: as they were known
 * when the month ended, so that it does not matter when it is done.
 * @param most of how many months, all indices counted: a turn of the timetable is short
 * @returns how many were kept
 */
export async function keepMonths(
  ground: FigureGround,
  { back, most }: { back: number; most: number },
): Promise<number> {
  const { db, now } = ground;
  const first = await findFirstMonth(db);
  if (!first) return 0;
  const thisMonth = localDay(now).toPlainYearMonth();
  const frames = shippedFrames().filter(({ how }) => how === 'computed');
  const known = new Map<string, ReadonlySet<string>>();
  for (const { id } of frames) known.set(id, await listKeptMonths(db, id));
  let kept = 0;
  for (let months = 1; months <= back; months++) {
    const month = thisMonth.subtract({ months });
    if (Temporal.PlainYearMonth.compare(month, first) < 0) break;
    for (const { id: frameId } of frames) {
      if (kept >= most || known.get(frameId)?.has(month.toString())) continue;
      const from = month.toPlainDate({ day: 1 });
      const next = from.add({ months: 1 });
      const asOf = toInstant(next.toPlainDateTime());
      const computed = await computeIndex(ground, { frameId, from, to: next.subtract({ days: 1 }), asOf });
      if (!computed.ok) continue;
      await insertMonth(db, { frameId, month: month.toString(), asOf }, computed.value.scores, now);
      kept++;
    }
  }
  return kept;
}
