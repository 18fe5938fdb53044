import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { newId } from '#platform/random.ts';
import { askFigures, type FigureGround } from './ask-figures.ts';
import { type FigureClosing, insertClosing, selectClosings } from './closing-store.ts';
import type { FigureRefusal } from './refusals.ts';
import { figureCatalogue } from './rules/figure-catalogue.ts';
import { closingHash, type FigureRestated, mayClose, restatedFigures } from './rules/figure-closing.ts';
import { type FigurePeriod, momentsOf } from './rules/figure-period.ts';

/** Which unit and period; a period that was closed before is restated, for a reason. */
export interface ClosingWish extends FigurePeriod {
  readonly unitId: string;
  readonly reason: string;
}

/**
 * Closes a period: every figure as known now, with a hash, never changed again. Closed once more it is a restatement in a
 * later version: both stay, and what differs is said.
 */
export async function closePeriod(
  ground: FigureGround,
  actor: Actor & { readonly accountId: string },
  { unitId, from, to, reason }: ClosingWish,
): Promise<Result<{ readonly closing: FigureClosing; readonly restated: readonly FigureRestated[] }, FigureRefusal>> {
  const { db, city, now } = ground;
  const unit = city.tree.get(unitId);
  if (!unit) return refused('figure-unit-unknown', { unit: unitId }, 'unit');
  if (!mayClose(actor, unit.path, now)) return refused('period-close-not-yours');
  const answer = await askFigures(ground, { ids: figureCatalogue.map(({ id }) => id), unitId, from, to, asOf: now });
  if (!answer.ok) return answer;
  if (Temporal.Instant.compare(now, momentsOf({ from, to }, now).until) < 0)
    return refused('period-not-over', {}, 'to');

  const before = (await selectClosings(db, unitId, from, to)).at(-1);
  const values = Object.fromEntries(answer.value.figures.map(({ definition, value }) => [definition.id, value]));
  const restated = before ? restatedFigures(before.figures, values) : [];
  if (before && restated.length === 0) return refused('period-closed-same', { version: before.version });
  if (before && reason === '') return refused('period-reason-missing', {}, 'reason');
  const content = {
    unitId,
    from: from.toString(),
    to: to.toString(),
    version: (before?.version ?? 0) + 1,
    asOf: now.toString(),
    figures: values,
    definitions: Object.fromEntries(figureCatalogue.map(({ id, version }) => [id, version])),
  };
  const closing: FigureClosing = {
    ...content,
    id: newId(),
    sha256: closingHash(content),
    reason,
    closedAt: now,
    closedByName: actor.name,
  };
  // of two who close at once the first has closed it
  if (!(await insertClosing(db, closing, actor.accountId)))
    return refused('period-closed-same', { version: content.version });
  return accepted({ closing, restated });
}

/** All versions of a closed period, each with what it says otherwise than the one before. */
export async function listClosings(
  ground: Pick<FigureGround, 'db'>,
  { unitId, from, to }: Omit<ClosingWish, 'reason'>,
): Promise<readonly { readonly closing: FigureClosing; readonly restated: readonly FigureRestated[] }[]> {
  const closings = await selectClosings(ground.db, unitId, from, to);
  return closings.map((closing, place) => {
    const before = closings[place - 1];
    return { closing, restated: before ? restatedFigures(before.figures, closing.figures) : [] };
  });
}
