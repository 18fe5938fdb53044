import { findCase, listJournal } from '#case-engine/case-store.ts';
import type { CaseState } from '#case-engine/rules/case-state.ts';
import { foldEntry, type JournalEntry } from '#case-engine/rules/journal.ts';
import type { Text } from '#kernel/text.ts';
import { agencyName, type UnitTree } from '#modules/organisation/index.ts';
import { listColleagues } from '#modules/people/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { log } from '#platform/log.ts';
import {
  type DueEntry,
  deleteDueEntry,
  insertNotices,
  insertOfficerNotice,
  lockDueEntry,
  type NewNotice,
  putOffDueEntry,
} from './notice-store.ts';
import { findPreference } from './preference-store.ts';
import { addresseesOf, type GivenContact, type SendingChannel } from './rules/addressees.ts';
import { type NoticeFacts, noticesOf } from './rules/notices-of.ts';
import { officerNoticesOf, writeToOfficer } from './rules/officer-notices.ts';
import type { NamedFacts } from './rules/write-notice.ts';

/** What deriving needs from elsewhere. */
export interface NoticeGround {
  readonly tree: UnitTree;
  readonly channels: readonly SendingChannel[];
  /** The contact written down with the filing; dossiers know it. */
  contactOf(caseId: string): Promise<GivenContact>;
  /** Whether officers are told when a case of this kind comes to them; those of dossiers have their lists. */
  tellsOfficers(kind: string): boolean;
  /** Where officers find a case, without the origin. */
  pathOf(kind: string, caseId: string): string;
}

/**
 * Turns every waiting journal entry into its notices, each in one transaction: the entry leaves the queue together with its
 * notices being written, so a kill at any point leaves either the one or the other.
 * @returns how many entries were looked at
 */
export async function deriveNotices(db: Database, ground: NoticeGround, at: Temporal.Instant): Promise<number> {
  let count = 0;
  while (true) {
    let due: DueEntry | undefined;
    try {
      await db.transaction().execute(async (transaction) => {
        due = await lockDueEntry(transaction, at);
        if (!due) return;
        await insertNotices(transaction, await noticesOfEntry(transaction, due, ground, at), at);
        await deleteDueEntry(transaction, due.id);
      });
    } catch (error) {
      if (!due) throw error;
      log.error({ error, caseId: due.caseId, seq: due.seq }, 'no notice could be derived from a journal entry');
      await putOffDueEntry(db, due.id, at.add({ minutes: 10 }));
    }
    if (!due) return count;
    count++;
  }
}

async function noticesOfEntry(
  db: Database,
  due: DueEntry,
  ground: NoticeGround,
  at: Temporal.Instant,
): Promise<readonly NewNotice[]> {
  const kept = await findCase(db, due.caseId);
  if (!kept) throw new Error(`no case ${due.caseId}`);
  const journal = await listJournal(db, due.caseId);
  let before: CaseState | null = null;
  for (const entry of journal) {
    const after = foldEntry(kept.kind, before, entry);
    if (entry.seq === due.seq) {
      await tellOfficers(db, entry, before, after, ground, at);
      const drafts = noticesOf(kept.kind, entry, before, after);
      if (drafts.length === 0) return [];
      const accountId = after.ownerAccountId;
      const preference = accountId ? await findPreference(db, accountId) : null;
      const contact = await ground.contactOf(due.caseId);
      return drafts.flatMap((draft) =>
        addresseesOf(draft.template, preference, contact, ground.channels).map((addressee) => ({
          ...draft,
          ...addressee,
          accountId,
          facts: withNames(draft.facts, ground.tree),
        })),
      );
    }
    before = after;
  }
  throw new Error(`the journal of ${due.caseId} has no entry ${due.seq}`);
}

/** Whoever holds the post is told in the pages, and by mail at an address that is proved and was not switched off. */
async function tellOfficers(
  db: Database,
  entry: JournalEntry,
  before: CaseState | null,
  after: CaseState,
  ground: NoticeGround,
  at: Temporal.Instant,
): Promise<void> {
  if (entry.verb !== 'urge' && !ground.tellsOfficers(after.kind)) return;
  for (const { template, post } of officerNoticesOf(entry, before, after)) {
    const holders = await listColleagues(db, post.unitId, post.role, at);
    for (const { accountId } of holders.filter((one) => post.accountId === null || one.accountId === post.accountId)) {
      if (accountId === entry.actor.accountId) continue;
      const { language, channels, email, isEmailProved, leftOut } = await findPreference(db, accountId);
      const told = {
        caseId: after.caseId,
        seq: entry.seq,
        template,
        accountId,
        language,
        written: writeToOfficer(template, after, entry, language),
        follow: ground.pathOf(after.kind, after.caseId),
      };
      await insertOfficerNotice(db, { ...told, email: null }, at);
      const isMailed = isEmailProved && channels.includes('email') && !leftOut.includes(template);
      if (email && isMailed && ground.channels.includes('email')) await insertOfficerNotice(db, { ...told, email }, at);
    }
  }
}

function withNames(facts: NoticeFacts, tree: UnitTree): NamedFacts {
  const named = (unitId: string): Text & NoticeFacts['procedure'] => {
    const unit = tree.get(unitId);
    const { vi, en } = unit ? agencyName(unit) : { vi: unitId, en: unitId };
    return { vi, en };
  };
  return {
    ...facts,
    agency: named(facts.agencyId),
    desk: named(`${facts.agencyId}.desk`),
    answerable: named(facts.answerableId),
  };
}
