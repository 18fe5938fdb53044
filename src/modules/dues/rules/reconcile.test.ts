import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DifferenceKind, type MoneyMovement, reconcile } from './reconcile.ts';

const on = new Temporal.PlainDate(2021, 11, 5);
const moved = (externalId: string, changes: Partial<MoneyMovement> = {}): MoneyMovement => ({
  externalId,
  kind: 'paid',
  amount: 75_000n,
  on,
  billCode: `MC${externalId}`,
  ...changes,
});
const reported = ({ externalId, kind, amount, on: day, billCode }: MoneyMovement): MoneyMovement => ({
  externalId,
  kind,
  amount,
  on: day,
  billCode,
});

describe('a ledger compared with a report', () => {
  test('that says the same has no difference, in whatever order', () => {
    const movements = fc.uniqueArray(fc.nat().map(String), { maxLength: 30 }).map((ids) => ids.map((id) => moved(id)));
    fc.assert(
      fc.property(movements, fc.nat(), (here, turn) => {
        const there = here.map(reported);
        const turned = [...there.slice(turn % 7), ...there.slice(0, turn % 7)];
        expect(reconcile(here, turned)).toEqual([]);
      }),
    );
  });

  // what stands in ours, what in theirs, and the one difference that is to be found
  const seeds: readonly [string, MoneyMovement | null, MoneyMovement | null, DifferenceKind][] = [
    ['money we do not know', null, moved('x'), 'missing-here'],
    ['a receipt for money that never came', moved('x'), null, 'receipt-without-money'],
    ['a refund recorded and not sent', moved('x', { kind: 'refunded' }), null, 'refund-not-sent'],
    ['a refund sent and not recorded', null, moved('x', { kind: 'refunded' }), 'refund-not-recorded'],
    ['another amount', moved('x'), moved('x', { amount: 70_000n }), 'amount-differs'],
    ['another bill', moved('x'), moved('x', { billCode: 'MCother' }), 'wrong-bill'],
    ['another day', moved('x'), moved('x', { on: on.add({ days: 1 }) }), 'wrong-day'],
    [
      'money for no bill',
      moved('x', { billCode: '', left: 75_000n }),
      moved('x', { billCode: '' }),
      'money-without-bill',
    ],
    ['a bill paid twice, both here', moved('x', { left: 75_000n }), moved('x'), 'paid-twice'],
    ['a bill paid twice, once here', null, moved('x', { billCode: 'MCgood' }), 'paid-twice'],
    ['more than was asked', moved('x', { left: 5000n }), moved('x'), 'paid-too-much'],
    [
      'not what was ordered',
      moved('x', { billCode: '', amount: 70_000n, left: 70_000n, ordered: 75_000n }),
      moved('x', { amount: 70_000n }),
      'amount-differs',
    ],
  ];
  test.each(seeds)('finds %s, once, and nothing else', (_, here, there, kind) => {
    const good = moved('good');
    const found = reconcile(here ? [good, here] : [good], there ? [there, reported(good)] : [reported(good)]);
    expect(found.map((difference) => [difference.kind, difference.externalId])).toEqual([[kind, 'x']]);
  });

  test('has no quarrel about money that was sent back', () => {
    const here = moved('x', { billCode: '', amount: 70_000n, left: 0n, ordered: 75_000n });
    expect(reconcile([here], [moved('x', { amount: 70_000n })])).toEqual([]);
  });
});
