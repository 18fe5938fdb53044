import type { Actor, HeldPost, Role } from '#case-engine/rules/authority.ts';
import { localDay } from '#kernel/zone.ts';
import { bodyOf, type OneHeadBody } from '#modules/organisation/rules/one-head.ts';
import { rankOf } from '#modules/organisation/rules/rank.ts';
import { type SigningPower, signingFormOf } from '#modules/organisation/rules/signing-form.ts';
import type { UnitTree } from '#modules/organisation/rules/unit-tree.ts';
import type { Seeded } from './seeded.ts';

/** A post with whoever holds it. */
export interface StaffedPost {
  readonly postId: string;
  readonly positionId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly role: Role;
  readonly title: string;
  readonly accountId: string;
  readonly name: string;
}

interface Person {
  readonly actor: Actor;
  readonly positionId: string;
  readonly title: string;
}

/** Everybody who works in the city, by unit and role. */
export interface Staff {
  /** Somebody with this role at this unit, of the office `key` where there are several. */
  pick(unitId: string, role: Role, chance: Seeded, key?: string): Actor;
  has(unitId: string, role: Role): boolean;
  /** In which form somebody signs at a unit, by the post alone. */
  power(actor: Actor, unitId: string, at: Temporal.Instant): SigningPower;
}

export function staffOf(posts: readonly StaffedPost[], tree: UnitTree, oneHead: readonly OneHeadBody[]): Staff {
  const from = Temporal.Instant.from('2020-03-01T00:00:00Z');
  const held = Map.groupBy(posts, ({ accountId }) => accountId);
  const people = new Map<string, Actor>();
  for (const [accountId, its] of held) {
    const heldPosts: HeldPost[] = its.map(({ postId, role, unitId, unitPath }) => ({
      postId,
      role,
      unitId,
      unitPath,
      from,
      until: null,
    }));
    people.set(accountId, { kind: 'officer', accountId, name: its[0]!.name, posts: heldPosts });
  }
  const places = new Map<string, Person[]>();
  for (const { unitId, role, accountId, positionId, title } of posts) {
    const place = `${unitId}:${role}`;
    const there = places.get(place) ?? [];
    there.push({ actor: people.get(accountId)!, positionId, title });
    places.set(place, there);
  }
  const headTitles = new Map(
    posts
      .filter(({ role, title }) => (role === 'agency-head' || role === 'unit-head') && !title.startsWith('Phó '))
      .map(({ unitId, title }) => [unitId, title]),
  );
  const positions = Map.groupBy(posts, ({ positionId }) => positionId);
  const powers = new Map<string, SigningPower>();
  return {
    has: (unitId, role) => places.has(`${unitId}:${role}`),
    pick: (unitId, role, chance, key) => {
      const all = places.get(`${unitId}:${role}`);
      if (!all) throw new RangeError(`nobody is ${role} at ${unitId}`);
      const named = key ? all.filter(({ positionId }) => positionId.startsWith(`${unitId}:${key}`)) : all;
      return chance.pick(named.length > 0 ? named : all).actor;
    },
    power: (actor, unitId, at) => {
      const unit = tree.get(unitId)!;
      const body = bodyOf(unit, oneHead, localDay(at));
      const known = powers.get(`${actor.accountId} ${unitId} ${body}`);
      if (known) return known;
      const signing = { id: unitId, body, collective: 'Ủy ban nhân dân', headTitle: headTitles.get(unitId) ?? '' };
      for (const { positionId, unitId: at_, title } of held.get(actor.accountId ?? '') ?? []) {
        const its = positions.get(positionId) ?? [];
        const rank = rankOf(its.map((post) => ({ role: post.role, title: { vi: post.title, en: '' } })));
        const post = { positionId, unitId: at_, title, rank };
        const document = { unitId, kinds: [], amount: null };
        const power = signingFormOf(actor, post, signing, [], document, at);
        if (!power.ok) continue;
        powers.set(`${actor.accountId} ${unitId} ${body}`, power.value);
        return power.value;
      }
      throw new RangeError(`${actor.name} does not sign at ${unitId}`);
    },
  };
}
