import { canonicalJson } from '#kernel/json.ts';
import { accepted } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { findEntry, listVersions } from './entry-queries.ts';
import { appendVersion, type EvidenceFile } from './entry-store.ts';
import { entryRefused, prepareEntry, type RawValues } from './prepare-entry.ts';
import { duplicateRefusal, type EntryAnswer, evidenceMissing, type RegisterActor, writtenBy } from './record-entry.ts';
import { duplicateKey, searchWords } from './rules/entry-checks.ts';
import { unitFinder } from './rules/find-unit.ts';
import type { RegisterDefinition } from './rules/register-definition.ts';
import { writingPost } from './rules/register-rights.ts';

/** What an entry should say from now on, and why. */
export interface EntryCorrection {
  readonly entryId: string;
  /** The version the person saw. */
  readonly seen: number;
  readonly raw: RawValues;
  /** Files to be added; those there before stay. */
  readonly evidence: readonly EvidenceFile[];
  readonly reason: string;
}

/**
 * Corrects an entry by a new version. What counted goes on counting until the correction is approved, where the register has
 * approvers; the version before stays as it was written.
 */
export async function correctEntry(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  wish: EntryCorrection,
  at: Temporal.Instant,
): Promise<EntryAnswer<number>> {
  const entry = await findEntry(db, wish.entryId);
  const unit = entry && ground.tree.get(entry.unitId);
  if (!entry || !unit || entry.registerId !== definition.id) {
    return entryRefused({ code: 'register-entry-not-found', facts: {} });
  }
  const postId = writingPost(definition, actor, unit, ground.tree, at);
  if (!postId) return entryRefused({ code: 'register-not-yours', facts: {} });
  if (entry.standing === 'withdrawn') return entryRefused({ code: 'register-entry-withdrawn', facts: {} });
  if (entry.latestVersion !== wish.seen) return entryRefused({ code: 'register-entry-changed', facts: {} });
  const before = (await listVersions(db, entry.id)).at(-1)?.evidence ?? [];
  const known = new Set(before.map(({ sha256 }) => sha256));
  const evidence = [...before, ...wish.evidence.filter(({ sha256 }) => !known.has(sha256))];
  const { entered, refusals } = prepareEntry(definition, wish.raw, unitFinder(ground.tree, localDay(at)));
  const all = [
    ...refusals,
    ...evidenceMissing(definition, evidence),
    ...(wish.reason.trim() === '' ? [{ code: 'register-reason-missing' as const, facts: {}, field: 'reason' }] : []),
  ];
  if (all[0]) return entryRefused(all[0], ...all.slice(1));
  if (canonicalJson(entered) === canonicalJson(entry.entered) && evidence.length === before.length) {
    return entryRefused({ code: 'register-nothing-changed', facts: {} });
  }
  const version = await appendVersion(db, {
    entryId: entry.id,
    seen: wish.seen,
    act: 'correct',
    standing: definition.approvers.length === 0 ? 'in-force' : 'proposed',
    entered,
    evidence,
    search: searchWords(definition, entered),
    duplicateKey: duplicateKey(definition, unit.id, entered),
    by: writtenBy(actor, postId, at, wish.reason.trim()),
  });
  if (version === 'changed') return entryRefused({ code: 'register-entry-changed', facts: {} });
  return version === 'duplicate' ? entryRefused(duplicateRefusal(definition)) : accepted(version);
}
