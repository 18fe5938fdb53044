import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CallingCounter,
  calledBefore,
  isFirst,
  mayCall,
  nextTicket,
  rowAfter,
  type WaitingTicket,
} from './calling-rule.ts';

const ticket = (number: number, more: Partial<WaitingTicket> = {}): WaitingTicket => ({
  number,
  fieldCode: null,
  waitsFrom: number,
  isPriority: false,
  isBooked: false,
  onlyCounter: null,
  ...more,
});
const counter: CallingCounter = { number: 1, fieldCodes: [], firstsInARow: 0 };
const priority = { isPriority: true };

/** Calls everyone to one counter. */
function callAll(waiting: readonly WaitingTicket[], mostInARow: number, now = 1000): number[] {
  let [left, at] = [waiting, counter];
  const order: number[] = [];
  for (let next = nextTicket(left, at, mostInARow, now); next; next = nextTicket(left, at, mostInARow, now)) {
    const called = next;
    at = { ...at, firstsInARow: rowAfter(called, left, at, now) };
    left = left.filter((each) => each !== called);
    order.push(called.number);
  }
  return order;
}

describe('whom a counter calls next', () => {
  test('people without priority are called in the order in which they came', () => {
    expect(callAll([ticket(3), ticket(1), ticket(2)], 2)).toEqual([1, 2, 3]);
  });

  test('after two with priority one of the others is called', () => {
    const waiting = [ticket(1), ticket(2), ...[3, 4, 5, 6].map((number) => ticket(number, priority))];
    expect(callAll(waiting, 2)).toEqual([3, 4, 1, 5, 6, 2]);
  });

  test('who booked goes first once the booked time has come, and not before', () => {
    const booked = ticket(2, { isBooked: true, waitsFrom: 500 });
    expect(nextTicket([ticket(1), booked], counter, 2, 400)?.number).toBe(1);
    expect(nextTicket([ticket(1), booked], counter, 2, 500)?.number).toBe(2);
    expect(nextTicket([booked], counter, 2, 400)?.number).toBe(2);
  });

  test('a counter calls only fields it serves, and who was sent to another counter is called there alone', () => {
    const land = ticket(1, { fieldCode: 'dat-dai' });
    const sent = ticket(2, { onlyCounter: 2 });
    const civil: CallingCounter = { ...counter, fieldCodes: ['ho-tich'] };
    expect(nextTicket([land, sent], civil, 2, 10)).toBeUndefined();
    expect(nextTicket([land, sent], { ...civil, number: 2 }, 2, 10)?.number).toBe(2);
  });

  const anyTicket = fc.record({
    fieldCode: fc.constantFrom(null, 'a', 'b', 'c'),
    waitsFrom: fc.integer({ min: 0, max: 100 }),
    isPriority: fc.boolean(),
    isBooked: fc.boolean(),
    onlyCounter: fc.constantFrom(null, null, null, 1, 2),
  });
  const queue = fc
    .array(anyTicket, { maxLength: 25 })
    .map((tickets) => tickets.map((each, index) => ({ ...each, number: index + 1 })));

  test('no one starves: the longest waiting other is called within mostInARow + 1 calls of any counter that serves it', () => {
    fc.assert(
      fc.property(
        queue,
        fc.integer({ min: 1, max: 5 }),
        fc.array(anyTicket, { maxLength: 40 }),
        (start, most, late) => {
          const now = 100;
          let left: readonly WaitingTicket[] = start;
          let at: CallingCounter = { ...counter, fieldCodes: ['a', 'b'] };
          const others = () =>
            left
              .filter((each) => mayCall(at, each) && !isFirst(each, now))
              .sort((a, b) => a.waitsFrom - b.waitsFrom || a.number - b.number);
          let oldest = others()[0];
          let calls = 0;
          for (const [index, comes] of late.entries()) {
            const next = nextTicket(left, at, most, now);
            if (!next) break;
            at = { ...at, firstsInARow: rowAfter(next, left, at, now) };
            left = left.filter((each) => each !== next);
            calls = next === oldest ? 0 : calls + 1;
            if (oldest) expect(calls).toBeLessThanOrEqual(most);
            // whoever comes now waits less long than all who are here
            left = [...left, { ...comes, number: 100 + index, waitsFrom: now }];
            const head = others()[0];
            if (head !== oldest) {
              oldest = head;
              calls = 0;
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('everyone a counter serves is called once, firsts among themselves in the order of their wait', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 5 }), (waiting, most) => {
        const order = callAll(waiting, most, 100);
        const mine = waiting.filter((each) => mayCall(counter, each));
        expect(order.toSorted((a, b) => a - b)).toEqual(mine.map(({ number }) => number));
        const firsts = order
          .map((number) => mine.find((each) => each.number === number)!)
          .filter((each) => isFirst(each, 100));
        for (const [index, each] of firsts.entries()) {
          expect(firsts[index - 1]?.waitsFrom ?? 0).toBeLessThanOrEqual(each.waitsFrom);
        }
      }),
    );
  });

  test('the number before a ticket is never more than all who wait, and the next one has none before it', () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 3 }), (waiting, most) => {
        for (const each of waiting) {
          expect(calledBefore(each.number, waiting, [counter], most, 100)).toBeLessThan(waiting.length);
        }
        const next = nextTicket(waiting, counter, most, 100);
        if (next) expect(calledBefore(next.number, waiting, [counter], most, 100)).toBe(0);
      }),
    );
  });
});
