import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '#app.ts';
import { type Bill, httpGateway, insertReceivingAccount } from '#modules/dues/index.ts';
import { stoppedClock } from '#platform/clock.ts';
import { openFileStore } from '#platform/file-store.ts';
import { apiRoutes } from '#surfaces/api/routes.ts';
import { loadReferenceData } from '../src/load-demo-city.ts';
import { ward } from './city.ts';
import { moment } from './dossier-walk.ts';
import { freshDatabase } from './on-database.ts';
import { type GatewayServer, startGateway } from './payment-gateway.ts';
import { sampleSubmission } from './sample-submission.ts';

const secret = 'khoa-cua-cong-thu-nghiem-2021';
const database = await freshDatabase();
const { db } = database;
const folder = mkdtempSync(join(tmpdir(), 'motcua-dues-identities-'));
const clock = stoppedClock(moment('2021-08-05T09:00'));
let gateway: GatewayServer;
let app: App;
let api: ReturnType<typeof serve>;
let origin = '';

beforeAll(async () => {
  gateway = await startGateway(secret);
  await loadReferenceData(db, () => undefined);
  const port = httpGateway({ url: gateway.url, merchant: 'ha-noi', secret }, clock);
  app = createApp({ db, files: await openFileStore(folder), clock, gateway: port });
  const account = { bankBin: '970436', accountNumber: '0000000000000', accountName: 'THU', source: 'thử' };
  await insertReceivingAccount(db, { agencyId: null, ...account });
  const routes = apiRoutes(app);
  const fetch = (request: Request) => routes.fetch(new Request(request.url.replace('/api', ''), request));
  await new Promise<void>((open) => {
    api = serve({ fetch, port: 0 }, ({ port: number }) => {
      origin = `http://127.0.0.1:${number}`;
      open();
    });
  });
});
afterAll(async () => {
  api.close();
  await gateway.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const agencyId = 'x-00007';

async function owing(): Promise<{ caseId: string; bill: Bill }> {
  const done = await app.dossiers.receive(ward.desk, await sampleSubmission(app, '1.004873', agencyId));
  if (!done.ok) throw new Error(done.refusal.code);
  const { bills } = await app.dues.ofCase(done.value.caseId);
  return { caseId: done.value.caseId, bill: bills[0]! };
}
async function ordered(bill: Bill): Promise<string> {
  const order = await app.dues.order(bill.code, origin);
  if (!order.ok) throw new Error(order.refusal.code);
  return order.value.orderId;
}
const take = (statement: string) => app.dues.takeStatement(ward.desk, { agencyId, statement });
const settle = () => app.dues.settle(ward.desk, { year: 2021, quarter: 3, agencyId, payeeUnitId: agencyId });
async function paymentOf(caseId: string) {
  const { ledger } = await app.dues.ofCase(caseId);
  return ledger.find(({ kind }) => kind === 'payment')!;
}
async function differences(way: 'transfer' | 'gateway', day: string, statement = '') {
  const on = Temporal.PlainDate.from(day);
  const found = await app.dues.reconcile(ward.desk, { agencyId, way, from: on, to: on, statement });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.map(({ kind, externalId }) => `${kind} ${externalId}`).toSorted();
}

describe('every đồng of the ledger', () => {
  // the hand of fate: what may happen to the next bill, with more or less than is asked
  const fate = fc.record({
    way: fc.constantFrom('cash', 'transfer', 'twice', 'gateway', 'nothing'),
    amount: fc.integer({ min: 1, max: 30_000 }),
    back: fc.integer({ min: 0, max: 15_000 }),
    owedAgain: fc.boolean(),
    settles: fc.boolean(),
  });

  test('that was paid and not given back is settled or open, and none that came in is lost', async () => {
    let line = 0;
    const live = async ({
      way,
      amount,
      back,
      owedAgain,
      settles,
    }: typeof fate extends fc.Arbitrary<infer One> ? One : never) => {
      const { caseId, bill } = await owing();
      if (way === 'cash') await app.dues.collect(ward.desk, { caseId, billCode: bill.code, tendered: String(amount) });
      for (const _ of way === 'twice' ? [1, 2] : way === 'transfer' ? [1] : [])
        await take(`P${line++};05/08/2021 08:00;${amount};${bill.code}`);
      if (way === 'gateway') {
        const order = await ordered(bill);
        const paid = gateway.happen(order, 'paid', { amount: String(amount) });
        await Promise.all([gateway.tell(order, paid), gateway.tell(order, paid)]);
      }
      const paid = await paymentOf(caseId);
      const wish = { caseId, paymentId: paid?.id ?? '', amount: String(back), reason: 'r', clause: 'c', owedAgain };
      if (paid && back > 0)
        await app.dues.refund(ward.signatory, { ...wish, way: 'transfer', externalId: `H${line++}` });
      if (settles) {
        clock.set(moment('2021-10-04T09:00'));
        await settle();
        clock.set(moment('2021-08-05T09:00'));
      }
      await expectNothingLost();
    };
    await fc.assert(fc.asyncProperty(fate, live), { numRuns: Number(process.env.FAMILY_RUNS ?? 60) > 60 ? 200 : 60 });
  });

  async function expectNothingLost() {
    const { rows } = await sql<Record<'paid' | 'back' | 'settled' | 'camein' | 'used' | 'waits' | 'over', string>>`
      select (select coalesce(sum(amount), 0) from payment) as paid,
        (select coalesce(sum(amount), 0) from refund where payment_id is not null) as back,
        (select coalesce(sum(case when payment_id is null then -amount else amount end), 0) from dues_settlement_line) as settled,
        (select coalesce(sum(amount), 0) from incoming_money) as camein,
        (select coalesce(sum(amount), 0) from payment where incoming_id is not null) as used,
        (select coalesce(sum(incoming_left(id)), 0) from incoming_money) as waits,
        (select count(*) from bill where bill_paid(id) > total or bill_paid(id) < 0) as over`.execute(db);
    const sums = rows[0]!;
    const { open } = await app.dues.settlements(agencyId, { year: 2021, quarter: 3 }, []);
    const stillOpen = open.reduce((sum, { collected, refunded }) => sum + collected - refunded, 0n);
    expect(BigInt(sums.paid) - BigInt(sums.back)).toBe(BigInt(sums.settled) + stillOpen);
    expect(BigInt(sums.camein)).toBe(BigInt(sums.used) + BigInt(sums.waits));
    expect(Number(sums.over)).toBe(0);
    const gaps =
      await sql`select 1 from dues_paper group by agency_id, book, year having max(number) <> count(*)`.execute(db);
    expect(gaps.rows).toEqual([]);
  }
});

describe('the reconciliation report finds each kind of difference that was seeded, and nothing else', () => {
  test('money without a bill, a bill paid twice, another amount, a receipt without money, a refund not sent', async () => {
    clock.set(moment('2021-11-10T09:00'));
    const bills = await Promise.all(Array.from({ length: 5 }, owing));
    const [good, twice, other, invented, refunded] = bills.map(({ bill }) => bill.code);
    const line = (number: string, text = '', amount = '15000') => `${number};10/11/2021 08:00;${amount};${text}`;
    const both = [line('S1', good), line('S2', twice), line('S3', twice), line('S4', 'khong ro'), line('S6', refunded)];
    await take([...both, line('S5', other), line('S7', invented)].join('\n'));
    const { caseId } = bills[4]!;
    const wish = { caseId, paymentId: (await paymentOf(caseId)).id, amount: '15000', reason: 'r', clause: 'c' };
    await app.dues.refund(ward.signatory, { ...wish, way: 'transfer', externalId: 'S8', owedAgain: false });

    const statement = [...both, line('S5', other, '14000')].join('\n');
    expect(await differences('transfer', '2021-11-10', statement)).toEqual([
      'amount-differs S5',
      'money-without-bill S4',
      'paid-twice S3',
      'receipt-without-money S7',
      'refund-not-sent S8',
    ]);
  });

  test('paid at the gateway and not with us; another amount than was ordered', async () => {
    clock.set(moment('2021-11-11T09:00'));
    const [good, silent, other] = await Promise.all([owing(), owing(), owing()]);
    const [first, second, third] = [await ordered(good.bill), await ordered(silent.bill), await ordered(other.bill)];
    await gateway.tell(first, gateway.happen(first, 'paid'));
    const unheard = gateway.happen(second, 'paid');
    const less = gateway.happen(third, 'paid', { amount: '10000' });
    await gateway.tell(third, less);
    const found = await differences('gateway', '2021-11-11');
    expect(found).toEqual([`amount-differs ${less.transaction}`, `missing-here ${unheard.transaction}`]);
  });

  test('a line missing in the settlement of a quarter that is over', async () => {
    clock.set(moment('2021-11-12T09:00'));
    const { bill } = await owing();
    const statement = `Q1;12/11/2021 08:00;15000;${bill.code}`;
    await take(statement);
    clock.set(moment('2022-01-05T09:00'));
    const found = await differences('transfer', '2021-11-12', statement);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^settlement-line-missing \d+\/2021-BL$/);
    const wish = { year: 2021, quarter: 4, agencyId, payeeUnitId: agencyId };
    expect((await app.dues.settle(ward.desk, wish)).ok).toBe(true);
    expect(await differences('transfer', '2021-11-12', statement)).toEqual([]);
  });
});
