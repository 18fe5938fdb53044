import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, jurisdictionOf, postAt, postsHeld, roles } from '#case-engine/rules/authority.ts';
import { insertPosts, insertUnits, loadReferenceUnits } from '#modules/organisation/index.ts';
import { freshDatabase } from '../../../tests/on-database.ts';
import {
  demoSignIns,
  endHolding,
  findActorBySession,
  findActorByToken,
  findPersonalFacts,
  holdPost,
  issueAccessToken,
  listColleagues,
  loadActor,
  loadDemoAccounts,
  logReading,
  registerCitizen,
  signIn,
  signOut,
} from './index.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.drop);

const now = Temporal.Instant.from('2021-11-05T02:00:00Z');
const { password, accounts, systemToken } = demoSignIns();
let nextAddress = 0;
/** A new address each time, so that one test's tries do not count in another. */
const from = () => `203.0.113.${++nextAddress}`;

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'accepted' : result.refusal?.code);
async function signedIn(name: string, at = now): Promise<{ token: string; accountId: string; actor: Actor }> {
  const session = await signIn(db, { name, password, address: from() }, at);
  if (!session.ok) throw new Error(session.refusal.code);
  const actor = await findActorBySession(db, session.value.token, at);
  return { ...session.value, actor: actor! };
}

beforeAll(async () => {
  const { units, posts } = loadReferenceUnits();
  await insertUnits(db, units);
  await insertPosts(db, posts);
  await loadDemoAccounts(db, now);
});

describe('the demo city', () => {
  test('lets every printed sign-in in, with the posts of its positions', async () => {
    expect(new Set(accounts.map((account) => account.signInName)).size).toBe(accounts.length);
    for (const { signInName, name, position } of accounts) {
      const { actor } = await signedIn(signInName);
      expect(actor.name).toBe(name);
      expect(postsHeld(actor, now).length > 0).toBe(position !== 'Công dân');
    }
  });

  test('has an actor for its system, by the bearer token that the start prints', async () => {
    expect(await findActorByToken(db, systemToken, now)).toMatchObject({
      kind: 'system',
      posts: [{ unitId: 'x-00007.desk', role: 'intake-officer' }],
    });
  });

  test.each([
    ['x-00007', ['case-handler', 'unit-head', 'agency-head', 'signatory', 'records-clerk']],
    ['x-00007.desk', ['intake-officer', 'desk-head']],
    ['x-00505', ['case-handler', 'unit-head', 'agency-head', 'signatory', 'records-clerk']],
    ['x-00505.desk', ['intake-officer', 'desk-head']],
    ['q-001', ['agency-head', 'signatory', 'records-clerk']],
    ['q-001.desk', ['intake-officer', 'desk-head']],
    ['q-001.urban-management', ['case-handler', 'unit-head', 'signatory']],
    ['q-001.justice', ['case-handler', 'unit-head', 'signatory']],
    ['q-001.finance-planning', ['case-handler', 'unit-head', 'signatory']],
    ['q-001.labour-social', ['case-handler', 'unit-head', 'signatory']],
    ['q-001.land-registration', ['case-handler', 'unit-head', 'signatory']],
    ['q-017', ['agency-head', 'signatory', 'records-clerk']],
    ['q-017.desk', ['intake-officer', 'desk-head']],
    ['q-017.labour-social', ['case-handler', 'unit-head', 'signatory']],
    ['so-tu-phap', ['signatory', 'records-clerk']],
    ['so-tu-phap.desk', ['intake-officer', 'desk-head']],
    ['so-tu-phap.judicial-record', ['case-handler', 'unit-head', 'signatory']],
    ['so-giao-thong-van-tai', ['signatory', 'records-clerk']],
    ['so-giao-thong-van-tai.desk', ['intake-officer', 'desk-head']],
    ['so-giao-thong-van-tai.transport', ['case-handler', 'unit-head', 'signatory']],
    ['so-giao-thong-van-tai.vehicles', ['case-handler', 'unit-head', 'signatory']],
    ['so-ke-hoach-va-dau-tu', ['signatory', 'records-clerk']],
    ['so-ke-hoach-va-dau-tu.desk', ['intake-officer', 'desk-head']],
    ['so-ke-hoach-va-dau-tu.business-registration', ['case-handler', 'unit-head', 'signatory']],
    ['hn', ['procedure-controller', 'administrator']],
  ])('has someone at %s for each of %j', async (unitId, wanted) => {
    const held = await Promise.all(
      roles.map(async (role) => ((await listColleagues(db, unitId, role, now)).length > 0 ? role : '')),
    );
    expect(held).toEqual(expect.arrayContaining(wanted));
  });
});

