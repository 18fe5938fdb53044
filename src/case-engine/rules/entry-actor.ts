import type { Actor, HeldPost } from './authority.ts';
import type { EntryActor } from './journal.ts';

/** The actor as the journal keeps them: the person with the post used for this very move. */
export function entryActor(actor: Actor, post: HeldPost | null): EntryActor {
  return {
    kind: actor.kind,
    accountId: actor.accountId,
    name: actor.name,
    unitId: post?.unitId ?? null,
    role: post?.role ?? null,
  };
}

/** Whoever acts when it is time that acts. */
export const time: EntryActor = { kind: 'time', accountId: null, name: 'Hệ thống', unitId: null, role: null };
