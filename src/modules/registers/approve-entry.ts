import { accepted } from '#kernel/result.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findEntry, listVersions } from './entry-queries.ts';
import { appendVersion } from './entry-store.ts';
import { entryRefused } from './prepare-entry.ts';
import { duplicateRefusal, type EntryAnswer, evidenceMissing, type RegisterActor, writtenBy } from './record-entry.ts';
import { duplicateKey, searchWords } from './rules/entry-checks.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';
import { approvingPost } from './rules/register-rights.ts';

/** Which entry is approved, in which version: the one the person read. */
export interface EntryApproval {
  readonly entryId: string;
  readonly seen: number;
}

/** Approves what was recorded or corrected: it counts from now on. Never by whoever wrote it. */
export async function approveEntry(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  approval: EntryApproval,
  at: Temporal.Instant,
): Promise<EntryAnswer<number>> {
  const entry = await findEntry(db, approval.entryId);
  const unit = entry && ground.tree.get(entry.unitId);
  if (!entry || !unit || entry.registerId !== definition.id) {
    return entryRefused({ code: 'register-entry-not-found', facts: {} });
  }
  const postId = approvingPost(definition, actor, unit, ground.tree, at);
  if (!postId) return entryRefused({ code: 'register-approval-not-yours', facts: {} });
  if (entry.standing !== 'proposed') return entryRefused({ code: 'register-entry-not-proposed', facts: {} });
  if (entry.latestVersion !== approval.seen) return entryRefused({ code: 'register-entry-changed', facts: {} });
  const written = (await listVersions(db, entry.id)).at(-1);
  if (!written) return entryRefused({ code: 'register-entry-not-found', facts: {} });
  if (written.accountId === actor.accountId) return entryRefused({ code: 'register-own-approval', facts: {} });
  const [missing] = evidenceMissing(definition, written.evidence);
  if (missing) return entryRefused(missing);
  const version = await appendVersion(db, {
    entryId: entry.id,
    seen: approval.seen,
    act: 'approve',
    standing: 'in-force',
    entered: written.entered,
    evidence: written.evidence,
    search: searchWords(definition, written.entered),
    duplicateKey: duplicateKey(definition, unit.id, written.entered),
    by: writtenBy(actor, postId, at),
  });
  if (version === 'changed') return entryRefused({ code: 'register-entry-changed', facts: {} });
  return version === 'duplicate' ? entryRefused(duplicateRefusal(definition)) : accepted(version);
}
