import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { billCodeIn, isBillCode, writeBillCode } from './bill-code.ts';
import { type GatewayEvent, gatewayOrderState } from './gateway-order-state.ts';
import { matchMoney } from './match-money.ts';
import { quarterEnd, quarterOf, quarterStart, readQuarter, writeQuarter } from './quarter.ts';
import { readStatement } from './read-statement.ts';
import { checksum, vietQr } from './viet-qr.ts';

const numbers = fc.integer({ min: 1, max: 387_420_488 });
const amounts = fc.bigInt({ min: 1n, max: 10_000_000_000n });

describe('the code of a bill', () => {
  test('is different for different bills, and known as one', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(isBillCode(writeBillCode(a))).toBe(true);
        expect(writeBillCode(a) === writeBillCode(b)).toBe(a === b);
      }),
    );
  });

  test('with one wrong letter is no code', () => {
    const letters = [...'2346789ABCDEFGHJKMNPQRTWXYZ'];
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 8 }), fc.constantFrom(...letters), (number, place, letter) => {
        const code = writeBillCode(number);
        fc.pre(code[place] !== letter);
        expect(isBillCode(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
      }),
    );
  });

  test('is found in the words of a transfer however banks wrote it', () => {
    const code = writeBillCode(7);
    const spread = [...code.toLowerCase()].join(' ');
    for (const text of [`CT DEN:123 ${code} GD 99`, `mbvcb.123.${code.toLowerCase()}.ck`, `nop phi ${spread}`]) {
      expect(billCodeIn(text), text).toBe(code);
    }
    expect(billCodeIn('nop le phi cho con')).toBeUndefined();
  });

  test('is not guessed when the words name two bills', () => {
    expect(billCodeIn(`${writeBillCode(1)} ${writeBillCode(2)}`)).toBeUndefined();
  });
});

describe('VietQR', () => {
  // the check value of the algorithm, published with it: CRC-16/CCITT-FALSE of 123456789
  test('has the checksum EMVCo asks for', () => expect(checksum('123456789')).toBe('29B1'));

  test('names bank, account, amount and the words of the transfer, each with its length', () => {
    const written = vietQr({ bankBin: '970436', accountNumber: '0011004455667', amount: 75_000n, text: 'MC2346789A' });
    const named = '00020101021238570010A00000072701270006970436011300110044556670208QRIBFTTA';
    expect(written.slice(0, -4)).toBe(`${named}53037045405750005802VN62140810MC2346789A6304`);
  });

  test('can be taken apart again into fields that fill it exactly, whatever is paid', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 9_999_999_999_999n }), numbers, (amount, number) => {
        const text = writeBillCode(number);
        const written = vietQr({ bankBin: '970436', accountNumber: '123', amount, text });
        const fields = fieldsOf(written);
        expect(fields.get('54')).toBe(amount.toString());
        expect(fieldsOf(fields.get('62') ?? '').get('08')).toBe(text);
        expect(fields.get('63')).toBe(checksum(written.slice(0, -4)));
      }),
    );
  });
});

function fieldsOf(written: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < written.length) {
    const length = Number(written.slice(at + 2, at + 4));
    fields.set(written.slice(at, at + 2), written.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  expect(at).toBe(written.length);
  return fields;
}

describe('money that came in', () => {
  test('pays no more than came in and no more than is asked, and never less than both allow', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt({ min: 0n, max: 10_000_000_000n }),
        fc.boolean(),
        (amount, outstanding, isEnded) => {
          const { pays } = matchMoney(amount, { billId: 'b', outstanding, isEnded });
          expect(pays <= amount && pays <= outstanding).toBe(true);
          // all of the one, or all of the other
          expect(isEnded ? pays === 0n : pays === amount || pays === outstanding).toBe(true);
        },
      ),
    );
  });

  test('for no known bill pays nothing and waits', () => {
    expect(matchMoney(1n, undefined)).toEqual({ match: 'unknown', pays: 0n });
  });
});

describe('an order at the gateway', () => {
  const event = fc.record({
    eventId: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    kind: fc.constantFrom<GatewayEvent['kind']>('created', 'paid', 'failed', 'refunded'),
  });
  const told = fc.uniqueArray(event, { selector: ({ eventId }) => eventId }).map((events) =>
    events.map(
      ({ eventId, kind }): GatewayEvent => ({
        eventId,
        kind,
        orderId: 'o',
        transactionId: kind === 'paid' ? 'p' : kind === 'refunded' ? 'r' : null,
        amount: kind === 'paid' || kind === 'refunded' ? 75_000n : null,
        currency: 'VND',
        occurredAt: Temporal.Instant.from('2021-11-05T02:00:00Z'),
      }),
    ),
  );

  test('stands the same in whatever order and however often it was told', () => {
    fc.assert(
      fc.property(told, fc.array(fc.nat()), (events, mix) => {
        const again = [
          ...events,
          ...mix.map((at) => events[at % Math.max(events.length, 1)]).filter((one) => one !== undefined),
        ];
        const shuffled = again.toSorted((a, b) => (mix[Number(a.eventId)] ?? 0) - (mix[Number(b.eventId)] ?? 0));
        expect(gatewayOrderState(shuffled)).toEqual(gatewayOrderState(events));
      }),
    );
  });

  test('that was paid is paid, though another attempt failed later', () => {
    const at = Temporal.Instant.from('2021-11-05T02:00:00Z');
    const base = { orderId: 'o', currency: 'VND', occurredAt: at };
    const paid = { ...base, eventId: '1', kind: 'paid', transactionId: 'p', amount: 75_000n } as const;
    const failed = { ...base, eventId: '2', kind: 'failed', transactionId: null, amount: null } as const;
    expect(gatewayOrderState([paid, failed, paid]).state).toBe('paid');
    expect(gatewayOrderState([failed]).state).toBe('failed');
  });
});

describe('a quarter', () => {
  test('holds every moment of its days and none else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const day = new Temporal.PlainDate(2000, 1, 1).add({ days });
        const quarter = quarterOf(day);
        const noon = day.toZonedDateTime({ timeZone: 'Asia/Ho_Chi_Minh', plainTime: '12:00' }).toInstant();
        expect(Temporal.Instant.compare(quarterStart(quarter), noon)).toBe(-1);
        expect(Temporal.Instant.compare(noon, quarterEnd(quarter))).toBe(-1);
        expect(readQuarter(writeQuarter(quarter))).toEqual(quarter);
      }),
    );
  });
});

describe("a bank's statement", () => {
  test('is read line by line, with headings, tabs, dots and money that went out', () => {
    const read = readStatement(
      'Số GD;Ngày;Số tiền;Nội dung\nFT1;05/11/2021 09:30;75.000;nop phi\nFT2\t05/11/2021\t-8000\thoan phi; lan 2\n',
    );
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.map(({ externalId, kind, amount, text }) => [externalId, kind, amount, text])).toEqual([
      ['FT1', 'paid', 75_000n, 'nop phi'],
      ['FT2', 'refunded', 8000n, 'hoan phi; lan 2'],
    ]);
    expect(read.value[0]?.arrivedAt.toString()).toBe('2021-11-05T02:30:00Z');
  });

  test('with a line that cannot be read is refused as a whole, with the number of the line', () => {
    const read = readStatement('FT1;05/11/2021 09:30;75.000;a\nFT2;31/02/2021 10:00;1.000;b');
    expect(read).toMatchObject({ ok: false, refusal: { code: 'statement-line-wrong', facts: { line: 2 } } });
    expect(readStatement(' \n')).toMatchObject({ ok: false, refusal: { code: 'statement-empty' } });
  });
});
