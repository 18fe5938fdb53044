/** The door of the dues: what is owed, what came in, what went back; a ledger from which nothing is erased. */
export { type Bill, findBill, findBillById, listBills, outstandingOf } from './bill-store.ts';
export { type HttpGatewaySettings, httpGateway } from './gateway/http-gateway.ts';
export type { PaymentGateway } from './gateway/payment-gateway.ts';
export { findLastOrder, findOrder, listEvents, listSilentOrders, orderMoney } from './gateway-store.ts';
export { giveBack, type RefundDone, type RefundOrder } from './give-back.ts';
export { hearGateway } from './hear-gateway.ts';
export { findIncoming, type IncomingRow, insertIncoming, listUnapplied, listUnsettled } from './incoming-store.ts';
export { endUnpaidBills, issueBill, replaceBill } from './issue-bill.ts';
export { findPaper, type LedgerRow, listLedger } from './ledger-store.ts';
export { orderPayment } from './order-payment.ts';
export type { PaperSubject } from './paper/paper-content.ts';
export { type PaymentDone, payWithIncoming, recordVoucher, takeCash } from './pay-bill.ts';
export { type DuesRefusal, duesRefusals } from './refusals.ts';
export { type DuesLine, duesOf, owedOf, reductionsOpen } from './rules/dues-of.ts';
export { type GatewayEvent, gatewayOrderState } from './rules/gateway-order-state.ts';
