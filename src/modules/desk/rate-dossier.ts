import { accepted, type Result, refused } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { Database } from '#platform/database/connection.ts';
import { hasEnded, insertRating } from './rating-store.ts';
import type { DeskRefusal } from './refusals.ts';
import type { RatingAnswers } from './rules/dossier-score.ts';

/** What came with a rating form; nothing in it is said of the person. */
export interface RatingWish {
  readonly attitude: string;
  readonly elsewhere: string;
  readonly organisation: string;
  readonly publication: string;
  readonly comment: string;
}

const allowed: { readonly [question in keyof Omit<RatingWish, 'comment'>]: readonly string[] } = {
  attitude: ['good', 'fair', 'complaint'],
  elsewhere: ['yes', 'no'],
  organisation: ['good', 'fair', 'bad'],
  publication: ['right', 'missing', 'wrong', 'not-seen'],
};

/** Keeps what a citizen answered, once a dossier and without a name. Who may ask was shown by secret or tablet before. */
export async function rateDossier(
  db: Database,
  caseId: string,
  wish: RatingWish,
  givenAt: 'link' | 'tablet',
  at: Temporal.Instant,
): Promise<Result<null, DeskRefusal>> {
  const missing = (Object.keys(allowed) as (keyof typeof allowed)[]).find(
    (question) => !allowed[question].includes(wish[question]),
  );
  if (missing) return refused('rating-incomplete', {}, missing);
  if (!(await hasEnded(db, caseId))) return refused('rating-too-early');
  const { attitude, organisation, publication } = wish as unknown as RatingAnswers;
  const kept = await insertRating(db, {
    caseId,
    attitude,
    organisation,
    publication,
    elsewhere: wish.elsewhere === 'yes',
    comment: wish.comment.normalize('NFC').trim().slice(0, 2000),
    ratedOn: localDay(at),
    givenAt,
  });
  return kept ? accepted(null) : refused('rated-already');
}
