import type { Actor } from '#case-engine/rules/authority.ts';
import { accepted, type Refusal } from '#kernel/result.ts';
import { localDay } from '#kernel/zone.ts';
import type { CityGround } from '#modules/organisation/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { newId } from '#platform/random.ts';
import { findEntryMadeBy } from './entry-queries.ts';
import { type EvidenceFile, insertEntries, type NewEntry, type WrittenBy } from './entry-store.ts';
import { type EntryRefused, entryRefused, prepareEntry, type RawValues } from './prepare-entry.ts';
import type { RegisterRefusal } from './refusals.ts';
import { duplicateKey, searchWords } from './rules/entry-checks.ts';
import { unitFinder } from './rules/find-unit.ts';
import type { EntryValues, RegisterDefinition } from './rules/register-definition.ts';
import { writingPost } from './rules/register-rights.ts';

/** Whoever writes registers has an account: what is recorded says who recorded it. */
export type RegisterActor = Actor & { readonly accountId: string };

/** What somebody wants to record. */
export interface EntryWish {
  readonly unitId: string;
  readonly raw: RawValues;
  readonly evidence: readonly EvidenceFile[];
  /** The key of the form: sent again it makes no second entry. */
  readonly key?: string | undefined;
}

export type EntryAnswer<T> = { readonly ok: true; readonly value: T } | EntryRefused;

/** Records a fact. Where the register has approvers it waits for one of them, and counts from then on. @returns the id of the entry */
export async function recordEntry(
  db: Database,
  ground: CityGround,
  definition: RegisterDefinition,
  actor: RegisterActor,
  wish: EntryWish,
  at: Temporal.Instant,
): Promise<EntryAnswer<string>> {
  const madeBy = wish.key ? `${actor.accountId} ${wish.key}` : null;
  const before = madeBy ? await findEntryMadeBy(db, madeBy) : undefined;
  if (before) return accepted(before);
  const unit = ground.tree.get(wish.unitId);
  if (!unit || !definition.owners.includes(unit.kind)) {
    return entryRefused({
      code: 'register-unit-wrong',
      facts: { unit: unit?.name.vi ?? wish.unitId.slice(0, 60) },
      field: 'unit',
    });
  }
  const postId = writingPost(definition, actor, unit, ground.tree, at);
  if (!postId) return entryRefused({ code: 'register-not-yours', facts: {}, field: 'unit' });
  const { entered, refusals } = prepareEntry(definition, wish.raw, unitFinder(ground.tree, localDay(at)));
  const all = [...refusals, ...evidenceMissing(definition, wish.evidence)];
  if (all[0]) return entryRefused(all[0], ...all.slice(1));
  const entry = newEntry(definition, unit, entered, { ...wish, madeBy }, writtenBy(actor, postId, at));
  const made = await insertEntries(db, [entry]);
  if (made.has(entry.id)) return accepted(entry.id);
  const meanwhile = madeBy ? await findEntryMadeBy(db, madeBy) : undefined;
  return meanwhile ? accepted(meanwhile) : entryRefused(duplicateRefusal(definition));
}

export function newEntry(
  definition: RegisterDefinition,
  unit: { readonly id: string; readonly path: string },
  entered: EntryValues,
  more: { readonly evidence: readonly EvidenceFile[]; readonly madeBy: string | null },
  by: WrittenBy,
): NewEntry {
  return {
    id: newId(),
    registerId: definition.id,
    unitId: unit.id,
    unitPath: unit.path,
    standing: definition.approvers.length === 0 ? 'in-force' : 'proposed',
    entered,
    evidence: more.evidence,
    search: searchWords(definition, entered),
    duplicateKey: duplicateKey(definition, unit.id, entered),
    madeBy: more.madeBy,
    by,
  };
}

export const writtenBy = (actor: RegisterActor, postId: string, at: Temporal.Instant, reason = ''): WrittenBy => ({
  accountId: actor.accountId,
  accountName: actor.name,
  postId,
  at,
  reason,
});

export function evidenceMissing(
  { evidence }: RegisterDefinition,
  files: readonly EvidenceFile[],
): readonly Refusal<RegisterRefusal>[] {
  if (!evidence?.required || files.length > 0) return [];
  const facts = { label: evidence.label.vi, labelEn: evidence.label.en };
  return [{ code: 'register-evidence-missing', facts, field: 'evidence' }];
}

export function duplicateRefusal(definition: RegisterDefinition): Refusal<RegisterRefusal> {
  return {
    code: 'register-duplicate',
    facts: keyWords(definition),
    field: definition.key.find((name) => name !== 'unit') ?? '',
  };
}

/** What makes two entries the same, in words. */
export function keyWords({ key, fields }: RegisterDefinition): { readonly fields: string; readonly fieldsEn: string } {
  const labels = key.map((name) => fields.properties[name]?.label ?? { vi: 'Đơn vị', en: 'Agency' });
  return { fields: labels.map(({ vi }) => vi).join(', '), fieldsEn: labels.map(({ en }) => en).join(', ') };
}
