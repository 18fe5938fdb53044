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

export interface BlobTable {
  first_kept_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  media_type: string;
  offered_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>;
  scan: string;
  sha256: string;
  size_bytes: ColumnType<number, number | bigint, number | bigint>;
  virus: string | null;
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

export interface CommandAnswerTable {
  answer: ColumnType<unknown, string, string>;
  answered_at: Temporal.Instant;
  caller: string;
  case_id: string | null;
  key: string;
  request_hash: Buffer;
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

export interface EmailProofTable {
  account_id: string;
  asked_at: Temporal.Instant;
  email: string;
  ends_at: Temporal.Instant;
  id: string;
  proved_at: Temporal.Instant | null;
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

export interface IdentityProofTable {
  account_id: string;
  personal_id: string;
  proven_at: Temporal.Instant;
  proven_by_account_id: string | null;
  seen: string;
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
  case_id: string | null;
  channel: string;
  claimed_until: Temporal.Instant | null;
  email_proof_id: string | null;
  facts: ColumnType<unknown, string, string>;
  fault: string | null;
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

export interface RaisedTaskTable {
  case_id: string;
  cause: string;
  unit_id: string;
  week: Temporal.PlainDate;
}

export interface ReadingLogTable {
  account_id: string;
  at: Temporal.Instant;
  case_id: string;
  id: ColumnType<number, never, never>;
  reason: string;
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
  blob: BlobTable;
  calendar_decision: CalendarDecisionTable;
  calendar_feed: CalendarFeedTable;
  calendar_year: CalendarYearTable;
  case_search: CaseSearchTable;
  cases: CasesTable;
  command_answer: CommandAnswerTable;
  delegation: DelegationTable;
  digitisation: DigitisationTable;
  dossier: DossierTable;
  dossier_count: DossierCountTable;
  dossier_paper: DossierPaperTable;
  email_proof: EmailProofTable;
  filing_draft: FilingDraftTable;
  identity_proof: IdentityProofTable;
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
  post: PostTable;
  post_holding: PostHoldingTable;
  procedure: ProcedureTable;
  procedure_version: ProcedureVersionTable;
  raised_task: RaisedTaskTable;
  reading_log: ReadingLogTable;
  recurring_duty: RecurringDutyTable;
  recurring_task: RecurringTaskTable;
  register_print: RegisterPrintTable;
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
  working_hours: WorkingHoursTable;
}
