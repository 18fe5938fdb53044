import { sha256 } from '#kernel/hash.ts';
import { canonicalJson, type Json, type JsonObject } from '#kernel/json.ts';
import type { CaseEffect, CaseState, OpeningEffect } from './case-state.ts';

/** Who made an entry, as they were at that moment. */
export interface EntryActor {
  readonly kind: 'citizen' | 'officer' | 'system' | 'time';
  readonly accountId: string | null;
  readonly name: string;
  readonly unitId: string | null;
  readonly role: string | null;
}

/** What a command asks to be written: the place in the chain is not known yet. */
export interface EntryDraft {
  readonly at: string;
  readonly verb: string;
  readonly actor: EntryActor;
  readonly data: JsonObject;
  readonly effect: CaseEffect;
}

/** One entry of a journal: who did what, when, what it changed, chained to the entry before it. */
export interface JournalEntry extends EntryDraft {
  readonly caseId: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The first entry of every chain points here. */
export const noHash = '0'.repeat(64);

/** SHA-256 over the canonical JSON of everything the entry says, the hash before it included. */
export function hashOf(entry: Omit<JournalEntry, 'hash'>): string {
  const { caseId, seq, at, verb, actor, data, effect, previousHash } = entry;
  return sha256(
    canonicalJson({ caseId, seq, at, verb, actor: { ...actor }, data, effect: effect as Json, previousHash } as Json),
  );
}

/** Puts a draft at the end of a chain. */
export function chain(caseId: string, seen: number, previousHash: string, draft: EntryDraft): JournalEntry {
  const unhashed = { ...draft, caseId, seq: seen + 1, previousHash };
  return { ...unhashed, hash: hashOf(unhashed) };
}

const beforeAnything = {
  code: null,
  ownerAccountId: null,
  holder: null,
  route: [],
  step: 0,
  stepDueAt: null,
  handOver: null,
  clock: null,
  dueAt: null,
  firstDueAt: null,
  acceptedAt: null,
  endedAt: null,
  timeliness: null,
  made: {},
  facts: {},
} as const;

/** The state after one more entry. The fold knows no kind: an entry says itself what it changed. */
export function foldEntry(kind: string, state: CaseState | null, entry: JournalEntry): CaseState {
  const before =
    state ??
    ({
      ...beforeAnything,
      ...(entry.effect as OpeningEffect),
      caseId: entry.caseId,
      kind,
      openedAt: entry.at,
    } as unknown as CaseState);
  return {
    ...before,
    ...entry.effect,
    entries: entry.seq,
    lastHash: entry.hash,
    made: { ...before.made, [entry.verb]: (before.made[entry.verb] ?? 0) + 1 },
    facts: { ...before.facts, ...entry.effect.facts },
    ...(entry.effect.branches ? { branches: { ...before.branches, ...entry.effect.branches } } : {}),
  };
}

/** The state of a case as its journal tells it. */
export function fold(kind: string, entries: readonly JournalEntry[]): CaseState {
  const state = entries.reduce<CaseState | null>((before, entry) => foldEntry(kind, before, entry), null);
  if (!state) throw new RangeError('a case has at least one entry');
  return state;
}

/** What is wrong with a journal, naming the first broken entry. */
export interface BrokenEntry {
  readonly seq: number;
  readonly fault: 'sequence-broken' | 'chain-broken' | 'content-changed';
}

/** Recomputes the chain from the entries alone; anyone can do it offline. */
export function firstBrokenEntry(entries: readonly JournalEntry[]): BrokenEntry | undefined {
  let previousHash = noHash;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) return { seq: entry.seq, fault: 'sequence-broken' };
    if (entry.previousHash !== previousHash) return { seq: entry.seq, fault: 'chain-broken' };
    if (hashOf(entry) !== entry.hash) return { seq: entry.seq, fault: 'content-changed' };
    previousHash = entry.hash;
  }
  return undefined;
}