describe('signing in', () => {
  test('gives a session whose actor has the posts with the path of their units', async () => {
    const { actor, accountId } = await signedIn(' MotCua.CongVi ');
    expect(actor).toMatchObject({ kind: 'officer', accountId, name: 'Đỗ Thị Hải Yến' });
    expect(actor.posts).toEqual([
      {
        postId: 'x-00007.desk:intake-officer:intake-officer',
        role: 'intake-officer',
        unitId: 'x-00007.desk',
        unitPath: 'hn/q-001/x-00007/x-00007.desk',
        from: Temporal.Instant.from('2020-02-29T17:00:00Z'),
        until: null,
      },
    ]);
    expect(postAt(actor, ['intake-officer'], 'x-00007.desk', now)).toBeDefined();
    expect(jurisdictionOf((await signedIn('truongdothi.badinh')).actor, now)).toContain(
      'hn/q-001/q-001.urban-management',
    );
  });

  test.each([
    ['an unknown name', 'khong.co.ai', password],
    ['a wrong password', 'vanthu.congvi', 'motcua-demo-2022'],
    ['an empty password', 'vanthu.congvi', ''],
    ['a password of a million signs', 'vanthu.congvi', 'x'.repeat(1_000_000)],
    ['a name with NUL', '\u0000', password],
    ['half of a character', '\ud800', '\ud800'],
    ['the name of a system', 'he-thong.lien-thong', password],
    ['a name that means something to the database', "' or ''='", password],
  ])('with %s is refused in the same words', async (_, name, typed) => {
    const result = await signIn(db, { name, password: typed, address: from() }, now);
    expect(result).toEqual({ ok: false, refusal: { code: 'sign-in-wrong', facts: {} } });
  });

  test('takes about as long for an unknown name as for a wrong password', async () => {
    const timeOf = async (name: string) => {
      const begun = performance.now();
      await signIn(db, { name, password: 'mật khẩu sai', address: from() }, now.add({ hours: 1 }));
      return performance.now() - begun;
    };
    await timeOf('lam.nong.1');
    const unknown = Math.min(await timeOf('la.1'), await timeOf('la.2'), await timeOf('la.3'));
    const known = Math.min(await timeOf('vanthu.coloa'), await timeOf('vanthu.coloa'), await timeOf('vanthu.coloa'));
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('ends with the token that is signed out, after 4 hours alone, and after 12 hours always', async () => {
    const { token } = await signedIn('hotich.congvi');
    const { token: other } = await signedIn('hotich.congvi');
    expect(other).not.toBe(token);
    await signOut(db, other);
    expect(await findActorBySession(db, other, now)).toBeUndefined();
    const at = (hours: number) => findActorBySession(db, token, now.add({ hours }));
    expect(await at(3)).toBeDefined();
    expect(await at(6)).toBeDefined();
    expect(await at(9)).toBeDefined();
    expect(await at(12)).toBeUndefined();
    const { token: alone } = await signedIn('hotich.congvi');
    expect(await findActorBySession(db, alone, now.add({ hours: 4 }))).toBeUndefined();
  });

  test('again ends the session that the browser had', async () => {
    const { token } = await signedIn('hotich2.congvi');
    const address = from();
    const again = await signIn(db, { name: 'hotich2.congvi', password, address, replaces: token }, now);
    expect(again.ok).toBe(true);
    expect(await findActorBySession(db, token, now)).toBeUndefined();
  });

  test('leaves neither token nor password in the database', async () => {
    const { token } = await signedIn('hotich2.congvi');
    const issued = await issueAccessToken(
      db,
      { accountId: (await signedIn('hotich2.congvi')).accountId, label: 'x' },
      now,
    );
    const { rows } = await sql<{ text: string }>`
      select string_agg(t::text, ' ') as text from (
        select session::text as t from session union all select access_token::text from access_token
        union all select account::text from account union all select sign_in_attempt::text from sign_in_attempt) all_rows`.execute(
      db,
    );
    for (const secret of [token, issued.token, systemToken, password]) expect(rows[0]?.text).not.toContain(secret);
    expect(rows[0]?.text).toContain('$argon2id$');
  });

  test('is of no more use from the moment the account is closed', async () => {
    const { token, accountId } = await signedIn('vanthu.sokhdt');
    const issued = await issueAccessToken(db, { accountId, label: 'x' }, now);
    await sql`update account set closed_at = ${now}::timestamptz where id = ${accountId}::uuid`.execute(db);
    expect(await findActorBySession(db, token, now)).toBeUndefined();
    expect(await findActorByToken(db, issued.token, now)).toBeUndefined();
    expect(await loadActor(db, accountId, now)).toBeUndefined();
    expect(codeOf(await signIn(db, { name: 'vanthu.sokhdt', password, address: from() }, now))).toBe('sign-in-wrong');
    await sql`update account set closed_at = null where id = ${accountId}::uuid`.execute(db);
  });
});

describe('guessing', () => {
  test('of one name waits after 5 wrong tries, also when the password is right at last', async () => {
    for (let i = 0; i < 5; i++) await signIn(db, { name: 'chutich.coloa', password: 'sai rồi', address: from() }, now);
    const sixth = await signIn(db, { name: 'chutich.coloa', password, address: from() }, now);
    expect(sixth).toMatchObject({ refusal: { code: 'sign-in-throttled', facts: { minutes: 1 } } });
    expect(
      codeOf(await signIn(db, { name: 'chutich.coloa', password, address: from() }, now.add({ minutes: 1 }))),
    ).toBe('accepted');
  });

  test('of a name that does not exist waits the same', async () => {
    for (let i = 0; i < 5; i++) await signIn(db, { name: 'khong.ton.tai', password, address: from() }, now);
    expect(codeOf(await signIn(db, { name: 'khong.ton.tai', password, address: from() }, now))).toBe(
      'sign-in-throttled',
    );
  });

  test('by twenty at once is counted as twenty', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, () => signIn(db, { name: 'chutich.donganh', password: 'sai', address: from() }, now)),
    );
    expect(results.filter((result) => codeOf(result) === 'sign-in-wrong')).toHaveLength(5);
    expect(results.filter((result) => codeOf(result) === 'sign-in-throttled')).toHaveLength(15);
  });

  test('from elsewhere does not shut out the person where they signed in before', async () => {
    const desk = from();
    await signIn(db, { name: 'motcua.coloa', password, address: desk }, now);
    for (let i = 0; i < 9; i++) await signIn(db, { name: 'motcua.coloa', password: 'sai', address: from() }, now);
    expect(codeOf(await signIn(db, { name: 'motcua.coloa', password, address: from() }, now))).toBe(
      'sign-in-throttled',
    );
    expect(codeOf(await signIn(db, { name: 'motcua.coloa', password, address: desk }, now))).toBe('accepted');
    for (let i = 0; i < 5; i++) await signIn(db, { name: 'motcua.coloa', password: 'sai', address: desk }, now);
    expect(codeOf(await signIn(db, { name: 'motcua.coloa', password, address: desk }, now))).toBe('sign-in-throttled');
  });

  test('of many names from one address waits after 50', async () => {
    const address = from();
    const tries = await Promise.all(
      Array.from({ length: 52 }, (_, i) => signIn(db, { name: `ten.${i}`, password, address }, now)),
    );
    expect(tries.filter((result) => codeOf(result) === 'sign-in-throttled')).toHaveLength(2);
    expect(codeOf(await signIn(db, { name: 'cong.dan.1', password, address }, now))).toBe('sign-in-throttled');
    const later = now.add({ minutes: 15 });
    expect(codeOf(await signIn(db, { name: 'cong.dan.1', password, address }, later))).toBe('accepted');
  });

  test('is forgotten after 90 days', async () => {
    const later = now.add({ hours: 100 * 24 });
    const { rows: before } = await sql<{ count: number }>`select count(*) from sign_in_attempt`.execute(db);
    await signedIn('cong.dan.2', later);
    const { rows: after } = await sql<{ count: number }>`select count(*) from sign_in_attempt`.execute(db);
    expect(after[0]!.count).toBeLessThan(before[0]!.count);
  });
});

