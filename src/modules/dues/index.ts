/** The door of the dues: what is owed, what came in, what went back; a ledger from which nothing is erased. */
export { type Bill, findBill, findBillById, listBills, listOutstanding, outstandingOf } from './bill-store.ts';
export { closeTill } from './close-till.ts';
export { type HttpGatewaySettings, httpGateway } from './gateway/http-gateway.ts';
export type { PaymentGateway } from './gateway/payment-gateway.ts';
export { findLastOrder, findOrder, listEvents, listSilentOrders, orderMoney } from './gateway-store.ts';
export { giveBack, type RefundDone, type RefundOrder } from './give-back.ts';
export { hearGateway } from './hear-gateway.ts';
export { findIncoming, type IncomingRow, insertIncoming, listUnapplied, listUnsettled } from './incoming-store.ts';
export { endUnpaidBills, issueBill, replaceBill } from './issue-bill.ts';
export { findPaper, type LedgerRow, listLedger, listPapersBetween, paperNumber } from './ledger-store.ts';
export { orderPayment } from './order-payment.ts';
export { duesPaperPdf } from './paper/dues-paper-pdf.ts';
export type { PaperSubject } from './paper/paper-content.ts';
export { type PaymentDone, payWithIncoming, recordVoucher, takeCash } from './pay-bill.ts';
export {
  accountSource,
  findReceivingAccount,
  insertReceivingAccount,
  type ReceivingAccount,
} from './receiving-account-store.ts';
export { type ReconcileWish, reconcileLedger } from './reconcile-ledger.ts';
export { listReconciliations, type Reconciliation, type WrittenDifference } from './reconciliation-store.ts';
export { type DuesRefusal, duesRefusals } from './refusals.ts';
export { billCodeIn, isBillCode } from './rules/bill-code.ts';
export { deskPost } from './rules/desk-post.ts';
export { type DuesLine, duesOf, reductionsOpen } from './rules/dues-of.ts';
export { type GatewayEvent, gatewayOrderState } from './rules/gateway-order-state.ts';
export { type Quarter, quarterOf, quarterWords, readQuarter, writeQuarter } from './rules/quarter.ts';
export { readStatement } from './rules/read-statement.ts';
export { vietQr } from './rules/viet-qr.ts';
export { countersignSettlement, settleQuarter } from './settle-quarter.ts';
export {
  listOpenSettlements,
  listSettlements,
  type OpenSettlement,
  type SignedSettlement,
} from './settlement-store.ts';
export { findTill, type TillState } from './till-store.ts';
