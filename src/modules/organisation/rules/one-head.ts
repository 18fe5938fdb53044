import { isCommittee } from './agency-name.ts';
import { type InForce, isInForce, type Unit } from './unit.ts';

/** That bodies of a kind, or one body, work under one head for a time, by an act of law. */
export interface OneHeadBody extends InForce {
  readonly unitKind: Unit['kind'] | null;
  readonly unitId: string | null;
}

/**
 * Whether a body decides together or under one head. People's Committees are collectives (Law 77/2015/QH13), unless an act
 * of law puts one under its chair; departments and divisions have one head.
 */
export function bodyOf(
  unit: Pick<Unit, 'id' | 'kind'>,
  oneHead: readonly OneHeadBody[],
  day: Temporal.PlainDate,
): 'committee' | 'one-head' {
  const excepted = oneHead.some(
    (body) => (body.unitId === unit.id || body.unitKind === unit.kind) && isInForce(body, day),
  );
  return isCommittee(unit) && !excepted ? 'committee' : 'one-head';
}
