import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#case-engine/rules/authority.ts';
import { moment } from '../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import { loadDemoCity, loadReferenceData } from '../../load-demo-city.ts';
import { type CityGround, getCityGround } from './city-ground.ts';
import { selectDelegations } from './delegation-store.ts';
import { deriveSigning } from './derive-signing.ts';
import { type DelegationWish, grantDelegation } from './grant-delegation.ts';
import { revokeDelegation } from './revoke-delegation.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.drop);

type Officer = Actor & { readonly accountId: string };
const now = moment('2021-11-05T09:00');
let ground: CityGround;

/** The demo city's people by sign-in name, read by hand: this module does not know people. */
async function officer(signInName: string): Promise<Officer> {
  const { rows } = await sql<{ id: string; name: string; posts: Actor['posts'] }>`
    select a.id, a.name, json_agg(json_build_object('postId', p.id, 'role', p.role, 'unitId', u.id, 'unitPath', u.path)) as posts
    from account a join post_holding h on h.account_id = a.id join post p on p.id = h.post_id join unit u on u.id = p.unit_id
    where a.sign_in_name = ${signInName} group by a.id`.execute(db);
  const { id, name, posts } = rows[0]!;
  const from = Temporal.Instant.from('2020-03-01T00:00:00Z');
  return { kind: 'officer', accountId: id, name, posts: posts.map((post) => ({ ...post, from, until: null })) };
}

const powers = ['2.000815', '2.000884', 'chung-thuc', 'ho-tich'];
const wish: DelegationWish = {
  unitId: 'x-00007',
  receiverUnitId: 'x-00007',
  receiverPositionId: 'x-00007:land-officer',
  receiverAccountId: null,
  form: 'TUQ',
  kinds: ['2.000884'],
  upToAmount: 5_000_000n,
  signsAs: null,
  validFrom: Temporal.PlainDate.from('2021-11-01'),
  validTo: Temporal.PlainDate.from('2021-12-31'),
  decisionNumber: '31/QĐ-UBND',
  decisionFile: null,
};
const signature = { unitId: 'x-00007', kinds: ['2.000884', 'chung-thuc'], amount: null };

beforeAll(async () => {
  await loadReferenceData(db, () => undefined);
  await loadDemoCity(db, now, () => undefined);
  ground = await getCityGround(db);
});

describe('delegating', () => {
  test('a ward chair empowers an officer, who then signs by delegation until it is taken back', async () => {
    const [chair, delegate] = await Promise.all([officer('chutich.congvi'), officer('diachinh.congvi')]);
    expect(await deriveSigning(db, ground.tree, delegate, signature, now)).toMatchObject({
      refusal: { code: 'signing-not-empowered' },
    });
    const granted = await grantDelegation(db, ground, chair, wish, powers, now);
    if (!granted.ok) throw new Error(granted.refusal.code);
    const power = await deriveSigning(db, ground.tree, delegate, signature, now);
    expect(power).toMatchObject({
      value: {
        form: 'TUQ',
        block: ['TUQ. CHỦ TỊCH', 'CÔNG CHỨC ĐỊA CHÍNH - XÂY DỰNG - ĐÔ THỊ VÀ MÔI TRƯỜNG'],
        delegationId: granted.value,
      },
    });

    const revocation = { id: granted.value, from: now.add({ hours: 1 }), reason: 'Chuyển công tác' };
    expect(await revokeDelegation(db, delegate, revocation, now)).toMatchObject({
      refusal: { code: 'delegation-not-yours-to-revoke' },
    });
    expect((await revokeDelegation(db, chair, revocation, now)).ok).toBe(true);
    expect(await revokeDelegation(db, chair, revocation, now)).toMatchObject({
      refusal: { code: 'delegation-revoked-already' },
    });
    expect((await deriveSigning(db, ground.tree, delegate, signature, now)).ok).toBe(true);
    expect(await deriveSigning(db, ground.tree, delegate, signature, now.add({ hours: 2 }))).toMatchObject({
      refusal: { code: 'delegation-revoked', facts: { reason: 'Chuyển công tác' } },
    });
    expect(await selectDelegations(db, { id: granted.value })).toMatchObject([
      { receiverUnitId: 'x-00007', upToAmount: 5_000_000n, revoked: { reason: 'Chuyển công tác' } },
    ]);
  });

  test.each([
    ['somebody who heads nothing', 'phochutich.congvi', {}, 'delegation-not-yours-to-give'],
    ['a delegate, giving on what was given', 'hotich.congvi', {}, 'delegation-not-yours-to-give'],
    ['the head of another agency', 'chutich.badinh', {}, 'delegation-not-yours-to-give'],
    [
      'a head, to another agency',
      'chutich.congvi',
      { receiverUnitId: 'q-001.justice', receiverPositionId: 'q-001.justice:head' },
      'delegation-receiver-elsewhere',
    ],
    [
      'a head, to a post that is not there',
      'chutich.congvi',
      { receiverPositionId: 'x-00007:nobody' },
      'delegation-receiver-elsewhere',
    ],
    ['a head, to the own post', 'chutich.congvi', { receiverPositionId: 'x-00007:chair' }, 'delegation-to-oneself'],
    ['a head, beyond the power of the agency', 'chutich.congvi', { kinds: ['1.009994'] }, 'delegation-beyond-power'],
    ['a head, without kinds', 'chutich.congvi', { kinds: [] }, 'delegation-without-kinds'],
    [
      'a head, backwards in time',
      'chutich.congvi',
      { validTo: Temporal.PlainDate.from('2021-10-31') },
      'delegation-dates-wrong',
    ],
  ])('is refused to %s', async (_, name, change, code) => {
    const granted = await grantDelegation(db, ground, await officer(name), { ...wish, ...change }, powers, now);
    expect(granted).toMatchObject({ ok: false, refusal: { code } });
  });

  test('the table keeps what was delegated: nothing but one revocation is ever written over it', async () => {
    const chair = await officer('chutich.congvi');
    const granted = await grantDelegation(db, ground, chair, wish, powers, now);
    if (!granted.ok) throw new Error(granted.refusal.code);
    const change = sql`update delegation set valid_to = valid_to + 100 where id = ${granted.value}::uuid`;
    await expect(change.execute(db)).rejects.toThrow(/only its revocation/);
    await expect(sql`delete from delegation where id = ${granted.value}::uuid`.execute(db)).rejects.toThrow(/revoked/);
  });

  test('the demo wards have empowered their justice and civil-status officers to certify', async () => {
    const delegate = await officer('hotich.congvi');
    const certified = { unitId: 'x-00007', kinds: ['2.000815', 'chung-thuc'], amount: 12_000n };
    expect(await deriveSigning(db, ground.tree, delegate, certified, now)).toMatchObject({
      value: { form: 'TUQ', block: ['TUQ. CHỦ TỊCH', 'CÔNG CHỨC TƯ PHÁP - HỘ TỊCH'] },
    });
    const status = { ...certified, kinds: ['1.004873', 'ho-tich'] };
    expect(await deriveSigning(db, ground.tree, delegate, status, now)).toMatchObject({
      refusal: { code: 'delegation-other-kind' },
    });
  });
});
