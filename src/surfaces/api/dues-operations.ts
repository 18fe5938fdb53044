import * as z from 'zod';
import type { App } from '#app.ts';
import { accepted, refused } from '#kernel/result.ts';
import type { Bill } from '#modules/dues/index.ts';
import { type Operation, operation } from './operation.ts';

const dong = z
  .string()
  .regex(/^\d{1,15}$/)
  .describe('Whole đồng, as text.');
const text = z.object({ vi: z.string(), en: z.string() });
const billShape = z.object({
  code: z.string(),
  reason: z.enum(['procedure', 'obligation']),
  total: dong,
  paid: dong,
  givenBack: dong,
  ended: z.boolean(),
  lines: z.array(
    z.object({
      kind: z.enum(['fee', 'charge', 'obligation']),
      label: text,
      amount: dong,
      reduction: dong,
      why: text,
      source: z.string(),
    }),
  ),
});
const ledgerShape = z.object({
  id: z.string(),
  kind: z.enum(['payment', 'refund']),
  billCode: z.string().nullable(),
  amount: dong,
  way: z.enum(['cash', 'transfer', 'gateway', 'elsewhere']),
  at: z.string(),
  paperNumber: z.string().nullable(),
});
const moved = z.object({ caseId: z.string(), state: z.string(), entries: z.number().int() });

const shownBill = (bill: Bill) => ({
  code: bill.code,
  reason: bill.reason,
  total: bill.total.toString(),
  paid: bill.paid.toString(),
  givenBack: bill.givenBack.toString(),
  ended: bill.isEnded,
  lines: bill.lines.map(({ kind, label, amount, reduction, why, source }) => ({
    kind,
    label,
    amount: amount.toString(),
    reduction: reduction.toString(),
    why,
    source,
  })),
});

/** What is owed for a dossier, how it is paid, what went back; and the door by which the gateway tells. */
export function duesOperations(app: App): readonly Operation[] {
  return [
    operation({
      method: 'get',
      path: '/bills/{code}',
      id: 'getBill',
      summary: 'A bill by its code: what for, how much, and the VietQR text by which it is paid; it names nobody',
      open: true,
      answer: billShape.extend({ outstanding: dong, vietQr: z.string().nullable() }),
      handle: async ({ path }) => {
        const shown = await app.dues.bill((path.code ?? '').toUpperCase());
        if (!shown) return refused('bill-not-found');
        const { bill, outstanding, qrText } = shown;
        return accepted({ ...shownBill(bill), outstanding: outstanding.toString(), vietQr: qrText ?? null });
      },
    }),
    operation({
      method: 'get',
      path: '/dossiers/{id}/dues',
      id: 'getDues',
      summary: 'The bills of a dossier, what was paid and given back, for someone with a right to the dossier',
      answer: z.object({ bills: z.array(billShape), ledger: z.array(ledgerShape) }),
      handle: async ({ actor, path }) => {
        const caseId = path.id ?? '';
        if (!(await app.dossiers.page(actor, caseId))) return refused('case-not-found');
        const { bills, ledger } = await app.dues.ofCase(caseId);
        return accepted({
          bills: bills.map(shownBill),
          ledger: ledger.map(({ id, kind, billCode, amount, way, at, paperNumber }) => ({
            id,
            kind,
            billCode,
            amount: amount.toString(),
            way,
            at: at.toString(),
            paperNumber,
          })),
        });
      },
    }),
    operation({
      method: 'post',
      path: '/dossiers/{id}/dues/cash',
      id: 'collectDues',
      summary: 'The desk takes cash for a bill: receipt, till and journal in one act',
      command: true,
      body: z.object({
        billCode: z.string().max(20),
        tendered: z.string().max(30).describe('What was put on the table.'),
      }),
      answer: moved,
      handle: ({ actor, path, body, call }) => app.dues.collect(actor, { caseId: path.id ?? '', ...body }, call),
    }),
    operation({
      method: 'post',
      path: '/dossiers/{id}/dues/reduction',
      id: 'reduceDues',
      summary: 'The desk records a reduction whose proof it has seen: the bill is counted again',
      command: true,
      body: z.object({ reductions: z.array(z.string().max(60)).max(20), proof: z.string().max(500) }),
      answer: moved,
      handle: ({ actor, path, body, call }) => app.dues.reduce(actor, { caseId: path.id ?? '', ...body }, call),
    }),
    operation({
      method: 'post',
      path: '/dossiers/{id}/dues/refund',
      id: 'refundDues',
      summary: 'The head of the desk gives back what was paid, with reason and clause',
      command: true,
      body: z.object({
        paymentId: z.uuid(),
        amount: z.string().max(30),
        way: z.enum(['cash', 'transfer']),
        externalId: z.string().max(100).default('').describe('The number of the bank, by transfer.'),
        reason: z.string().max(1000),
        clause: z.string().max(500),
        owedAgain: z.boolean().default(false),
      }),
      answer: moved,
      handle: ({ actor, path, body, call }) => app.dues.refund(actor, { caseId: path.id ?? '', ...body }, call),
    }),
    operation({
      method: 'post',
      path: '/payments/statement',
      id: 'takeStatement',
      summary: 'Lines of a bank statement, each taken in once; what names a bill pays it',
      body: z.object({ agencyId: z.string().max(60), statement: z.string().max(1_000_000) }),
      answer: z.object({
        taken: z.number().int(),
        known: z.number().int(),
        paid: z.number().int(),
        waiting: z.number().int(),
      }),
      handle: ({ actor, body }) => app.dues.takeStatement(actor, body),
    }),
    operation({
      method: 'post',
      path: '/payments/callback',
      id: 'hearGateway',
      summary: 'The payment gateway tells what became of an order: signed, in any order, any number of times',
      open: true,
      rawBody: true,
      answer: z.null(),
      handle: async ({ context }) => {
        const body = await context.req.text();
        if (body.length > 20_000) return refused('callback-not-genuine');
        return app.dues.hear(body, {
          'x-timestamp': context.req.header('x-timestamp'),
          'x-signature': context.req.header('x-signature'),
        });
      },
    }),
  ];
}
