import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { findCase, listJournal } from '#case-engine/case-store.ts';
import { type Bill, httpGateway, insertReceivingAccount, writeQuarter } from '#modules/dues/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { loadReferenceData } from '../../../../src/load-demo-city.ts';
import { ward } from '../../../../tests/city.ts';
import { moment } from '../../../../tests/dossier-walk.ts';
import { freshDatabase } from '../../../../tests/on-database.ts';
import { type GatewayServer, startGateway } from '../../../../tests/payment-gateway.ts';
import { readPdf } from '../../../../tests/read-pdf.ts';
import { sampleSubmission } from '../../../../tests/sample-submission.ts';

const secret = 'bi-mat-cua-cong-thu-nghiem';
const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-dues-'));
const clock = stoppedClock(moment('2021-11-05T09:00'));
let gateway: GatewayServer;
let app: App;
let api: ReturnType<typeof serve>;
let origin = '';

beforeAll(async () => {
  gateway = await startGateway(secret);
  const port = httpGateway({ url: gateway.url, merchant: 'ha-noi', secret }, clock);
  await loadReferenceData(db, () => undefined);
  app = createApp({ db, files: await openFileStore(folder), clock, gateway: port });
  await insertReceivingAccount(db, {
    agencyId: null,
    bankBin: '970436',
    accountNumber: '0000000000000',
    accountName: 'THU NGHIEM',
    source: 'thử nghiệm',
  });
  const routes = apiRoutes(app);
  await new Promise<void>((open) => {
    api = serve(
      { fetch: (request) => routes.fetch(new Request(request.url.replace('/api', ''), request)), port: 0 },
      (info) => {
        origin = `http://127.0.0.1:${info.port}`;
        open();
      },
    );
  });
});
afterAll(async () => {
  api.close();
  await gateway.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function owing(): Promise<{ caseId: string; bill: Bill }> {
  const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', 'x-00007'));
  if (!done.ok) throw new Error(done.refusal.code);
  const { caseId } = done.value;
  const { bills } = await app.dues.ofCase(caseId);
  return { caseId, bill: bills[0]! };
}

async function ordered(bill: Bill): Promise<string> {
  const order = await app.dues.order(bill.code, origin);
  if (!order.ok) throw new Error(order.refusal.code);
  return order.value.orderId;
}

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code);
const receiptsOf = async (caseId: string) =>
  (await app.dues.ofCase(caseId)).ledger.map(({ paperNumber }) => paperNumber);

describe('a bill', () => {
  test('is issued with the acceptance, each line with why and by which text', async () => {
    const { caseId, bill } = await owing();
    expect(bill.total).toBe(15_000n);
    expect(bill.code).toMatch(/^MC[2-9A-Z]{7}$/);
    expect(bill.lines[0]?.source).not.toBe('');
    const state = await findCase(db, caseId);
    expect(state?.facts.dues).toMatchObject([{ code: bill.code, total: '15000', paid: '0' }]);
  });

  test('is paid at the desk in cash once, with change and a numbered receipt that says it in words', async () => {
    const { caseId, bill } = await owing();
    const cash = (tendered: string) => app.dues.collect(ward.desk, { caseId, billCode: bill.code, tendered });
    expect(codeOf(await cash('10.000'))).toBe('tendered-too-little');
    expect(codeOf(await cash('20.000'))).toBe('ok');
    expect(codeOf(await cash('20.000'))).toBe('dossier-owes-nothing');
    const { bills, ledger } = await app.dues.ofCase(caseId);
    expect(bills[0]?.paid).toBe(15_000n);
    const file = await app.dues.paper(ward.desk, ledger[0]?.paperId ?? '');
    const text = (await readPdf(file!.pdf)).pages.join('\n');
    expect(text).toContain('Mười lăm nghìn đồng');
    expect(text).toContain('trả lại 5.000 đồng');
    expect(await app.dues.paper(ward.neighbour, ledger[0]?.paperId ?? '')).toBeUndefined();
  });

  test('of twenty desks taking money at once has receipts without gap or double', async () => {
    const open = await Promise.all(Array.from({ length: 20 }, owing));
    await Promise.all(
      open.map(({ caseId, bill }) => app.dues.collect(ward.desk, { caseId, billCode: bill.code, tendered: '15000' })),
    );
    const { rows } = await sql<{ numbers: number[] }>`
      select array_agg(number order by number) as numbers from dues_paper where agency_id = 'x-00007' and book = 'BL'`.execute(
      db,
    );
    const numbers = rows[0]?.numbers ?? [];
    expect(numbers.length).toBeGreaterThanOrEqual(20);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('is counted again when a reduction is proven; the old one is no longer asked for', async () => {
    const { caseId, bill } = await owing();
    const reduce = (reductions: string[], proof: string) => app.dues.reduce(ward.desk, { caseId, reductions, proof });
    expect(codeOf(await reduce(['merit'], ' '))).toBe('proof-missing');
    expect(codeOf(await reduce(['unheard-of'], 'Thẻ 12'))).toBe('reduction-not-open');
    expect(codeOf(await reduce(['merit'], 'Giấy chứng nhận 12/2010'))).toBe('ok');
    const { bills } = await app.dues.ofCase(caseId);
    expect(bills.map(({ total, isEnded }) => [total, isEnded])).toEqual([
      [15_000n, true],
      [0n, false],
    ]);
    const late = await app.dues.order(bill.code, origin);
    expect(codeOf(late)).toBe('bill-not-asked-for');
  });

  test('is no longer asked for when the dossier is withdrawn unpaid', async () => {
    const { caseId } = await owing();
    const owner = { ...ward.desk, kind: 'citizen', posts: [], shownSecretOf: caseId } as const;
    expect(codeOf(await app.dossiers.move(owner, { caseId, move: 'withdraw', data: { reason: '' } }))).toBe('ok');
    expect((await app.dues.ofCase(caseId)).bills[0]?.isEnded).toBe(true);
  });
});

describe('the gateway', () => {
  test('calls back twice and in the wrong order: paid once, one receipt', async () => {
    const { caseId, bill } = await owing();
    const order = await ordered(bill);
    const failed = gateway.happen(order, 'failed');
    const paid = gateway.happen(order, 'paid');
    const [created] = gateway.eventsOf(order);
    const heard = await Promise.all([gateway.tell(order, paid), gateway.tell(order, paid), gateway.tell(order, paid)]);
    expect(heard).toEqual([200, 200, 200]);
    expect(await gateway.tell(order, failed)).toBe(200);
    expect(await gateway.tell(order, created!)).toBe(200);
    expect(await gateway.tell(order, paid)).toBe(200);
    expect(await receiptsOf(caseId)).toHaveLength(1);
    expect((await app.dues.bill(bill.code))?.orderState).toBe('paid');
    const verbs = (await listJournal(db, caseId)).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb === 'pay-dues')).toHaveLength(1);
  });

  test('is not believed without its signature, nor with an old one, nor for another order', async () => {
    const { caseId, bill } = await owing();
    const order = await ordered(bill);
    const paid = gateway.happen(order, 'paid');
    expect(await gateway.tell(order, paid, 'another secret')).toBe(401);
    expect(await gateway.tell(order, { ...paid, order: '00000000-0000-7000-8000-000000000000' })).toBe(404);
    expect(await receiptsOf(caseId)).toEqual([]);
    clock.set(moment('2021-11-05T09:10'));
    expect(await gateway.tell(order, paid)).toBe(401);
    clock.set(moment('2021-11-05T09:00'));
  });

  test('that was never heard of is asked when the person comes back, and by the passing of time', async () => {
    const [first, second] = [await owing(), await owing()];
    const [one, two] = [await ordered(first.bill), await ordered(second.bill)];
    gateway.happen(one, 'paid');
    gateway.happen(two, 'paid');
    await app.dues.cameBack(first.bill.code);
    expect(await receiptsOf(first.caseId)).toHaveLength(1);
    await app.dues.cameBack(second.bill.code);
    await app.dues.catchUp();
    expect(await receiptsOf(second.caseId)).toHaveLength(1);
  });

  test('that moves another amount than was ordered pays nothing: the money waits for a person', async () => {
    const { caseId, bill } = await owing();
    const order = await ordered(bill);
    await gateway.tell(order, gateway.happen(order, 'paid', { amount: '14000' }));
    expect((await app.dues.ofCase(caseId)).bills[0]?.paid).toBe(0n);
    const { unsettled } = await app.dues.desk('x-00007', ward.desk.accountId ?? '');
    expect(unsettled.some(({ text, left }) => text.includes(bill.code) && left === 14_000n)).toBe(true);
  });

  test('that takes a payment back makes the person owe again, with a slip', async () => {
    const { caseId, bill } = await owing();
    const order = await ordered(bill);
    const refunded = gateway.happen(order, 'refunded');
    const paid = gateway.happen(order, 'paid');
    await gateway.tell(order, refunded);
    await gateway.tell(order, paid);
    await gateway.tell(order, refunded);
    const { bills, ledger } = await app.dues.ofCase(caseId);
    expect(bills[0]?.paid).toBe(0n);
    expect(ledger.map(({ kind }) => kind)).toEqual(['payment', 'refund']);
  });
});

describe('a statement of the bank', () => {
  const take = (statement: string) => app.dues.takeStatement(ward.desk, { agencyId: 'x-00007', statement });

  test('pays the bill it names, each line once, and leaves the rest to a person', async () => {
    const { caseId, bill } = await owing();
    const lines = [
      `FT1;05/11/2021 08:10;15.000;NGUYEN VAN AN chuyen tien ${bill.code.toLowerCase()} le phi`,
      'FT2;05/11/2021 08:12;20.000;chuyen tien khong ro',
      `FT3;05/11/2021 08:15;15.000;${bill.code} lan hai`,
    ].join('\n');
    expect(await take(lines)).toEqual({ ok: true, value: { taken: 3, known: 0, paid: 1, waiting: 2 } });
    expect(await take(lines)).toEqual({ ok: true, value: { taken: 0, known: 3, paid: 0, waiting: 0 } });
    expect(await receiptsOf(caseId)).toHaveLength(1);

    const { unsettled } = await app.dues.desk('x-00007', ward.desk.accountId ?? '');
    const [unknown, second] = ['FT2', 'FT3'].map((number) => unsettled.find((one) => one.externalId === number)!);
    const other = await owing();
    expect(codeOf(await app.dues.assign(ward.desk, { incomingId: unknown!.id, billCode: other.bill.code }))).toBe('ok');
    expect((await app.dues.ofCase(other.caseId)).bills[0]?.paid).toBe(15_000n);
    const back = { incomingId: second!.id, externalId: 'FT9', reason: 'Nộp hai lần' };
    expect(codeOf(await app.dues.returnMoney(ward.desk, back))).toBe('ok');
    expect(codeOf(await app.dues.returnMoney(ward.desk, back))).toBe('money-settled-already');
  });

  test('that cannot be read is refused by its line, and nothing of it is taken in', async () => {
    const refusal = await take('FT20;05/11/2021 08:10;15.000;x\nFT21;hôm qua;15.000;x');
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'statement-line-wrong', facts: { line: 2 } } });
    expect((await app.dues.takeStatement(ward.neighbour, { agencyId: 'x-00007', statement: 'x' })).ok).toBe(false);
  });
});