describe('a citizen’s account', () => {
  const typed = {
    name: 'NGUYỄN THỊ  SƯƠNG',
    personalId: '001 195 000 777',
    phone: '+84 913 000 777',
    password: 'mưa rào trên mái ngói',
    address: '198.51.100.1',
  };

  test('is opened and signs in with the telephone number however it is typed', async () => {
    const opened = await registerCitizen(db, typed, now);
    expect(opened).toMatchObject({ ok: true, value: { signInName: '0913000777', name: 'Nguyễn Thị Sương' } });
    const session = await signIn(db, { name: '0913 000 777', password: typed.password, address: from() }, now);
    expect(session).toMatchObject({ ok: true, value: { kind: 'citizen', name: 'Nguyễn Thị Sương' } });
    const composedOtherwise = typed.password.normalize('NFD');
    expect((await signIn(db, { name: '0913000777', password: composedOtherwise, address: from() }, now)).ok).toBe(true);
  });

  test('knows what to fill in on a form', async () => {
    const { accountId } = await signedIn('cong.dan.1');
    const facts = { name: 'Trần Thị Mây', personalId: '001190000001', phone: '0912000001', email: 'may@example.vn' };
    expect(await findPersonalFacts(db, accountId)).toEqual(facts);
  });

  test('cannot have a sign-in name that is taken, also when two ask at once', async () => {
    expect(await registerCitizen(db, typed, now)).toMatchObject({
      refusal: { code: 'sign-in-name-taken', field: 'phone' },
    });
    const twice = { ...typed, signInName: 'Suong.Mai' };
    const both = await Promise.all([registerCitizen(db, twice, now), registerCitizen(db, twice, now)]);
    expect(both.map(codeOf).sort()).toEqual(['accepted', 'sign-in-name-taken']);
    expect(await registerCitizen(db, { ...typed, signInName: 'motcua.congvi' }, now)).toMatchObject({
      refusal: { code: 'sign-in-name-taken', field: 'signInName' },
    });
  });

  test('is refused with the field that is wrong', async () => {
    expect(await registerCitizen(db, { ...typed, personalId: '12' }, now)).toMatchObject({
      refusal: { code: 'personal-id-wrong', field: 'personalId' },
    });
  });

  test('is opened 50 times from one address and then waits', async () => {
    const address = '198.51.100.99';
    await sql`insert into sign_in_attempt (act, sign_in_name, address, at, succeeded)
      select 'registration', 'x' || n, ${address}, ${now}::timestamptz, false from generate_series(1, 50) n`.execute(
      db,
    );
    const result = await registerCitizen(db, { ...typed, phone: '0913000778', address }, now);
    expect(codeOf(result)).toBe('sign-in-throttled');
  });
});

