import { isId } from '#kernel/id.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import type { Database } from '#platform/database/connection.ts';
import { findNotice, reopenNotice } from './notice-store.ts';
import type { NoticeRefusal } from './refusals.ts';

/** A notice that was given up goes out again, from the first attempt; who asked for it is kept. */
export async function tryNoticeAgain(
  db: Database,
  noticeId: string,
  accountId: string,
  mayRead: (caseId: string) => Promise<boolean>,
  at: Temporal.Instant,
): Promise<Result<{ readonly caseId: string }, NoticeRefusal>> {
  const notice = isId(noticeId) ? await findNotice(db, noticeId) : undefined;
  if (!notice || !(await mayRead(notice.caseId))) return refused('notice-not-found');
  if (!(await reopenNotice(db, noticeId, accountId, at))) return refused('notice-not-failed');
  return accepted({ caseId: notice.caseId });
}
