import { accepted } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findEntry, listVersions, type RegisterEntry } from './entry-queries.ts';
import { appendVersion } from './entry-store.ts';
import { entryRefused } from './prepare-entry.ts';
import { type EntryAnswer, type RegisterActor, writtenBy } from './record-entry.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';
import { approvingPost, writingPost } from './rules/register-rights.ts';

/** Which entry goes, and why. */
export interface EntryWithdrawal {
  readonly entryId: string;
  readonly seen: number;
  readonly reason: string;
}

/** Takes an entry out of the register, with a reason: it counts no more from now on, and stays to be read. */
export async function withdrawEntry(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  withdrawal: EntryWithdrawal,
  at: Temporal.Instant,
): Promise<EntryAnswer<number>> {
  const entry = await findEntry(db, withdrawal.entryId);
  if (!entry || entry.registerId !== definition.id)
    return entryRefused({ code: 'register-entry-not-found', facts: {} });
  const postId = withdrawingPost(ground, definition, actor, entry, at);
  if (!postId) return entryRefused({ code: 'register-approval-not-yours', facts: {} });
  if (entry.standing === 'withdrawn') return entryRefused({ code: 'register-entry-withdrawn', facts: {} });
  if (entry.latestVersion !== withdrawal.seen) return entryRefused({ code: 'register-entry-changed', facts: {} });
  const reason = withdrawal.reason.trim();
  if (reason === '') return entryRefused({ code: 'register-reason-missing', facts: {}, field: 'reason' });
  const written = (await listVersions(db, entry.id)).at(-1);
  const version = await appendVersion(db, {
    entryId: entry.id,
    seen: withdrawal.seen,
    act: 'withdraw',
    standing: 'withdrawn',
    entered: entry.entered,
    evidence: written?.evidence ?? [],
    search: '',
    duplicateKey: '',
    by: writtenBy(actor, postId, at, reason),
  });
  return typeof version === 'number' ? accepted(version) : entryRefused({ code: 'register-entry-changed', facts: {} });
}

/** What never counted its writer may take back; what counts only an approver, where the register has any. */
export function withdrawingPost(
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  entry: RegisterEntry,
  at: Temporal.Instant,
): string | undefined {
  const unit = ground.tree.get(entry.unitId);
  if (!unit) return undefined;
  const approver = approvingPost(definition, actor, unit, ground.tree, at);
  if (approver) return approver;
  if (entry.countingVersion !== null && definition.approvers.length > 0) return undefined;
  return writingPost(definition, actor, unit, ground.tree, at);
}