describe('a bearer token', () => {
  test('acts with the posts of its account: of a person for 12 hours, of a system for 90 days', async () => {
    const { accountId } = await signedIn('motcua.badinh');
    const issued = await issueAccessToken(db, { accountId, label: 'máy quét' }, now);
    expect(issued.token).toMatch(/^mc_[\w-]{43}$/);
    expect(await findActorByToken(db, issued.token, now)).toMatchObject({ kind: 'officer', accountId });
    expect(await findActorByToken(db, issued.token, now.add({ hours: 12 }))).toBeUndefined();
    const system = await findActorByToken(db, systemToken, now);
    const long = await issueAccessToken(db, { accountId: system!.accountId!, label: 'x' }, now);
    expect(now.until(long.endsAt).total('hours')).toBe(90 * 24);
    expect(await findActorByToken(db, 'mc_unknown', now)).toBeUndefined();
    expect(await findActorBySession(db, issued.token, now)).toBeUndefined();
  });
});

describe('a post', () => {
  const postId = 'x-00007:vice-chair-2:signatory';
  const decision = '12/QĐ-UBND';
  const later = now.add({ hours: 24 });

  test('is held from a moment to a moment: before and after it gives no right', async () => {
    const { actor: administrator } = await signedIn('quantri.hanoi');
    const { accountId } = await signedIn('hotich.congvi');
    const appointment = { postId, accountId, from: later, until: null, decision };
    const held = await holdPost(db, administrator, appointment, now);
    if (!held.ok) throw new Error(held.refusal.code);
    const mayAt = async (at: Temporal.Instant) =>
      postAt((await loadActor(db, accountId, at))!, ['signatory'], 'x-00007', at) !== undefined;
    const listed = async (at: Temporal.Instant) =>
      (await listColleagues(db, 'x-00007', 'signatory', at)).some((colleague) => colleague.accountId === accountId);
    const end = later.add({ hours: 48 });
    expect([await mayAt(now), await mayAt(later), await mayAt(end)]).toEqual([false, true, true]);
    expect([await listed(now), await listed(later), await listed(end)]).toEqual([false, true, true]);

    expect(codeOf(await holdPost(db, administrator, appointment, now))).toBe('post-held-already');
    const ended = await endHolding(
      db,
      administrator,
      { holdingId: held.value, endsAt: end, decision: '13/QĐ-UBND' },
      now,
    );
    expect(ended.ok).toBe(true);
    expect([await mayAt(now), await mayAt(later), await mayAt(end)]).toEqual([false, true, false]);
    expect([await listed(now), await listed(later), await listed(end)]).toEqual([false, true, false]);

    const longer = { holdingId: held.value, endsAt: end.add({ hours: 1 }), decision };
    expect(codeOf(await endHolding(db, administrator, longer, now))).toBe('holding-ends-before-start');
    expect(codeOf(await holdPost(db, administrator, { ...appointment, from: end }, now))).toBe('accepted');
  });

  test('is given only by an administrator of the unit or of one above', async () => {
    const { actor: chair, accountId } = await signedIn('chutich.congvi');
    const { actor: administrator } = await signedIn('quantri.hanoi');
    const { accountId: citizenId } = await signedIn('cong.dan.1');
    const appointment = { postId: 'x-00505:vice-chair-2:signatory', accountId, from: now, until: null, decision };
    expect(codeOf(await holdPost(db, chair, appointment, now))).toBe('appointment-not-yours');
    expect(codeOf(await holdPost(db, administrator, { ...appointment, postId: 'x-1:y' }, now))).toBe('post-unknown');
    const tooSoon = { ...appointment, from: Temporal.Instant.from('2019-01-01T00:00:00Z') };
    expect(codeOf(await holdPost(db, administrator, tooSoon, now))).toBe('post-unknown');
    expect(codeOf(await holdPost(db, administrator, { ...appointment, accountId: citizenId }, now))).toBe(
      'account-unknown',
    );
    expect(codeOf(await holdPost(db, administrator, { ...appointment, until: now }, now))).toBe(
      'holding-ends-before-start',
    );
    const nobodys = { holdingId: '00000000-0000-7000-8000-000000000000', endsAt: now, decision };
    expect(codeOf(await endHolding(db, administrator, nobodys, now))).toBe('holding-unknown');
  });

  test('gives no right after its last day, nor when its unit is dissolved, whoever holds it', async () => {
    const { accountId } = await signedIn('vanthu.donganh');
    const actor = async () => (await loadActor(db, accountId, now))!;
    await sql`update post set valid_to = '2021-11-05' where unit_id = 'q-017' and role = 'records-clerk'`.execute(db);
    const midnight = Temporal.Instant.from('2021-11-05T17:00:00Z');
    expect((await actor()).posts).toMatchObject([{ until: midnight }]);
    expect(await listColleagues(db, 'q-017', 'records-clerk', midnight)).toEqual([]);
    expect(await listColleagues(db, 'q-017', 'records-clerk', midnight.subtract({ seconds: 1 }))).toHaveLength(1);
    await sql`update unit set valid = daterange('2013-12-27', '2020-01-01') where id = 'q-017'`.execute(db);
    expect((await actor()).posts).toEqual([]);
    expect(await listColleagues(db, 'q-017', 'records-clerk', now)).toEqual([]);
  });
});

