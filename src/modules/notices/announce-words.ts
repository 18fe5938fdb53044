import type { Database } from '#platform/database/connection.ts';
import { insertWordsNotice, type WordsNotice } from './notice-store.ts';

/** Keeps a notice that another module has written, to be sent like any other. In the caller's transaction, or its own. */
export async function announceWords(db: Database, notice: WordsNotice, at: Temporal.Instant): Promise<void> {
  await insertWordsNotice(db, { ...notice, words: notice.words.normalize('NFC') }, at);
}
