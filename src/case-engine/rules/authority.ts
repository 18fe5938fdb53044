/** What a post empowers its holder to do. A right is a post, at a unit, over a jurisdiction, at a time: never a person. */
export const roles = [
  'intake-officer',
  'desk-head',
  'case-handler',
  'unit-head',
  'agency-head',
  'signatory',
  'records-clerk',
  'procedure-controller',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** A post held: `unitPath` is the path of the unit in the tree; validity is half-open, `until` not included. */
export interface HeldPost {
  readonly postId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitPath: string;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/**
 * Who acts: a citizen, an officer with the posts held, another system (which acts with the posts of its account),
 * or the passing of time.
 */
export interface Actor {
  readonly kind: 'citizen' | 'officer' | 'system' | 'time';
  readonly accountId: string | null;
  /** As written into the journal. */
  readonly name: string;
  readonly posts: readonly HeldPost[];
  /** The one case whose secret a person without an account has shown. */
  readonly shownSecretOf?: string;
}

/** Milliseconds decide almost always, and are far quicker to compare. */
function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  const apart = one.epochMilliseconds - other.epochMilliseconds;
  return apart === 0 ? Temporal.Instant.compare(one, other) < 0 : apart < 0;
}

function isHeld(post: HeldPost, at: Temporal.Instant): boolean {
  return !isBefore(at, post.from) && (post.until === null || isBefore(at, post.until));
}

/** The posts an actor holds at a moment; a post that ended or has not begun gives no right. */
export function postsHeld(actor: Actor, at: Temporal.Instant): readonly HeldPost[] {
  return actor.posts.filter((post) => isHeld(post, at));
}

/** True when `path` is the unit itself or lies below `ancestor`. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}

/** The post, if any, by which the actor has one of `wanted` at exactly this unit. */
export function postAt(
  actor: Actor,
  wanted: readonly Role[],
  unitId: string,
  at: Temporal.Instant,
): HeldPost | undefined {
  return actor.posts.find((post) => post.unitId === unitId && wanted.includes(post.role) && isHeld(post, at));
}

/** Roles that oversee the agency they sit in: they see every case of its subtree. */
const overseeing: readonly Role[] = ['agency-head', 'signatory', 'records-clerk', 'desk-head', 'procedure-controller'];

/**
 * The units whose cases an actor may read: a head, signatory, clerk or desk head the agency with all below it;
 * everyone else the own unit. The procedure controller of the city sees the city.
 * Reading outside one's own work needs a reason and is logged by the surface that shows it.
 */
export function jurisdictionOf(actor: Actor, at: Temporal.Instant): readonly string[] {
  const paths = postsHeld(actor, at).map((post) =>
    overseeing.includes(post.role) ? post.unitPath.replace(/\/[^/]+\.desk$/, '') : post.unitPath,
  );
  return [...new Set(paths)];
}
