import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstant } from '#kernel/zone.ts';
import { type Delegation, delegatedForms, type SigningDocument } from './delegation.ts';
import { type SigningPost, type SigningUnit, signingFormOf } from './signing-form.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const noon = (text: string) => toInstant(day(text).toPlainDateTime('12:00'));

const ward: SigningUnit = { id: 'x-00007', body: 'one-head', collective: 'Ủy ban nhân dân', headTitle: 'Chủ tịch' };
const commune: SigningUnit = { ...ward, id: 'x-00466', body: 'committee' };
const department: SigningUnit = { ...ward, id: 'so-tu-phap', headTitle: 'Giám đốc' };

const post = (unitId: string, rank: SigningPost['rank'], title: string): SigningPost => ({
  positionId: `${unitId}:${rank}`,
  unitId,
  title,
  rank,
});
const officer = post('x-00007', 'member', 'Công chức Tư pháp - Hộ tịch');
const certification = (unitId = 'x-00007'): SigningDocument => ({
  unitId,
  kinds: ['2.000815', 'chung-thuc'],
  amount: null,
});
const delegation: Delegation = {
  id: 'd-1',
  unitId: 'x-00007',
  giverPositionId: 'x-00007:chair',
  receiverPositionId: officer.positionId,
  receiverAccountId: null,
  form: 'TUQ',
  kinds: ['chung-thuc'],
  upToAmount: null,
  signsAs: null,
  validFrom: day('2021-07-01'),
  validTo: day('2021-12-31'),
  decisionNumber: '12/QĐ-UBND',
  revoked: null,
};
const anyone = { accountId: 'a-1' };
const on = noon('2021-11-05');

function blockOf(held: SigningPost, unit: SigningUnit, delegations: readonly Delegation[] = []) {
  const power = signingFormOf(anyone, held, unit, delegations, certification(unit.id), on);
  return power.ok ? [power.value.form, ...power.value.block] : power.refusal.code;
}

