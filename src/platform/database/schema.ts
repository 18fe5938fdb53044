// The tables after all migrations. Made by src/platform/database/write-schema.ts, not by hand.
import type { ColumnType } from 'kysely';

export interface AccessTokenTable {
  account_id: string;
  created_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  label: string;
  token_hash: string;
}

export interface AccountTable {
  closed_at: Temporal.Instant | null;
  created_at: Temporal.Instant;
  email: string | null;
  id: string;
  kind: string;
  name: string;
  password_hash: string | null;
  personal_id: string | null;
  phone: string | null;
  sign_in_name: string;
}

export interface AgencyCodeOrderTable {
  left_to_right_since: Temporal.PlainDate;
  only_one: ColumnType<boolean, boolean | undefined, boolean>;
  source: string;
}

export interface BillTable {
  agency_id: string;
  basis: string;
  case_id: string;
  code: string;
  id: string;
  issued_at: Temporal.Instant;
  issued_by: ColumnType<unknown, string, string>;
  payee_unit_id: string;
  reason: string;
  total: ColumnType<number, number | bigint, number | bigint>;
}

export interface BillEndTable {
  at: Temporal.Instant;
  bill_id: string;
  by: ColumnType<unknown, string, string>;
  reason: string;
  replaced_by: string | null;
}

export interface BillLineTable {
  amount: ColumnType<number, number | bigint, number | bigint>;
  bill_id: string;
  item_id: string;
  kind: string;
  label: ColumnType<unknown, string, string>;
  line: number;
  reduced_for: string | null;
  reduction: ColumnType<number, number | bigint | undefined, number | bigint>;
  source: string;
  why: ColumnType<unknown, string, string>;
}

export interface CalendarDecisionTable {
  falls_on: Temporal.PlainDate;
  kind: string;
  name_en: string;
  name_vi: string;
  source: string;
}

export interface CalendarYearTable {
  source: string;
  year: number;
}

export interface CaseSearchTable {
  case_id: string;
  search: string;
}

export interface CasesTable {
  accepted_at: Temporal.Instant | null;
  code: string | null;
  due_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  entries: number;
  first_due_at: Temporal.Instant | null;
  folded: ColumnType<unknown, string, string>;
  handed_to_unit_id: string | null;
  holder_account_id: string | null;
  holder_role: string | null;
  holder_unit_id: string | null;
  id: string;
  kind: string;
  last_hash: Buffer;
  open: boolean;
  opened_at: Temporal.Instant;
  owner_account_id: string | null;
  receiving_unit_id: string;
  reference: string;
  state: string;
  step_due_at: Temporal.Instant | null;
  timeliness: string | null;
  title: string;
  type_code: string;
  type_version: number;
}

export interface CashClosingTable {
  agency_id: string;
  by: ColumnType<unknown, string, string>;
  cash_on: Temporal.PlainDate;
  closed_at: Temporal.Instant;
  counted: ColumnType<number, number | bigint, number | bigint>;
  expected: ColumnType<number, number | bigint, number | bigint>;
  id: string;
  note: string;
  officer_account_id: string;
}

export interface CommandAnswerTable {
  answer: ColumnType<unknown, string, string>;
  answered_at: Temporal.Instant;
  caller: string;
  case_id: string | null;
  key: string;
  request_hash: Buffer;
}

export interface DossierTable {
  answers: ColumnType<unknown, string, string>;
  case_id: string;
  channel: string;
  owner_name: string;
  procedure_version_id: ColumnType<number, number | bigint, number | bigint>;
  submitter: ColumnType<unknown, string, string>;
}

export interface DossierCountTable {
  agency_id: string;
  last: number;
  on_day: Temporal.PlainDate;
}

export interface DossierPaperTable {
  added_at: Temporal.Instant;
  case_id: string;
  document_id: string;
  file_name: string;
  id: string;
  media_type: string;
  original_seen: ColumnType<boolean, boolean | undefined, boolean>;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
}

