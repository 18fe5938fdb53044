import { idOfWords } from '#kernel/hash.ts';
import { getCityGround, insertDelegation } from '#modules/organisation/index.ts';
import { findOfficerAt, listDelegatingUnits } from './city-year-store.ts';
import type { Producer } from './producer.ts';
import { Seeded } from './rules/seeded.ts';

/** Wards whose chair empowers the justice and civil-status officer to certify (Nghị định 32/2021/NĐ-CP). */
export const produceDelegations: Producer = {
  id: 'delegations',
  name: 'delegations of the wards',
  produce: async ({ connection, client, scenario, asked }) => {
    const { wards, from, until, decision } = scenario.delegation;
    if (asked.to < from) return;
    const { tree } = await getCityGround(connection.db);
    const given = new Set(await listDelegatingUnits(client));
    const chance = new Seeded(`${asked.seed}|delegation`);
    const chosen = [...tree.values()]
      .filter(({ kind }) => kind === 'ward')
      .map(({ id }) => ({ id, place: given.has(id) ? -1 : chance.share() }))
      .sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1))
      .slice(0, wards)
      .map(({ id }) => id);
    for (const [nth, unitId] of chosen.entries()) {
      if (given.has(unitId)) continue;
      const chair = await findOfficerAt(client, unitId, 'agency-head');
      await insertDelegation(connection.db, {
        id: idOfWords(`delegation ${asked.seed} ${unitId}`),
        unitId,
        giverPositionId: `${unitId}:chair`,
        receiverPositionId: `${unitId}:civil-status-officer`,
        receiverAccountId: null,
        form: 'TUQ',
        kinds: ['chung-thuc'],
        upToAmount: null,
        signsAs: null,
        validFrom: Temporal.PlainDate.from(from),
        validTo: Temporal.PlainDate.from(until),
        decisionNumber: `${nth + 1}/${decision}`,
        decisionFile: null,
        grantedAt: Temporal.Instant.from(`${from}T08:30:00+07:00`),
        grantedBy: chair.accountId,
        grantedByName: chair.name,
      });
    }
  },
};
