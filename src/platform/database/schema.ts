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

export interface BlobTable {
  first_kept_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  media_type: string;
  offered_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  scan: string;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
  virus: string | null;
}

export interface BookingTable {
  account_id: string | null;
  changed_at: Temporal.Instant;
  code: string;
  desk_id: string;
  form_key: string | null;
  id: string;
  made_at: Temporal.Instant;
  name: string;
  phone: string;
  procedure_code: string;
  reminded_for: Temporal.Instant | null;
  starts_at: Temporal.Instant;
  state: string;
}

export interface CalendarDecisionTable {
  falls_on: Temporal.PlainDate;
  kind: string;
  name_en: string;
  name_vi: string;
  source: string;
}

export interface CalendarFeedTable {
  account_id: string;
  made_at: Temporal.Instant;
  secret_hash: string;
}

export interface CalendarYearTable {
  source: string;
  year: number;
}

export interface CaseFactTable {
  accepted_at: Temporal.Instant | null;
  accepted_known_at: Temporal.Instant | null;
  answers_key: number;
  apologised_at: Temporal.Instant | null;
  case_id: string;
  changed_at: Temporal.Instant | null;
  channel: number | null;
  counted_as: number | null;
  delivered: Temporal.Instant[] | null;
  earlier: ColumnType<unknown, string | null | undefined, string | null>;
  ended_at: Temporal.Instant | null;
  ended_class: ColumnType<number | null, never, never>;
  ended_known_at: Temporal.Instant | null;
  first_late_at: Temporal.Instant | null;
  is_part: boolean;
  kind: number;
  late_at: Temporal.Instant | null;
  late_before: Temporal.Instant[] | null;
  late_since: Temporal.Instant | null;
  opened_at: Temporal.Instant;
  outcome: number | null;
  receiver_key: number;
  supplement_at: Temporal.Instant | null;
  supplements: ColumnType<number, number | undefined, number>;
  timeliness: number | null;
  type_key: number;
}

export interface CaseFileTable {
  added_at: Temporal.Instant;
  case_id: string;
  file_name: string;
  id: string;
  media_type: string;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
}