describe('money that goes back', () => {
  test('needs another than whoever took the cash, a reason and a clause, and is never more than was paid', async () => {
    const { caseId, bill } = await owing();
    await app.dues.collect(ward.desk, { caseId, billCode: bill.code, tendered: '15000' });
    const payment = (await app.dues.ofCase(caseId)).ledger[0]!;
    const wish = { caseId, paymentId: payment.id, way: 'cash' as const, externalId: '', owedAgain: false };
    const refund = (amount: string, reason: string, clause: string) =>
      app.dues.refund(ward.signatory, { ...wish, amount, reason, clause });
    const alone = await app.dues.refund(ward.desk, { ...wish, amount: '15000', reason: 'Thu nhầm', clause: 'Điều 10' });
    expect(codeOf(alone)).toBe('refund-needs-another');
    expect(codeOf(await refund('15000', 'Thu nhầm', ''))).toBe('refusal-needs-clause');
    expect(codeOf(await refund('16000', 'Thu nhầm', 'Điều 10'))).toBe('refund-too-much');
    expect(codeOf(await refund('15000', 'Thu nhầm', 'Điều 10'))).toBe('ok');
    expect(codeOf(await refund('1', 'Thu nhầm', 'Điều 10'))).not.toBe('ok');
    expect(codeOf(await app.dues.refund(ward.handler, { ...wish, amount: '1', reason: 'r', clause: 'c' }))).toBe(
      'move-not-yours',
    );
    // the slip names the receipt it cancels, and the receipt says so whenever it is printed again
    const [receipt, slip] = (await app.dues.ofCase(caseId)).ledger;
    const printed = async (paperId?: string | null) =>
      readPdf((await app.dues.paper(ward.desk, paperId ?? ''))!.pdf).then(({ pages }) =>
        pages.join(' ').replaceAll(/\s+/g, ' '),
      );
    expect(await printed(receipt?.paperId)).toContain(`ĐÃ HOÀN TIỀN theo phiếu ${slip?.paperNumber}`);
    expect(await printed(slip?.paperId)).toContain(`Hủy, giảm biên lai số: ${receipt?.paperNumber}`);
  });
});