describe('the form of signing', () => {
  test('the chair of a committee signs on its behalf, the chair of a ward under one head in person', () => {
    expect(blockOf(post(commune.id, 'head', 'Chủ tịch'), commune)).toEqual(['TM', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(blockOf(post(ward.id, 'head', 'Chủ tịch'), ward)).toEqual(['direct', 'CHỦ TỊCH']);
  });

  test('a deputy signs for the head, of a committee also on its behalf', () => {
    expect(blockOf(post(commune.id, 'deputy', 'Phó Chủ tịch'), commune)).toEqual([
      'KT',
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ]);
    expect(blockOf(post(department.id, 'deputy', 'Phó Giám đốc'), department)).toEqual([
      'KT',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
    ]);
  });

  test('a delegated officer signs by delegation in the name of the head who gave it', () => {
    expect(blockOf(officer, ward, [delegation])).toEqual(['TUQ', 'TUQ. CHỦ TỊCH', 'CÔNG CHỨC TƯ PHÁP - HỘ TỊCH']);
    expect(blockOf(officer, ward, [{ ...delegation, signsAs: 'Công chức hộ tịch' }])).toEqual([
      'TUQ',
      'TUQ. CHỦ TỊCH',
      'CÔNG CHỨC HỘ TỊCH',
    ]);
  });

  test('a head of division signs by order of the director, who assigned it', () => {
    const head = post('so-tu-phap.judicial-record', 'head', 'Trưởng phòng');
    const order = { ...delegation, unitId: department.id, form: 'TL' as const, receiverPositionId: head.positionId };
    expect(blockOf(head, department, [order])).toEqual(['TL', 'TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']);
  });

  test('an acting head signs as acting head, though a deputy otherwise', () => {
    const deputy = post(commune.id, 'deputy', 'Phó Chủ tịch');
    const acting = { ...delegation, unitId: commune.id, form: 'Q' as const, receiverPositionId: deputy.positionId };
    expect(blockOf(deputy, commune, [acting])).toEqual(['Q', 'TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']);
  });

  test('a head of one agency signs nothing of another', () => {
    expect(blockOf(post(ward.id, 'head', 'Chủ tịch'), commune)).toBe('signing-not-empowered');
  });

  test.each([
    ['before its first day', { validFrom: day('2021-11-06') }, 'delegation-not-begun'],
    ['after its last day', { validTo: day('2021-11-04') }, 'delegation-ended'],
    ['of another agency', { unitId: 'x-00004' }, 'delegation-other-unit'],
    ['of another person', { receiverAccountId: 'a-2' }, 'delegation-not-to-you'],
    ['for other documents', { kinds: ['ho-tich'] }, 'delegation-other-kind'],
    ['taken back', { revoked: { from: noon('2021-11-04'), reason: 'Chuyển công tác' } }, 'delegation-revoked'],
  ])('a delegation %s gives nothing, and the refusal says why', (_, change, code) => {
    expect(blockOf(officer, ward, [{ ...delegation, ...change }])).toBe(code);
  });

  test('a delegation up to an amount ends there: that amount is covered, one đồng more is not', () => {
    const limited = [{ ...delegation, upToAmount: 1_000_000n }];
    const asked = (amount: bigint) => signingFormOf(anyone, officer, ward, limited, { ...certification(), amount }, on);
    expect(asked(1_000_000n).ok).toBe(true);
    expect(asked(1_000_001n)).toMatchObject({ refusal: { code: 'delegation-amount-exceeded' } });
  });

  test('a delegation holds on its first and last day and until the moment of its revocation', () => {
    const at = (moment: Temporal.Instant, revoked: Delegation['revoked'] = null) =>
      signingFormOf(anyone, officer, ward, [{ ...delegation, revoked }], certification(), moment).ok;
    expect([at(noon('2021-07-01')), at(noon('2021-12-31'))]).toEqual([true, true]);
    const revoked = { from: on, reason: 'x' };
    expect([at(on.subtract({ seconds: 1 }), revoked), at(on, revoked)]).toEqual([true, false]);
  });
});

describe('property', () => {
  const units = ['x-00007', 'x-00004'];
  const kinds = ['chung-thuc', 'ho-tich', '2.000815'];
  const offsetDay = fc.integer({ min: 0, max: 40 }).map((days) => day('2021-11-01').add({ days }));
  const anyDelegation: fc.Arbitrary<Delegation> = fc.record({
    id: fc.uuid(),
    unitId: fc.constantFrom(...units),
    giverPositionId: fc.constant('chair'),
    receiverPositionId: fc.constantFrom(officer.positionId, 'x-00007:other'),
    receiverAccountId: fc.constantFrom(null, 'a-1', 'a-2'),
    form: fc.constantFrom(...delegatedForms),
    kinds: fc.subarray(kinds, { minLength: 1 }),
    upToAmount: fc.option(fc.bigInt(0n, 20n)),
    signsAs: fc.constant(null),
    validFrom: offsetDay,
    validTo: offsetDay,
    decisionNumber: fc.constant('1/QĐ'),
    revoked: fc.option(fc.record({ from: offsetDay.map((d) => noon(d.toString())), reason: fc.constant('r') })),
  });
  const anyDocument = fc.record({
    unitId: fc.constantFrom(...units),
    kinds: fc.subarray(kinds, { minLength: 1 }),
    amount: fc.option(fc.bigInt(0n, 25n)),
  });

  /** Told again, by days and moments as numbers, without the rule's own words. */
  const allows = (given: Delegation, document: SigningDocument, days: Temporal.PlainDate, at: Temporal.Instant) =>
    given.unitId === document.unitId &&
    given.receiverPositionId === officer.positionId &&
    [null, 'a-1'].includes(given.receiverAccountId) &&
    given.kinds.filter((kind) => document.kinds.includes(kind)).length > 0 &&
    !(given.upToAmount !== null && document.amount !== null && given.upToAmount < document.amount) &&
    given.validFrom.toString() <= days.toString() &&
    days.toString() <= given.validTo.toString() &&
    (given.revoked === null || at.epochMilliseconds < given.revoked.from.epochMilliseconds);

  test('an officer without power of the own signs exactly when one delegation allows unit, kind, amount, day and person', () => {
    fc.assert(
      fc.property(fc.array(anyDelegation, { maxLength: 6 }), anyDocument, offsetDay, (delegations, document, days) => {
        const at = noon(days.toString());
        const unit = { ...ward, id: document.unitId };
        const power = signingFormOf(anyone, officer, unit, delegations, document, at);
        const allowing = delegations.filter((given) => allows(given, document, days, at));
        expect(power.ok).toBe(allowing.length > 0);
        if (power.ok) expect(allowing.map(({ id }) => id)).toContain(power.value.delegationId);
      }),
      { numRuns: 3000 },
    );
  });
});
