import { refused } from '#kernel/result.ts';
import type { DuesRefusal } from './refusals.ts';

/** What the ledger's own rules say, when two were at it at once: the database refuses, the person reads why. */
const meanings: Readonly<Record<string, DuesRefusal>> = {
  bill_is_asked_for: 'bill-not-asked-for',
  bill_is_not_overpaid: 'bill-paid-already',
  incoming_is_enough: 'money-settled-already',
  payment_incoming_id_bill_id_key: 'money-settled-already',
  till_is_open: 'till-closed',
  refund_is_not_more: 'refund-too-much',
  ended_bill_is_unpaid: 'bill-partly-paid',
  cash_closing_officer_account_id_cash_on_key: 'till-closed',
  dues_settlement_agency_id_payee_unit_id_year_quarter_key: 'settlement-signed-already',
};

/** The refusal behind a rule of the ledger that was broken. @throws the error itself when it is none of them */
export function constraintRefusal(error: unknown) {
  const code = meanings[(error as { constraint?: string }).constraint ?? ''];
  if (!code) throw error;
  return refused(code);
}
