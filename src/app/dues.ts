import type { CommandCall } from '#case-engine/record-entries.ts';
import type { Actor } from '#case-engine/rules/authority.ts';
import { refused } from '#kernel/result.ts';
import { toInstant } from '#kernel/zone.ts';
import * as dossiers from '#modules/dossiers/index.ts';
import * as dues from '#modules/dues/index.ts';
import * as organisation from '#modules/organisation/index.ts';
import type { AppGround } from './app-ground.ts';

/** Bills, payments, receipts, the gateway, settlement. */
export function duesOf(app: AppGround) {
  const { db, publicUrl, gateway, now, today, ground } = app;
  /** Who tells of money that came through the gateway. */
  const gatewayActor: Actor = { kind: 'system', accountId: null, name: gateway?.title ?? '', posts: [] };
  const settleOrder = async (orderId: string) =>
    dossiers.settleGatewayOrder(db, await ground(), gatewayActor, orderId, now());
  /** Asks the gateway what became of an order, takes it down and pays with it. */
  const askGateway = async (orderId: string): Promise<void> => {
    const told = await gateway?.query(orderId);
    if (!gateway || !told?.ok) return;
    for (const event of told.value) await dues.hearGateway(db, gateway.name, event, 'query', now());
    await settleOrder(orderId);
  };
  return {
    /** What people call the gateway; undefined when none is set up. */
    gatewayTitle: gateway?.title,
    /** A bill as its code shows it to anyone: what for, how much, how to pay. No names. */
    bill: async (code: string) => {
      const bill = dues.isBillCode(code) ? await dues.findBill(db, code) : undefined;
      if (!bill) return undefined;
      const [account, order] = await Promise.all([
        dues.findReceivingAccount(db, bill.agencyId),
        dues.findLastOrder(db, bill.id),
      ]);
      const orderState = order && dues.gatewayOrderState(await dues.listEvents(db, order.id)).state;
      const outstanding = dues.outstandingOf(bill);
      const qrText =
        account && outstanding > 0n
          ? dues.vietQr({
              bankBin: account.bankBin,
              accountNumber: account.accountNumber,
              amount: outstanding,
              text: bill.code,
            })
          : undefined;
      return { bill, outstanding, account, qrText, orderState };
    },
    ofCase: async (caseId: string) => ({
      bills: await dues.listBills(db, caseId),
      ledger: await dues.listLedger(db, caseId),
    }),
    /** Gives an order to the gateway; where the browser goes to pay. */
    order: (billCode: string, returnTo: string) => dues.orderPayment(db, gateway, billCode, returnTo, now()),
    /** The browser is back from the gateway: what it brings along is not believed, the gateway is asked. */
    cameBack: async (billCode: string) => {
      const bill = await dues.findBill(db, billCode);
      const order = bill && (await dues.findLastOrder(db, bill.id));
      if (order) await askGateway(order.id);
    },
    /** What the gateway tells of its own accord: signed, in any order, any number of times. */
    hear: async (body: string, headers: Readonly<Record<string, string | undefined>>) => {
      if (!gateway) return refused('gateway-not-set-up');
      const event = gateway.readCallback(body, headers, now());
      if (!event.ok) return event;
      const heard = await dues.hearGateway(db, gateway.name, event.value, 'callback', now());
      return heard.ok ? settleOrder(event.value.orderId) : heard;
    },
    /** Orders nobody told us about, and money that came in just before a stop: by the passing of time. */
    catchUp: async () => {
      const between = { since: now().subtract({ hours: 72 }), until: now().subtract({ minutes: 10 }) };
      for (const orderId of gateway ? await dues.listSilentOrders(db, between) : []) await askGateway(orderId);
      const bank: Actor = { kind: 'system', accountId: null, name: 'Sao kê ngân hàng', posts: [] };
      for (const incomingId of await dues.listUnapplied(db))
        await dossiers.payDues(db, await ground(), bank, { incomingId }, now());
    },
    collect: async (actor: Actor, request: Parameters<typeof dossiers.collectDues>[3], call?: CommandCall) =>
      dossiers.collectDues(db, await ground(), actor, request, now(), call),
    reduce: (actor: Actor, request: Parameters<typeof dossiers.reduceDues>[2], call?: CommandCall) =>
      dossiers.reduceDues(db, actor, request, now(), call),
    refund: (actor: Actor, request: dossiers.RefundRequest, call?: CommandCall) =>
      dossiers.refundDues(db, actor, request, now(), call),
    takeStatement: async (actor: Actor, wish: Parameters<typeof dossiers.importStatement>[3]) =>
      dossiers.importStatement(db, await ground(), actor, wish, now()),
    /** Money that waits: an officer says which bill it is for, or sends it back. */
    assign: async (actor: Actor, money: Parameters<typeof dossiers.payDues>[3]) =>
      dossiers.payDues(db, await ground(), actor, money, now()),
    returnMoney: (actor: Actor, request: Parameters<typeof dossiers.returnMoney>[2]) =>
      dossiers.returnMoney(db, actor, request, now()),
    /** What waits at the desk of an agency. */
    desk: async (agencyId: string, officerAccountId: string) => {
      const till = { officerAccountId, on: today() };
      const day = { from: toInstant(today().toPlainDateTime()), until: now().add({ seconds: 1 }) };
      const [outstanding, unsettled, tillNow, account, papersToday] = await Promise.all([
        dues.listOutstanding(db, agencyId, 100),
        dues.listUnsettled(db, agencyId),
        dues.findTill(db, till),
        dues.findReceivingAccount(db, agencyId),
        dues.listPapersBetween(db, agencyId, day),
      ]);
      return { outstanding, unsettled, till: tillNow, account, papersToday };
    },
    closeTill: (actor: Actor, wish: Parameters<typeof dues.closeTill>[2]) => dues.closeTill(db, actor, wish, now()),
    settlements: async (agencyId: string, quarter: dues.Quarter, payeeUnitIds: readonly string[]) => ({
      open: await dues.listOpenSettlements(db, agencyId, quarter),
      signed: await dues.listSettlements(db, agencyId, payeeUnitIds),
    }),
    settle: (actor: Actor, wish: Parameters<typeof dues.settleQuarter>[2]) =>
      dues.settleQuarter(db, actor, wish, now()),
    countersign: (actor: Actor, settlementId: string) => dues.countersignSettlement(db, actor, settlementId, now()),
    reconcile: (actor: Actor, wish: dues.ReconcileWish) => dues.reconcileLedger(db, gateway, actor, wish, now()),
    reconciliations: (agencyId: string) => dues.listReconciliations(db, agencyId),
    /** A receipt or refund slip as a PDF, for someone who may see its dossier. */
    paper: async (actor: Actor, paperId: string) => {
      const paper = await dues.findPaper(db, paperId);
      const city = await ground();
      const mayRead = paper && (await dossiers.findDossierPage(db, city, actor, paper.caseId, now()));
      if (!paper || !mayRead) return undefined;
      const unit = city.tree.get(paper.agencyId);
      const agencyName = unit ? organisation.agencyName(unit).vi : paper.agencyId;
      const pdf = await dues.duesPaperPdf(paper, {
        agencyName,
        publicUrl,
        printedAt: now(),
        cancelledBy: paper.cancelledBy,
      });
      return { pdf, fileName: `${dues.paperNumber(paper).replace('/', '-')}.pdf` };
    },
  };
}