test('colleagues are those who have the role at exactly this unit, in the order of a Vietnamese roll', async () => {
  expect(await listColleagues(db, 'q-001.urban-management', 'case-handler', now)).toMatchObject([
    { name: 'Trần Thị Hồng Gấm', title: { vi: 'Chuyên viên', en: 'Specialist' } },
    { name: 'Nguyễn Khắc Vịnh' },
  ]);
  expect(await listColleagues(db, 'q-001', 'case-handler', now)).toEqual([]);
  expect(await listColleagues(db, 'x-khong-co', 'case-handler', now)).toEqual([]);
});

describe('a look at a dossier outside one’s own work', () => {
  const caseId = '01929d3e-0000-7000-8000-000000000001';

  test('is written down with its reason and never changed', async () => {
    const { accountId } = await signedIn('kiemsoat.hanoi');
    expect((await logReading(db, { accountId, caseId, reason: ' Kiểm tra \u0000đơn phản ánh ' }, now)).ok).toBe(true);
    const { rows } = await sql`select reason, at from reading_log where case_id = ${caseId}::uuid`.execute(db);
    expect(rows).toEqual([{ reason: 'Kiểm tra  đơn phản ánh', at: now }]);
    await expect(sql`delete from reading_log`.execute(db)).rejects.toThrow('append-only');
  });

  test.each([['', ' \u0000 ', 'x'.repeat(501)]])('needs a reason of at most 500 characters', async (...reasons) => {
    const { accountId } = await signedIn('kiemsoat.hanoi');
    for (const reason of reasons) {
      expect(codeOf(await logReading(db, { accountId, caseId, reason }, now))).toBe('reading-reason-missing');
    }
  });
});
