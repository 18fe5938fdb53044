import type { CommandCall, MoveAnswer } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Refusal, type Result, refused } from '#kernel/result.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import type { FollowUpRefusal } from './refusals.ts';
import { insertUrgedCase, insertUrging } from './urging-store.ts';

/** A letter that urges several cases. */
export interface UrgingWish {
  readonly agencyId: string;
  readonly number: string;
  readonly note: string;
  readonly answerBy: Temporal.PlainDate | undefined;
  readonly caseIds: readonly string[];
}

/** What became of it: cases that were urged, and those that could not be, each with why. */
export interface UrgingAnswer {
  readonly urgingId: string;
  readonly urged: readonly string[];
  readonly refused: readonly { readonly caseId: string; readonly refusal: Refusal }[];
}

/** The move `urge` of whatever kind the case is. */
export type UrgeMove = (
  caseId: string,
  data: { readonly note: string; readonly document: string },
  call: CommandCall,
) => Promise<Result<MoveAnswer>>;

/** More at once is a circular, not urging. */
const mostCases = 200;

/**
 * Urges several cases by one letter: an entry in the journal of each, by the right each kind asks for, and a line that waits
 * for the answer of whoever holds it.
 */
export async function urgeCases(
  db: Database,
  actor: Actor & { readonly accountId: string },
  wish: UrgingWish,
  urge: UrgeMove,
  at: Temporal.Instant,
): Promise<Result<UrgingAnswer, FollowUpRefusal>> {
  const caseIds = [...new Set(wish.caseIds)].slice(0, mostCases);
  if (caseIds.length === 0) return refused('urging-empty', {}, 'case');
  const [number, note] = [tidy(wish.number).slice(0, 100), tidy(wish.note).slice(0, 500)];
  const missing = number ? (note ? (wish.answerBy ? undefined : 'answerBy') : 'note') : 'number';
  if (missing || !wish.answerBy) return refused('urging-not-complete', {}, missing ?? 'answerBy');
  const urgingId = newId();
  const urging = { id: urgingId, number, agencyId: wish.agencyId, note, answerBy: wish.answerBy };
  const isNew = await insertUrging(db, { ...urging, by: actor.accountId, byName: actor.name }, at);
  if (!isNew) return refused('urging-number-used', { number }, 'number');
  const urged: string[] = [];
  const not: { caseId: string; refusal: Refusal }[] = [];
  for (const caseId of caseIds) {
    const made = await urge(caseId, { note, document: number }, {});
    if (!made.ok) not.push({ caseId, refusal: made.refusal });
    else {
      await insertUrgedCase(db, urgingId, caseId, made.value.entries);
      urged.push(caseId);
    }
  }
  return accepted({ urgingId, urged, refused: not });
}