export interface DuesPaperTable {
  agency_id: string;
  book: string;
  content: ColumnType<unknown, string, string>;
  id: string;
  issued_at: Temporal.Instant;
  number: number;
  payment_id: string | null;
  refund_id: string | null;
  year: number;
}

export interface DuesPaperCountTable {
  agency_id: string;
  book: string;
  last: number;
  year: number;
}

export interface DuesReconciliationTable {
  agency_id: string;
  compared: number;
  differences: ColumnType<unknown, string, string>;
  from_on: Temporal.PlainDate;
  id: string;
  made_at: Temporal.Instant;
  made_by: ColumnType<unknown, string, string>;
  source: string;
  to_on: Temporal.PlainDate;
  way: string;
}

export interface DuesSettlementTable {
  agency_id: string;
  collected: ColumnType<number, number | bigint, number | bigint>;
  id: string;
  payee_unit_id: string;
  quarter: number;
  refunded: ColumnType<number, number | bigint, number | bigint>;
  signed_at: Temporal.Instant;
  signed_by: ColumnType<unknown, string, string>;
  year: number;
}

export interface DuesSettlementCountersignatureTable {
  at: Temporal.Instant;
  by: ColumnType<unknown, string, string>;
  settlement_id: string;
}

export interface DuesSettlementLineTable {
  amount: ColumnType<number, number | bigint, number | bigint>;
  line: number;
  payment_id: string | null;
  refund_id: string | null;
  settlement_id: string;
}

export interface FilingDraftTable {
  account_id: string | null;
  answers: ColumnType<unknown, string | undefined, string>;
  changed_at: Temporal.Instant;
  id: string;
  papers: ColumnType<unknown, string | undefined, string>;
  procedure_version_id: ColumnType<number, number | bigint, number | bigint>;
  receiver_id: string | null;
  submitted_case_id: string | null;
  submitter: ColumnType<unknown, string | undefined, string>;
  token_hash: string;
}

export interface GatewayEventTable {
  amount: ColumnType<number | null, number | bigint | null | undefined, number | bigint | null>;
  event_id: string;
  gateway: string;
  kind: string;
  occurred_at: Temporal.Instant;
  order_id: string;
  received_at: Temporal.Instant;
  told_by: string;
  transaction_id: string | null;
}

export interface GatewayOrderTable {
  amount: ColumnType<number, number | bigint, number | bigint>;
  bill_id: string;
  created_at: Temporal.Instant;
  currency: string;
  gateway: string;
  id: string;
}

export interface IncomingMoneyTable {
  agency_id: string | null;
  amount: ColumnType<number, number | bigint, number | bigint>;
  arrived_at: Temporal.Instant;
  bill_id: string | null;
  external_id: string;
  id: string;
  recorded_at: Temporal.Instant;
  source: string;
  text: string;
  way: string;
}

export interface InstallationTable {
  only_one: ColumnType<boolean, boolean | undefined, boolean>;
  secret_key: string;
}

export interface JournalTable {
  actor: ColumnType<unknown, string, string>;
  at: Temporal.Instant;
  case_id: string;
  data: ColumnType<unknown, string, string>;
  effect: ColumnType<unknown, string, string>;
  hash: Buffer;
  previous_hash: Buffer;
  seq: number;
  verb: string;
}

export interface MigrationTable {
  applied_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  name: string;
  number: number;
  sha256: string;
}

export interface PaymentTable {
  amount: ColumnType<number, number | bigint, number | bigint>;
  bill_id: string;
  by: ColumnType<unknown, string, string>;
  cash_on: Temporal.PlainDate | null;
  id: string;
  incoming_id: string | null;
  officer_account_id: string | null;
  received_at: Temporal.Instant;
  recorded_at: Temporal.Instant;
  tendered: ColumnType<number | null, number | bigint | null | undefined, number | bigint | null>;
  voucher: string | null;
  way: string;
}