export interface CaseSearchTable {
  case_id: string;
  receiving_unit_id: string;
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
  late_at: Temporal.Instant | null;
  open: boolean;
  opened_at: Temporal.Instant;
  owner_account_id: string | null;
  parent_id: string | null;
  receiving_unit_id: string;
  reference: string;
  root_id: string | null;
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

export interface CityYearTable {
  asked: ColumnType<unknown, string, string>;
  begun_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  finished_at: Temporal.Instant | null;
  only_one: ColumnType<boolean, boolean | undefined, boolean>;
  put_back: string[];
}

export interface CityYearPartTable {
  dossiers: number;
  loaded_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  part: string;
}

export interface CommandAnswerTable {
  answer: ColumnType<unknown, string, string>;
  answered_at: Temporal.Instant;
  caller: string;
  case_id: string | null;
  key: string;
  request_hash: Buffer;
}

export interface CounterTable {
  desk_id: string;
  name_en: string;
  name_vi: string;
  number: number;
}

export interface CounterServiceTable {
  desk_id: string;
  field_codes: string[];
  number: number;
  valid: string;
}

export interface CounterShiftTable {
  account_id: string;
  closed_at: Temporal.Instant | null;
  desk_id: string;
  firsts_in_a_row: ColumnType<number, number | undefined, number>;
  id: string;
  number: number;
  opened_at: Temporal.Instant;
  paused_at: Temporal.Instant | null;
}

export interface DelegationTable {
  decision_file: string | null;
  decision_number: string;
  form: string;
  giver_position_id: string;
  granted_at: Temporal.Instant;
  granted_by: string;
  granted_by_name: string;
  id: string;
  kinds: string[];
  receiver_account_id: string | null;
  receiver_position_id: string;
  revoked_at: Temporal.Instant | null;
  revoked_by: string | null;
  revoked_by_name: string | null;
  revoked_from: Temporal.Instant | null;
  revoked_reason: string | null;
  signs_as: string | null;
  unit_id: string;
  up_to_amount: ColumnType<number | null, number | bigint | null | undefined, number | bigint | null>;
  valid_from: Temporal.PlainDate;
  valid_to: Temporal.PlainDate;
}

export interface DeskDeviceTable {
  counter_number: number | null;
  desk_id: string;
  enrolled_at: Temporal.Instant;
  enrolled_by: string;
  form_key: string | null;
  id: string;
  key_hash: Buffer;
  kind: string;
  label: string;
  revoked_at: Temporal.Instant | null;
  revoked_by: string | null;
  seen_at: Temporal.Instant | null;
}

export interface DeskOpeningTable {
  desk_id: string;
  id: ColumnType<number, never, never>;
  source: string;
  stretches: ColumnType<unknown, string, string>;
  valid: string;
  weekday: number;
}

export interface DeskPolicyTable {
  book_ahead_days: number;
  bookings_a_phone: number;
  desk_id: string | null;
  early_minutes: number;
  firsts_in_a_row: number;
  id: ColumnType<number, never, never>;
  late_minutes: number;
  remind_hours: number;
  served_to_estimate: number;
  slot_capacity: number;
  slot_minutes: number;
  source: string;
  unsure: string | null;
  valid: string;
  wait_target_minutes: number;
}

export interface DigitisationTable {
  at: Temporal.Instant;
  by_account_id: string;
  by_name: string;
  name: string;
  paper_id: string;
  sha256: string;
  unit_id: string;
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
  kept_paper_id: string | null;
  media_type: string;
  original_seen: ColumnType<boolean, boolean | undefined, boolean>;
  reused: ColumnType<boolean, boolean | undefined, boolean>;
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

export interface EmailProofTable {
  account_id: string;
  asked_at: Temporal.Instant;
  email: string;
  ends_at: Temporal.Instant;
  id: string;
  proved_at: Temporal.Instant | null;
}

export interface FactTypeTable {
  code: string;
  key: ColumnType<number, never, never>;
  version: number;
}

export interface FactUnitTable {
  key: ColumnType<number, never, never>;
  unit_id: string;
}

export interface FactWordTable {
  key: ColumnType<number, never, never>;
  word: string;
}

export interface FeedbackTable {
  about: string;
  about_case_id: string | null;
  case_id: string;
  channel: string;
  commune_id: string | null;
  field: string;
  latitude: number | null;
  longitude: number | null;
  merged_into: string | null;
  procedure_code: string | null;
  received_at: Temporal.Instant;
  words: string;
}

export interface FeedbackDraftTable {
  files: ColumnType<unknown, string, string>;
  given: ColumnType<unknown, string, string>;
  made_at: Temporal.Instant;
  reporter_id: string | null;
  secret_hash: string;
}

export interface FeedbackFileTable {
  added_at: Temporal.Instant;
  case_id: string;
  file_name: string;
  given_by: string;
  id: string;
  is_clean: boolean;
  media_type: string;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
}

export interface FeedbackPolicyTable {
  decision: string;
  id: ColumnType<number, never, never>;
  policy: ColumnType<unknown, string, string>;
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  valid_from: Temporal.PlainDate;
}

export interface FeedbackReporterTable {
  account_id: string | null;
  address: string;
  anonymous: boolean;
  case_id: string;
  channel: string;
  email: string;
  first_case_id: string;
  id: string;
  joined_at: Temporal.Instant;
  language: string;
  name: string;
  phone: string;
}

export interface FigureClosingTable {
  as_of: Temporal.Instant;
  closed_at: Temporal.Instant;
  closed_by: string;
  closed_by_name: string;
  definitions: ColumnType<unknown, string, string>;
  figures: ColumnType<unknown, string, string>;
  id: string;
  period_from: Temporal.PlainDate;
  period_to: Temporal.PlainDate;
  reason: ColumnType<string, string | undefined, string>;
  sha256: string;
  unit_id: string;
  version: number;
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

export interface IdentityProofTable {
  account_id: string;
  personal_id: string;
  proven_at: Temporal.Instant;
  proven_by_account_id: string | null;
  seen: string;
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

export interface IndexEvidenceTable {
  added_at: Temporal.Instant;
  criterion_id: string;
  file_name: string;
  id: string;
  media_type: string;
  sha256: string;
  sheet_id: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
}

export interface IndexMonthTable {
  as_of: Temporal.Instant;
  decimals: number;
  frame_id: string;
  group_id: string;
  known: number;
  month: Temporal.PlainDate;
  rank: number | null;
  taken_at: Temporal.Instant;
  total: number | null;
  unit_id: string;
}

export interface IndexRoundTable {
  as_of: Temporal.Instant;
  case_id: string;
  frame: ColumnType<unknown, string, string>;
  frame_id: string;
  opened_at: Temporal.Instant;
  period_from: Temporal.PlainDate;
  period_to: Temporal.PlainDate;
}

export interface IndexRoundFrozenTable {
  case_id: string;
  closed_at: Temporal.Instant;
  closed_by: string | null;
  closed_by_name: string;
  content: ColumnType<unknown, string, string>;
  sha256: string;
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

export interface KeptPaperTable {
  document_code: string;
  file_name: string;
  from_case_id: string;
  id: string;
  kept_on: Temporal.PlainDate;
  kind: string;
  media_type: string;
  name: ColumnType<unknown, string, string>;
  owner_account_id: string | null;
  owner_personal_id: string | null;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
  valid_until: Temporal.PlainDate | null;
}

export interface KeptPaperEndTable {
  ended_at: Temporal.Instant;
  kept_paper_id: string;
  reason: string;
}

export interface MigrationTable {
  applied_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  name: string;
  number: number;
  sha256: string;
}

export interface NoticeTable {
  account_id: string | null;
  attempts: ColumnType<number, number | undefined, number>;
  booking_id: string | null;
  case_id: string | null;
  channel: string;
  claimed_until: Temporal.Instant | null;
  email_proof_id: string | null;
  facts: ColumnType<unknown, string, string>;
  fault: string | null;
  feedback_reporter_id: string | null;
  for_officer: ColumnType<boolean, boolean | undefined, boolean>;
  id: string;
  language: string;
  made_at: Temporal.Instant;
  next_try_at: Temporal.Instant | null;
  recipient: string | null;
  sent_at: Temporal.Instant | null;
  seq: number | null;
  state: string;
  template: string;
  tried_again_at: Temporal.Instant | null;
  tried_again_by: string | null;
  words: string | null;
}

export interface NoticeDueTable {
  case_id: string;
  id: ColumnType<number, never, never>;
  not_before: Temporal.Instant | null;
  seq: number;
}

export interface NoticePreferenceTable {
  account_id: string;
  changed_at: Temporal.Instant;
  channels: string[];
  email: string | null;
  email_proved_at: Temporal.Instant | null;
  language: string;
  left_out: string[];
}

export interface OneHeadBodyTable {
  id: ColumnType<number, never, never>;
  source: string;
  unit_id: string | null;
  unit_kind: string | null;
  valid: string;
}

export interface PaperAccessTable {
  account_id: string | null;
  act: string;
  at: Temporal.Instant;
  basis: string;
  case_id: string | null;
  clause: string | null;
  id: ColumnType<number, never, never>;
  kept_paper_id: string;
  name: string;
  reason: string | null;
  unit_id: string | null;
}

export interface PaperConsentTable {
  case_id: string;
  given_at: Temporal.Instant;
  given_by_account_id: string | null;
  given_by_name: string;
  id: string;
  kept_paper_id: string;
  purpose: string;
  unit_id: string;
  until: Temporal.PlainDate | null;
  written_by_account_id: string | null;
}

export interface PaperConsentWithdrawalTable {
  by_account_id: string;
  consent_id: string;
  withdrawn_at: Temporal.Instant;
}

export interface PaperHandInTable {
  case_id: string;
  compared_by_account_id: string | null;
  compared_by_name: string | null;
  copies: number;
  document_id: string;
  form: string;
  handed_at: Temporal.Instant;
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

export interface PriorityGroupTable {
  code: string;
  name_en: string;
  name_vi: string;
  place: number;
  source: string;
  unsure: string | null;
  valid: string;
}

export interface ProcedureTable {
  code: string;
}

export interface ProcedureReviewTable {
  decided_at: Temporal.Instant | null;
  decided_by: string | null;
  decision: string | null;
  id: ColumnType<number, never, never>;
  items: number;
  note: string | null;
  procedure_code: string;
  proposed_at: Temporal.Instant;
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

export interface QueueDayTable {
  desk_id: string;
  last: number;
  on_day: Temporal.PlainDate;
}

export interface QueueEventTable {
  account_id: string | null;
  at: Temporal.Instant;
  counter_number: number | null;
  id: ColumnType<number, never, never>;
  ticket_id: string;
  what: string;
}

export interface QueueTicketTable {
  booking_id: string | null;
  calls: ColumnType<number, number | undefined, number>;
  counter_number: number | null;
  desk_id: string;
  dossier_id: string | null;
  field_code: string | null;
  first_called_at: Temporal.Instant | null;
  form_key: string | null;
  id: string;
  number: number;
  on_day: Temporal.PlainDate;
  only_counter: number | null;
  priority_code: string | null;
  procedure_code: string | null;
  purpose: string;
  served_seconds: ColumnType<number, number | undefined, number>;
  shift_id: string | null;
  state: string;
  state_at: Temporal.Instant;
  taken_at: Temporal.Instant;
  waits_from: Temporal.Instant;
}

export interface RaisedTaskTable {
  case_id: string;
  cause: string;
  unit_id: string;
  week: Temporal.PlainDate;
}

export interface RatingTable {
  attitude: string;
  case_id: string;
  comment: string;
  elsewhere: boolean;
  given_at: string;
  organisation: string;
  publication: string;
  rated_on: Temporal.PlainDate;
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

export interface RecurringDutyTable {
  due_working_days: number;
  every: string;
  first_on: Temporal.PlainDate;
  id: string;
  opening: ColumnType<unknown, string, string>;
  recorded_at: Temporal.Instant;
  recorded_by: string;
  source_id: string;
  until_on: Temporal.PlainDate | null;
}

export interface RecurringTaskTable {
  case_id: string;
  duty_id: string;
  period: string;
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

export interface RegisterEntryTable {
  changed_at: Temporal.Instant;
  counting_version: number | null;
  duplicate_key: string | null;
  entered: ColumnType<unknown, string, string>;
  id: string;
  latest_version: number;
  made_by: string | null;
  recorded_at: Temporal.Instant;
  register_id: string;
  search: string;
  standing: string;
  unit_id: string;
  unit_path: string;
}

export interface RegisterEvidenceTable {
  entry_id: string;
  sha256: string;
}

export interface RegisterImportTable {
  account_id: string;
  bad: ColumnType<unknown, string, string>;
  entered_at: Temporal.Instant | null;
  entered_count: number | null;
  file_name: string;
  good: ColumnType<unknown, string, string>;
  id: string;
  looked_at: Temporal.Instant;
  register_id: string;
  sha256: string;
}

export interface RegisterPrintTable {
  agency_id: string;
  choice: string;
  from_on: Temporal.PlainDate;
  id: string;
  nth: number;
  printed_at: Temporal.Instant;
  printed_by: string;
  printed_by_account: string | null;
  to_on: Temporal.PlainDate;
  volume: number;
}

export interface RegisterVersionTable {
  account_id: string;
  account_name: string;
  act: string;
  entered: ColumnType<unknown, string, string>;
  entry_id: string;
  evidence: ColumnType<unknown, string, string>;
  post_id: string | null;
  reason: ColumnType<string, string | undefined, string>;
  recorded_at: Temporal.Instant;
  register_id: string;
  standing: string;
  version: number;
}

export interface ReportTable {
  as_of: Temporal.Instant;
  case_id: string;
  cut_offs: ColumnType<unknown, string, string>;
  opened_at: Temporal.Instant;
  outline: ColumnType<unknown, string, string>;
  period_from: Temporal.PlainDate;
  period_to: Temporal.PlainDate;
  regime: string;
  revision: ColumnType<number, number | undefined, number>;
}

export interface ReportChangeTable {
  after: string | null;
  before: string | null;
  block_id: string;
  case_id: string;
  changed_at: Temporal.Instant;
  changed_by: string;
  changed_by_name: string;
  deed: string;
  request_id: string | null;
  revision: number;
  section_id: string;
}

export interface ReportFileTable {
  case_id: string;
  made_at: Temporal.Instant;
  paper: ColumnType<string, string | undefined, string>;
  sha256: string;
  version: ColumnType<number, number | undefined, number>;
}

export interface ReportFrozenTable {
  case_id: string;
  content: ColumnType<unknown, string, string>;
  frozen_at: Temporal.Instant;
  frozen_by: string;
  frozen_by_name: string;
  reason: string | null;
  sha256: string;
  version: number;
}

export interface ReportNarrativeTable {
  request_id: string;
  saved_at: Temporal.Instant;
  saved_by_name: string;
  section_id: string;
  words: string;
}

export interface ReportSeriesTable {
  last: number;
  notation: string;
  year: number;
}

export interface ResultTable {
  attempts: ColumnType<number, number | undefined, number>;
  case_id: string | null;
  change_reason: string | null;
  code: string;
  content: ColumnType<unknown, string, string>;
  decided_at: Temporal.Instant;
  delegation_id: string | null;
  file: string | null;
  id: string;
  last_fault: string | null;
  number: number;
  signature_block: string[];
  signed_at: Temporal.Instant | null;
  signer_account_id: string;
  signer_name: string;
  signer_position_id: string;
  signing_form: string;
  unit_id: string;
  valid_from: Temporal.PlainDate;
  valid_until: Temporal.PlainDate | null;
  version: number;
  year: number;
}

export interface ResultCountTable {
  last: number;
  unit_id: string;
  year: number;
}

export interface ResultRevocationTable {
  code: string;
  decision_number: string;
  reason: string;
  revoked_at: Temporal.Instant;
  revoked_by: string;
  revoked_by_name: string;
  revoked_by_title: string;
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

export interface SlipTable {
  agency_id: string;
  case_id: string;
  form: string;
  number: number;
  taken_at: Temporal.Instant;
  year: number;
}

export interface SlipCountTable {
  agency_id: string;
  form: string;
  last: number;
  year: number;
}

export interface SlipPrintTable {
  case_id: string;
  entries: number;
  form: string;
  id: string;
  nth: number;
  printed_at: Temporal.Instant;
  printed_by: string;
  printed_by_account: string | null;
  seq: number;
}

export interface TaskTable {
  case_id: string;
  follower_unit_id: string;
  given_at: Temporal.Instant;
  giver: string;
  lead_unit_id: string;
  secret: boolean;
  source_id: string;
}

export interface TaskPolicyTable {
  decision: string;
  id: ColumnType<number, never, never>;
  policy: ColumnType<unknown, string, string>;
  valid_from: Temporal.PlainDate;
}

export interface TaskPublicationTable {
  content: ColumnType<unknown, string, string>;
  cutoff_at: Temporal.Instant;
  month: Temporal.PlainDate;
  published_at: Temporal.Instant;
  published_by: string;
}

export interface TaskSourceTable {
  agency_id: string;
  id: string;
  issued_on: Temporal.PlainDate;
  issuer: string;
  number: string;
  recorded_at: Temporal.Instant;
  recorded_by: string | null;
  secret: boolean;
  signatory: string;
  title: string;
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

export interface UrgedCaseTable {
  account_id: string | null;
  answer: string | null;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
  case_id: string;
  role: string | null;
  seq: number;
  unit_id: string;
  urging_id: string;
}

export interface UrgingTable {
  agency_id: string;
  answer_by: Temporal.PlainDate;
  id: string;
  issued_at: Temporal.Instant;
  issued_by: string;
  issued_by_name: string;
  note: string;
  number: string;
}

export interface VisitSlotTable {
  capacity: number;
  desk_id: string;
  starts_at: Temporal.Instant;
  taken: ColumnType<number, number | undefined, number>;
}

export interface WaitingStateTable {
  kind: string;
  state: string;
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
  blob: BlobTable;
  booking: BookingTable;
  calendar_decision: CalendarDecisionTable;
  calendar_feed: CalendarFeedTable;
  calendar_year: CalendarYearTable;
  case_fact: CaseFactTable;
  case_file: CaseFileTable;
  case_search: CaseSearchTable;
  cases: CasesTable;
  cash_closing: CashClosingTable;
  city_year: CityYearTable;
  city_year_part: CityYearPartTable;
  command_answer: CommandAnswerTable;
  counter: CounterTable;
  counter_service: CounterServiceTable;
  counter_shift: CounterShiftTable;
  delegation: DelegationTable;
  desk_device: DeskDeviceTable;
  desk_opening: DeskOpeningTable;
  desk_policy: DeskPolicyTable;
  digitisation: DigitisationTable;
  dossier: DossierTable;
  dossier_count: DossierCountTable;
  dossier_paper: DossierPaperTable;
  dues_paper: DuesPaperTable;
  dues_paper_count: DuesPaperCountTable;
  dues_reconciliation: DuesReconciliationTable;
  dues_settlement: DuesSettlementTable;
  dues_settlement_countersignature: DuesSettlementCountersignatureTable;
  dues_settlement_line: DuesSettlementLineTable;
  email_proof: EmailProofTable;
  fact_type: FactTypeTable;
  fact_unit: FactUnitTable;
  fact_word: FactWordTable;
  feedback: FeedbackTable;
  feedback_draft: FeedbackDraftTable;
  feedback_file: FeedbackFileTable;
  feedback_policy: FeedbackPolicyTable;
  feedback_reporter: FeedbackReporterTable;
  figure_closing: FigureClosingTable;
  filing_draft: FilingDraftTable;
  gateway_event: GatewayEventTable;
  gateway_order: GatewayOrderTable;
  identity_proof: IdentityProofTable;
  incoming_money: IncomingMoneyTable;
  index_evidence: IndexEvidenceTable;
  index_month: IndexMonthTable;
  index_round: IndexRoundTable;
  index_round_frozen: IndexRoundFrozenTable;
  installation: InstallationTable;
  journal: JournalTable;
  kept_paper: KeptPaperTable;
  kept_paper_end: KeptPaperEndTable;
  migration: MigrationTable;
  notice: NoticeTable;
  notice_due: NoticeDueTable;
  notice_preference: NoticePreferenceTable;
  one_head_body: OneHeadBodyTable;
  paper_access: PaperAccessTable;
  paper_consent: PaperConsentTable;
  paper_consent_withdrawal: PaperConsentWithdrawalTable;
  paper_hand_in: PaperHandInTable;
  payment: PaymentTable;
  post: PostTable;
  post_holding: PostHoldingTable;
  priority_group: PriorityGroupTable;
  procedure: ProcedureTable;
  procedure_review: ProcedureReviewTable;
  procedure_version: ProcedureVersionTable;
  queue_day: QueueDayTable;
  queue_event: QueueEventTable;
  queue_ticket: QueueTicketTable;
  raised_task: RaisedTaskTable;
  rating: RatingTable;
  reading_log: ReadingLogTable;
  receiving_account: ReceivingAccountTable;
  recurring_duty: RecurringDutyTable;
  recurring_task: RecurringTaskTable;
  refund: RefundTable;
  register_entry: RegisterEntryTable;
  register_evidence: RegisterEvidenceTable;
  register_import: RegisterImportTable;
  register_print: RegisterPrintTable;
  register_version: RegisterVersionTable;
  report: ReportTable;
  report_change: ReportChangeTable;
  report_file: ReportFileTable;
  report_frozen: ReportFrozenTable;
  report_narrative: ReportNarrativeTable;
  report_series: ReportSeriesTable;
  result: ResultTable;
  result_count: ResultCountTable;
  result_revocation: ResultRevocationTable;
  session: SessionTable;
  sign_in_attempt: SignInAttemptTable;
  slip: SlipTable;
  slip_count: SlipCountTable;
  slip_print: SlipPrintTable;
  task: TaskTable;
  task_policy: TaskPolicyTable;
  task_publication: TaskPublicationTable;
  task_source: TaskSourceTable;
  unit: UnitTable;
  urged_case: UrgedCaseTable;
  urging: UrgingTable;
  visit_slot: VisitSlotTable;
  waiting_state: WaitingStateTable;
  working_hours: WorkingHoursTable;
}