describe('the books', () => {
  test('a till is closed with what was counted; a difference needs its reason, and nothing is taken afterwards', async () => {
    const { expected } = (await app.dues.desk('x-00007', ward.desk.accountId ?? '')).till;
    const close = (counted: string, note: string) =>
      app.dues.closeTill(ward.desk, { agencyId: 'x-00007', counted, note });
    expect(codeOf(await close(String(expected + 5_000n), ''))).toBe('till-difference-unexplained');
    clock.set(moment('2021-11-08T09:00'));
    expect(codeOf(await close('0', ''))).toBe('ok');
    const { caseId, bill } = await owing();
    const late = await app.dues.collect(ward.desk, { caseId, billCode: bill.code, tendered: '15000' });
    expect(codeOf(late)).toBe('till-closed');
    clock.set(moment('2021-11-05T09:00'));
  });

  test('a quarter is settled once it is over: what was paid less what went back is what is handed over', async () => {
    const quarter = { year: 2021, quarter: 4 };
    const wish = { ...quarter, agencyId: 'x-00007', payeeUnitId: 'x-00007' };
    expect(codeOf(await app.dues.settle(ward.desk, wish))).toBe('settlement-not-over');
    clock.set(moment('2022-01-04T09:00'));
    const { open } = await app.dues.settlements('x-00007', quarter, []);
    const sums = await sql<{ paid: string; back: string }>`
      select (select sum(amount) from payment where way <> 'elsewhere') as paid,
        (select sum(amount) from refund where payment_id is not null) as back`.execute(db);
    expect(open[0]?.collected).toBe(BigInt(sums.rows[0]!.paid));
    expect(open[0]?.refunded).toBe(BigInt(sums.rows[0]!.back));
    expect(codeOf(await app.dues.settle(ward.handler, wish))).toBe('dues-not-yours');
    const signed = await app.dues.settle(ward.desk, wish);
    expect(codeOf(signed)).toBe('ok');
    expect((await app.dues.settlements('x-00007', quarter, [])).open).toEqual([]);
    expect(codeOf(await app.dues.settle(ward.desk, wish))).toBe('settlement-empty');
    const id = signed.ok ? signed.value.id : '';
    expect(codeOf(await app.dues.countersign(ward.desk, id))).toBe('dues-not-yours');
    expect(codeOf(await app.dues.countersign(ward.signatory, id))).toBe('ok');
    expect(writeQuarter(quarter)).toBe('2021-Q4');
    clock.set(moment('2021-11-05T09:00'));
  });

  test('reconciliation finds every difference that was seeded, and nothing else', async () => {
    clock.set(moment('2021-11-09T09:00'));
    const bills = await Promise.all(Array.from({ length: 5 }, owing));
    const codes = bills.map(({ bill }) => bill.code);
    const line = (number: string, code: string, amount = '15.000', day = '09/11/2021') =>
      `${number};${day} 08:00;${amount};${code}`;
    const ours = codes.map((code, index) => line(`R${index}`, code));
    await app.dues.takeStatement(ward.desk, { agencyId: 'x-00007', statement: ours.join('\n') });
    const compare = (statement: readonly string[]) => {
      const day = Temporal.PlainDate.from('2021-11-09');
      const wish = { agencyId: 'x-00007', way: 'transfer' as const, from: day, to: day.add({ days: 1 }) };
      return app.dues.reconcile(ward.desk, { ...wish, statement: statement.join('\n') });
    };
    expect(await compare(ours)).toEqual({ ok: true, value: [] });
    const found = await compare([
      line('R0', codes[0]!),
      line('R1', codes[1]!, '16.000'),
      line('R2', codes[0]!),
      line('R3', codes[3]!, '15.000', '10/11/2021'),
      // R4 is missing there
      line('R8', codes[0]!),
      line('R9', 'khong ro'),
      line('R10', codes[3]!, '-15.000'),
    ]);
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.map(({ kind, externalId }) => `${externalId} ${kind}`).sort()).toEqual([
      'R1 amount-differs',
      'R10 refund-not-recorded',
      'R2 wrong-bill',
      'R3 wrong-day',
      'R4 receipt-without-money',
      'R8 paid-twice',
      'R9 missing-here',
    ]);
    expect(await app.dues.reconciliations('x-00007')).toHaveLength(2);
    clock.set(moment('2021-11-05T09:00'));
  });

  test('of the gateway agree with what the gateway reports', async () => {
    const { bill } = await owing();
    const order = await ordered(bill);
    await gateway.tell(order, gateway.happen(order, 'paid'));
    const missed = await owing();
    const silent = await ordered(missed.bill);
    gateway.happen(silent, 'paid');
    const day = Temporal.PlainDate.from('2021-11-05');
    const found = await app.dues.reconcile(ward.desk, {
      agencyId: 'x-00007',
      way: 'gateway',
      from: day,
      to: day,
      statement: '',
    });
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.filter(({ there }) => there?.billCode === bill.code)).toEqual([]);
    expect(found.value.filter(({ there }) => there?.billCode === missed.bill.code)).toMatchObject([
      { kind: 'missing-here' },
    ]);
  });
});
