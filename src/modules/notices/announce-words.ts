import type { Database } from '#platform/database/connection.ts';
import { insertReporterNotice, insertWordsNotice, type ReporterNotice, type WordsNotice } from './notice-store.ts';

/** Keeps a notice that another module has written, to be sent like any other. In the caller's transaction, or its own. */
export async function announceWords(db: Database, notice: WordsNotice, at: Temporal.Instant): Promise<void> {
  await insertWordsNotice(db, { ...notice, words: notice.words.normalize('NFC') }, at);
}

/** The same, to one who reported something: as a mail, or short to a telephone. */
export async function announceToReporter(db: Database, notice: ReporterNotice, at: Temporal.Instant): Promise<void> {
  await insertReporterNotice(db, { ...notice, short: notice.short.normalize('NFC') }, at);
}
