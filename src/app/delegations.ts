import type { Actor } from '#case-engine/rules/authority.ts';
import * as organisation from '#modules/organisation/index.ts';
import * as procedures from '#modules/procedures/index.ts';
import type { AppGround } from './app-ground.ts';

/** Who may sign for whom. */
export function delegationsOf(app: AppGround) {
  const { db, now, today, ground } = app;
  /** Codes of procedures and fields that an agency decides on: what its head may give to others. */
  const powersOf = async (unitId: string): Promise<readonly procedures.ProcedureInForce[]> => {
    const unit = (await ground()).tree.get(unitId);
    return unit ? procedures.searchProcedures(db, { receiver: { id: unit.id, tier: unit.tier } }, today()) : [];
  };
  return {
    list: (which: { readonly unitIds: readonly string[]; readonly positionIds: readonly string[] }) =>
      organisation.selectDelegations(db, which),
    find: async (id: string) => (await organisation.selectDelegations(db, { id }))[0],
    powersOf,
    postsAt: (unitId: string) => organisation.listPostsAt(db, unitId, today()),
    grant: async (actor: Actor & { readonly accountId: string }, wish: organisation.DelegationWish) => {
      const powers = (await powersOf(wish.unitId)).flatMap(({ definition }) => [
        definition.code,
        definition.field.code,
      ]);
      return organisation.grantDelegation(db, await ground(), actor, wish, powers, now());
    },
    revoke: (
      actor: Actor & { readonly accountId: string },
      revocation: { readonly id: string; readonly from?: Temporal.Instant; readonly reason: string },
    ) => organisation.revokeDelegation(db, actor, { from: now(), ...revocation }, now()),
  };
}
