import { accepted, type Refusal, type Result, refused } from '#kernel/result.ts';
import {
  covers,
  type Delegation,
  type DelegationObjection,
  objectionsInOrder,
  type SigningDocument,
} from './delegation.ts';

/** Forms of signing: in person, on behalf of a collective, deputy for the head, by order, by delegation, acting (NĐ 30/2020/NĐ-CP art. 13). */
export const signingForms = ['direct', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
export type SigningForm = (typeof signingForms)[number];

/** The body in whose name is signed. */
export interface SigningUnit {
  readonly id: string;
  /** A committee decides together and is signed for (TM.); under one head the head signs in person. */
  readonly body: 'committee' | 'one-head';
  /** `Ủy ban nhân dân`, the collective in the line TM.; of a body under one head it is not used. */
  readonly collective: string;
  /** `Chủ tịch`, `Giám đốc`: whose name stands in the lines KT., TL., TUQ., Q. */
  readonly headTitle: string;
}

/** What somebody holds who is about to sign. */
export interface SigningPost {
  readonly positionId: string;
  readonly unitId: string;
  readonly title: string;
  /** head of the unit; deputy of that head; member: no power to sign of one's own. */
  readonly rank: 'head' | 'deputy' | 'member';
}

/** The form of a signature with the lines above the name, derived and never chosen. */
export interface SigningPower {
  readonly form: SigningForm;
  /** In capitals, from the top down: `TUQ. CHỦ TỊCH`, `CÔNG CHỨC TƯ PHÁP - HỘ TỊCH`. */
  readonly block: readonly string[];
  readonly positionId: string;
  readonly title: string;
  readonly delegationId: string | null;
}

export type SigningRefusal = 'signing-not-empowered' | DelegationObjection;

/**
 * In which form somebody signs this document at this moment: by the post alone, or by a delegation that covers it.
 * A head signs in person, or for the committee; a deputy signs for the head; an acting head is one by a decision; everyone
 * else needs a delegation. Refused with the nearest reason: not begun, ended, revoked, another kind, too large an amount.
 * @see NĐ 30/2020/NĐ-CP art. 13; of wards under one head NĐ 32/2021/NĐ-CP
 */
export function signingFormOf(
  actor: { readonly accountId: string | null },
  post: SigningPost,
  unit: SigningUnit,
  delegations: readonly Delegation[],
  document: SigningDocument,
  at: Temporal.Instant,
): Result<SigningPower, SigningRefusal> {
  if (unit.id !== document.unitId) throw new RangeError(`${unit.id} is not the body of the document`);
  const by = { positionId: post.positionId, accountId: actor.accountId };
  const asked = delegations
    .filter(({ receiverPositionId }) => receiverPositionId === post.positionId)
    .map((delegation) => ({ delegation, answer: covers(delegation, by, document, at) }));
  const covering = asked.flatMap(({ delegation, answer }) => (answer.ok ? [delegation] : []));
  const acting = covering.find(({ form }) => form === 'Q');
  const ownPower = post.unitId === unit.id && post.rank !== 'member';
  const delegation = acting ?? (ownPower ? undefined : covering[0]);
  if (delegation) return accepted({ ...powerBy(post), ...delegatedBlock(delegation, post, unit) });
  if (ownPower) return accepted({ ...powerBy(post), ...ownBlock(post, unit) });
  const nearest = asked
    .flatMap(({ answer }) => (answer.ok ? [] : [answer.refusal]))
    .reduce<Refusal<DelegationObjection> | undefined>(
      (best, next) => (nearness(next) > nearness(best) ? next : best),
      undefined,
    );
  return nearest ? { ok: false, refusal: nearest } : refused('signing-not-empowered', { title: post.title });
}

const nearness = (refusal: Refusal<DelegationObjection> | undefined): number =>
  refusal ? objectionsInOrder.indexOf(refusal.code) : -1;

const powerBy = ({ positionId, title }: SigningPost) => ({ positionId, title, delegationId: null });

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

const onBehalf = (unit: SigningUnit): readonly string[] =>
  unit.body === 'committee' ? [`TM. ${capitals(unit.collective)}`] : [];

function ownBlock(post: SigningPost, unit: SigningUnit): Pick<SigningPower, 'form' | 'block'> {
  if (post.rank === 'deputy') {
    return { form: 'KT', block: [...onBehalf(unit), `KT. ${capitals(unit.headTitle)}`, capitals(post.title)] };
  }
  return {
    form: unit.body === 'committee' ? 'TM' : 'direct',
    block: [...onBehalf(unit), capitals(post.title)],
  };
}

function delegatedBlock(delegation: Delegation, post: SigningPost, unit: SigningUnit) {
  const { form, id: delegationId } = delegation;
  const head = `${form}. ${capitals(unit.headTitle)}`;
  // an acting head is the head: the line of the own title falls away
  const block = form === 'Q' ? [...onBehalf(unit), head] : [head, capitals(delegation.signsAs ?? post.title)];
  return { form, block, delegationId };
}