export interface PostTable {
  id: string;
  position_id: string;
  role: string;
  seat: number;
  title_en: string;
  title_vi: string;
  unit_id: string;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate | null;
}

export interface PostHoldingTable {
  account_id: string;
  decision: string;
  end_decision: string | null;
  held: string;
  id: string;
  post_id: string;
}

export interface ProcedureTable {
  code: string;
}

export interface ProcedureVersionTable {
  code: string;
  decision: string;
  definition: ColumnType<unknown, string, string>;
  id: ColumnType<number, never, never>;
  in_force: string;
  search: string;
  version: number;
}

export interface ReadingLogTable {
  account_id: string;
  at: Temporal.Instant;
  case_id: string;
  id: ColumnType<number, never, never>;
  reason: string;
}

export interface ReceivingAccountTable {
  account_name: string;
  account_number: string;
  agency_id: string | null;
  bank_bin: string;
  id: ColumnType<number, never, never>;
  source: string;
}

export interface RefundTable {
  amount: ColumnType<number, number | bigint, number | bigint>;
  by: ColumnType<unknown, string, string>;
  cash_on: Temporal.PlainDate | null;
  clause: string;
  external_id: string | null;
  id: string;
  incoming_id: string | null;
  officer_account_id: string | null;
  owed_again: boolean;
  payment_id: string | null;
  reason: string;
  recorded_at: Temporal.Instant;
  refunded_at: Temporal.Instant;
  source: string | null;
  way: string;
}

export interface SessionTable {
  account_id: string;
  ends_at: Temporal.Instant;
  seen_at: Temporal.Instant;
  started_at: Temporal.Instant;
  token_hash: string;
}

export interface SignInAttemptTable {
  act: string;
  address: string;
  at: Temporal.Instant;
  id: ColumnType<number, never, never>;
  sign_in_name: string;
  succeeded: boolean;
}

export interface UnitTable {
  agency_code: string | null;
  agency_code_old: string | null;
  code: string | null;
  function: string | null;
  id: string;
  kind: string;
  name_en: string;
  name_vi: string;
  parent_id: string | null;
  path: string;
  search: ColumnType<string, never, never>;
  source: string;
  tier: string;
  valid: string;
}

export interface WorkingHoursTable {
  id: ColumnType<number, never, never>;
  source: string;
  stretches: ColumnType<unknown, string, string>;
  unit_id: string | null;
  valid: string;
}

export interface DB {
  access_token: AccessTokenTable;
  account: AccountTable;
  agency_code_order: AgencyCodeOrderTable;
  bill: BillTable;
  bill_end: BillEndTable;
  bill_line: BillLineTable;
  calendar_decision: CalendarDecisionTable;
  calendar_year: CalendarYearTable;
  case_search: CaseSearchTable;
  cases: CasesTable;
  cash_closing: CashClosingTable;
  command_answer: CommandAnswerTable;
  dossier: DossierTable;
  dossier_count: DossierCountTable;
  dossier_paper: DossierPaperTable;
  dues_paper: DuesPaperTable;
  dues_paper_count: DuesPaperCountTable;
  dues_reconciliation: DuesReconciliationTable;
  dues_settlement: DuesSettlementTable;
  dues_settlement_countersignature: DuesSettlementCountersignatureTable;
  dues_settlement_line: DuesSettlementLineTable;
  filing_draft: FilingDraftTable;
  gateway_event: GatewayEventTable;
  gateway_order: GatewayOrderTable;
  incoming_money: IncomingMoneyTable;
  installation: InstallationTable;
  journal: JournalTable;
  migration: MigrationTable;
  payment: PaymentTable;
  post: PostTable;
  post_holding: PostHoldingTable;
  procedure: ProcedureTable;
  procedure_version: ProcedureVersionTable;
  reading_log: ReadingLogTable;
  receiving_account: ReceivingAccountTable;
  refund: RefundTable;
  session: SessionTable;
  sign_in_attempt: SignInAttemptTable;
  unit: UnitTable;
  working_hours: WorkingHoursTable;
}
