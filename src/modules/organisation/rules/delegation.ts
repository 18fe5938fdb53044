import { type Actor, isWithin, postsHeld } from '#case-engine/rules/authority.ts';
import { type Dong, formatDong } from '#kernel/money.ts';
import { accepted, type Result, refused } from '#kernel/result.ts';
import { formatDate } from '#kernel/vietnamese.ts';
import { localDay, toLocal } from '#kernel/zone.ts';
import type { Post } from './post.ts';
import type { Unit } from './unit.ts';
import { agencyOf, type UnitTree } from './unit-tree.ts';

/** What a head may give in writing: TUQ. by delegation, TL. by order, Q. acting for the head (NĐ 30/2020/NĐ-CP art. 13). */
export const delegatedForms = ['TUQ', 'TL', 'Q'] as const;
export type DelegatedForm = (typeof delegatedForms)[number];

/** Power to sign, given in writing by the head of an agency, limited in content and time, revocable, never given on. */
export interface Delegation {
  readonly id: string;
  /** The agency in whose name it is used. */
  readonly unitId: string;
  readonly giverPositionId: string;
  readonly receiverPositionId: string;
  /** The one person meant; null: whoever holds the position. */
  readonly receiverAccountId: string | null;
  readonly form: DelegatedForm;
  /** Codes of procedures, or of fields for all procedures of one. */
  readonly kinds: readonly string[];
  readonly upToAmount: Dong | null;
  /** How the delegate's line reads where it is not the title of the post. */
  readonly signsAs: string | null;
  readonly validFrom: Temporal.PlainDate;
  /** Last day, included. */
  readonly validTo: Temporal.PlainDate;
  readonly decisionNumber: string;
  readonly revoked: { readonly from: Temporal.Instant; readonly reason: string } | null;
}

/** The document a signature is asked for, as far as a delegation looks at it. */
export interface SigningDocument {
  /** The agency, or division, in whose name it is. */
  readonly unitId: string;
  /** The code of its procedure and of the procedure's field. */
  readonly kinds: readonly string[];
  /** The amount it decides on; null where it decides on none. */
  readonly amount: Dong | null;
}

export type DelegationObjection =
  | 'delegation-other-unit'
  | 'delegation-not-to-you'
  | 'delegation-other-kind'
  | 'delegation-amount-exceeded'
  | 'delegation-not-begun'
  | 'delegation-ended'
  | 'delegation-revoked';

/** In the order in which a delegation is looked at: a later objection is nearer to a yes, so it is the one worth saying. */
export const objectionsInOrder: readonly DelegationObjection[] = [
  'delegation-other-unit',
  'delegation-not-to-you',
  'delegation-other-kind',
  'delegation-amount-exceeded',
  'delegation-not-begun',
  'delegation-ended',
  'delegation-revoked',
];

/** Whether a delegation covers this document at this moment, for this person at this position; refused with what is missing. */
export function covers(
  delegation: Delegation,
  by: { readonly positionId: string; readonly accountId: string | null },
  document: SigningDocument,
  at: Temporal.Instant,
): Result<void, DelegationObjection> {
  const { decisionNumber } = delegation;
  const day = localDay(at);
  if (delegation.unitId !== document.unitId) return refused('delegation-other-unit', { decisionNumber });
  const named = delegation.receiverAccountId === null || delegation.receiverAccountId === by.accountId;
  if (delegation.receiverPositionId !== by.positionId || !named) {
    return refused('delegation-not-to-you', { decisionNumber });
  }
  if (!delegation.kinds.some((kind) => document.kinds.includes(kind))) {
    return refused('delegation-other-kind', { decisionNumber });
  }
  if (delegation.upToAmount !== null && document.amount !== null && document.amount > delegation.upToAmount) {
    return refused('delegation-amount-exceeded', { decisionNumber, most: formatDong('vi', delegation.upToAmount) });
  }
  if (Temporal.PlainDate.compare(day, delegation.validFrom) < 0) {
    return refused('delegation-not-begun', { decisionNumber, from: formatDate(delegation.validFrom) });
  }
  if (Temporal.PlainDate.compare(day, delegation.validTo) > 0) {
    return refused('delegation-ended', { decisionNumber, to: formatDate(delegation.validTo) });
  }
  const { revoked } = delegation;
  if (revoked && Temporal.Instant.compare(at, revoked.from) >= 0) {
    const from = formatDate(toLocal(revoked.from));
    return refused('delegation-revoked', { decisionNumber, from, reason: revoked.reason });
  }
  return accepted(undefined);
}

/** What a head asks to be recorded. */
export type DelegationGrant = Pick<
  Delegation,
  'unitId' | 'receiverPositionId' | 'form' | 'kinds' | 'upToAmount' | 'validFrom' | 'validTo'
>;

export type GrantRefusal =
  | 'delegation-not-yours-to-give'
  | 'delegation-receiver-elsewhere'
  | 'delegation-to-oneself'
  | 'delegation-beyond-power'
  | 'delegation-without-kinds'
  | 'delegation-dates-wrong'
  | 'delegation-in-past';

/**
 * May this person give this power now? Only the head of the agency, by the post itself: a power that was delegated is not
 * given on, because a delegate heads nothing. Only to a post of the same agency or of its parts, only for kinds of
 * documents that the agency decides on, only from a day to a day that are not over.
 * @param receiver the post that would receive, undefined when there is none of that name
 * @param powers codes of procedures and fields that the agency decides on
 * @returns the position that gives
 */
export function mayGrant(
  actor: Actor,
  grant: DelegationGrant,
  receiver: Pick<Post, 'unitId'> | undefined,
  powers: readonly string[],
  tree: UnitTree,
  at: Temporal.Instant,
): Result<string, GrantRefusal> {
  const giver = headPostOf(actor, grant.unitId, at);
  if (!giver) return refused('delegation-not-yours-to-give');
  const receivingUnit = receiver && tree.get(receiver.unitId);
  if (!receivingUnit || !isOfAgency(receivingUnit, grant.unitId, tree)) {
    return refused('delegation-receiver-elsewhere', {}, 'receiver');
  }
  if (positionOf(giver.postId) === grant.receiverPositionId) return refused('delegation-to-oneself', {}, 'receiver');
  if (grant.kinds.length === 0) return refused('delegation-without-kinds', {}, 'kinds');
  const beyond = grant.kinds.find((kind) => !powers.includes(kind));
  if (beyond !== undefined) return refused('delegation-beyond-power', { kind: beyond }, 'kinds');
  if (Temporal.PlainDate.compare(grant.validTo, grant.validFrom) < 0) {
    return refused('delegation-dates-wrong', {}, 'validTo');
  }
  if (Temporal.PlainDate.compare(grant.validTo, localDay(at)) < 0) return refused('delegation-in-past', {}, 'validTo');
  return accepted(positionOf(giver.postId));
}

/** The post by which somebody heads an agency, if they do. */
export function headPostOf(actor: Actor, unitId: string, at: Temporal.Instant) {
  return postsHeld(actor, at).find((post) => post.role === 'agency-head' && post.unitId === unitId);
}

/** `x-00007:chair` of `x-00007:chair:signatory`: what is held, without the role it gives. */
export function positionOf(postId: string): string {
  return postId.replace(/:[^:]*$/, '');
}

/** The agency itself, its desk or a division of it: never an agency below. */
function isOfAgency(unit: Unit, agencyId: string, tree: UnitTree): boolean {
  const agency = tree.get(agencyId);
  return agency !== undefined && agencyOf(unit, tree)?.id === agencyId && isWithin(unit.path, agency.path);
}
