-- The database after all migrations. Made by src/platform/database/write-schema.ts, not by hand.

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

create sequence bill_number as bigint;
create sequence feedback_number as bigint;
create sequence index_round_number as bigint;
create sequence inspection_number as bigint;
create sequence report_number as bigint;
create sequence task_number as bigint;

create table access_token (
  token_hash text not null,
  account_id uuid not null,
  label text not null,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint access_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint access_token_pkey PRIMARY KEY (token_hash)
);
create table account (
  id uuid not null,
  kind text not null,
  sign_in_name text not null,
  name text not null,
  password_hash text,
  personal_id text,
  phone text,
  email text,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['citizen'::text, 'officer'::text, 'system'::text]))),
  constraint account_name_check CHECK (((name IS NFC NORMALIZED) AND (name <> ''::text))),
  constraint account_personal_id_check CHECK ((personal_id ~ '^[0-9]{12}$'::text)),
  constraint account_phone_check CHECK ((phone ~ '^0[0-9]{9,10}$'::text)),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_sign_in_name_check CHECK (((sign_in_name IS NFC NORMALIZED) AND (sign_in_name = lower(sign_in_name)))),
  constraint account_sign_in_name_key UNIQUE (sign_in_name),
  constraint system_has_no_password CHECK (((kind <> 'system'::text) OR (password_hash IS NULL)))
);
create table agency_code_order (
  only_one boolean default true not null,
  left_to_right_since date not null,
  source text not null,
  constraint agency_code_order_only_one_check CHECK (only_one),
  constraint agency_code_order_pkey PRIMARY KEY (only_one)
);
create table bill (
  id uuid not null,
  code text not null,
  case_id uuid not null,
  reason text not null,
  agency_id text not null,
  payee_unit_id text not null,
  basis text not null,
  total bigint not null,
  issued_at timestamp with time zone not null,
  issued_by jsonb not null,
  constraint bill_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint bill_code_check CHECK ((code ~ '^MC[0-9A-Z]{7}$'::text)),
  constraint bill_code_key UNIQUE (code),
  constraint bill_pkey PRIMARY KEY (id),
  constraint bill_reason_check CHECK ((reason = ANY (ARRAY['procedure'::text, 'obligation'::text]))),
  constraint bill_total_check CHECK ((total >= 0))
);
create table bill_end (
  bill_id uuid not null,
  at timestamp with time zone not null,
  by jsonb not null,
  reason text not null,
  replaced_by uuid,
  constraint bill_end_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill(id),
  constraint bill_end_pkey PRIMARY KEY (bill_id),
  constraint bill_end_reason_check CHECK ((reason <> ''::text)),
  constraint bill_end_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES bill(id)
);
create table bill_line (
  bill_id uuid not null,
  line smallint not null,
  item_id text not null,
  kind text not null,
  label jsonb not null,
  amount bigint not null,
  reduction bigint default 0 not null,
  reduced_for text,
  why jsonb not null,
  source text not null,
  constraint bill_line_amount_check CHECK ((amount > 0)),
  constraint bill_line_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill(id),
  constraint bill_line_check CHECK (((reduction >= 0) AND (reduction <= amount))),
  constraint bill_line_kind_check CHECK ((kind = ANY (ARRAY['fee'::text, 'charge'::text, 'obligation'::text]))),
  constraint bill_line_line_check CHECK ((line >= 1)),
  constraint bill_line_pkey PRIMARY KEY (bill_id, line),
  constraint reduction_is_for_someone CHECK (((reduction = 0) = (reduced_for IS NULL)))
);
create table blob (
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  first_kept_at timestamp with time zone default now() not null,
  offered_at timestamp with time zone default now() not null,
  scan text not null,
  virus text,
  constraint blob_infected_by_something CHECK (((scan = 'infected'::text) = (virus IS NOT NULL))),
  constraint blob_pkey PRIMARY KEY (sha256),
  constraint blob_scan_check CHECK ((scan = ANY (ARRAY['not-scanned'::text, 'clean'::text, 'held'::text, 'infected'::text]))),
  constraint blob_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint blob_size_bytes_check CHECK ((size_bytes > 0))
);
create table booking (
  id uuid not null,
  code text not null,
  desk_id text not null,
  starts_at timestamp with time zone not null,
  procedure_code text not null,
  name text not null,
  phone text not null,
  state text not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  form_key text,
  account_id uuid,
  reminded_for timestamp with time zone,
  constraint booking_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint booking_code_check CHECK ((code ~ '^[2-9A-Z]{6}$'::text)),
  constraint booking_code_key UNIQUE (code),
  constraint booking_desk_id_starts_at_fkey FOREIGN KEY (desk_id, starts_at) REFERENCES visit_slot(desk_id, starts_at),
  constraint booking_form_key_key UNIQUE (form_key),
  constraint booking_name_check CHECK (((name IS NFC NORMALIZED) AND (name <> ''::text))),
  constraint booking_phone_check CHECK ((phone ~ '^0[0-9]{9,10}$'::text)),
  constraint booking_pkey PRIMARY KEY (id),
  constraint booking_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'came'::text, 'cancelled'::text, 'missed'::text])))
);
create table calendar_decision (
  falls_on date not null,
  kind text not null,
  name_vi text not null,
  name_en text not null,
  source text not null,
  constraint calendar_decision_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text]))),
  constraint calendar_decision_name_en_check CHECK ((name_en IS NFC NORMALIZED)),
  constraint calendar_decision_name_vi_check CHECK ((name_vi IS NFC NORMALIZED)),
  constraint calendar_decision_pkey PRIMARY KEY (falls_on)
);
create table calendar_feed (
  account_id uuid not null,
  secret_hash text not null,
  made_at timestamp with time zone not null,
  constraint calendar_feed_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint calendar_feed_pkey PRIMARY KEY (account_id),
  constraint calendar_feed_secret_hash_key UNIQUE (secret_hash)
);
create table calendar_year (
  year integer not null,
  source text not null,
  constraint calendar_year_pkey PRIMARY KEY (year),
  constraint calendar_year_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
create table case_fact (
  case_id uuid not null,
  opened_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_known_at timestamp with time zone,
  first_late_at timestamp with time zone,
  late_at timestamp with time zone,
  late_since timestamp with time zone,
  ended_at timestamp with time zone,
  ended_known_at timestamp with time zone,
  supplement_at timestamp with time zone,
  apologised_at timestamp with time zone,
  changed_at timestamp with time zone,
  receiver_key integer not null,
  answers_key integer not null,
  type_key integer not null,
  kind smallint not null,
  channel smallint,
  outcome smallint,
  timeliness smallint,
  supplements smallint default 0 not null,
  is_part boolean not null,
  late_before timestamp with time zone[],
  earlier jsonb,
  counted_as smallint,
  delivered timestamp with time zone[],
  ended_class bigint generated always as (
CASE
    WHEN ((ended_at IS NOT NULL) AND (ended_known_at IS NULL) AND (accepted_known_at IS NULL) AND (delivered IS NULL) AND ((accepted_at IS NULL) OR (accepted_at <= ended_at))) THEN ((((((COALESCE(counted_as, kind))::bigint | ((COALESCE((channel)::integer, 0))::bigint << 7)) | ((outcome)::bigint << 14)) | ((COALESCE((timeliness)::integer, 0))::bigint << 21)) | ((
    CASE
        WHEN (first_late_at IS NULL) THEN 0
        WHEN (first_late_at <= ended_at) THEN 2
        ELSE 1
    END)::bigint << 31)) | ((LEAST((supplements)::integer, 2))::bigint << 34))
    ELSE NULL::bigint
END) stored,
  constraint case_fact_pkey PRIMARY KEY (case_id),
  constraint fact_deadline_of_accepted CHECK (((late_at IS NULL) OR (accepted_at IS NOT NULL))),
  constraint fact_known_not_before CHECK (((accepted_known_at > accepted_at) AND (ended_known_at > ended_at))),
  constraint fact_of_ended_has_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL)))
);
create table case_file (
  id uuid not null,
  case_id uuid not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  added_at timestamp with time zone not null,
  constraint case_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_file_file_name_check CHECK ((file_name IS NFC NORMALIZED)),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint case_file_size_bytes_check CHECK ((size_bytes > 0))
);
create table case_search (
  case_id uuid not null,
  search text not null,
  receiving_unit_id text not null,
  constraint case_search_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_search_pkey PRIMARY KEY (case_id),
  constraint words_fit_the_index CHECK ((length(search) <= 600))
);
create table cases (
  id uuid not null,
  kind text not null,
  entries integer not null,
  last_hash bytea not null,
  state text not null,
  open boolean not null,
  folded jsonb not null,
  type_code text not null,
  type_version integer not null,
  code text,
  reference text not null,
  title text not null,
  receiving_unit_id text not null,
  holder_unit_id text,
  holder_role text,
  holder_account_id uuid,
  handed_to_unit_id text,
  owner_account_id uuid,
  opened_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  due_at timestamp with time zone,
  first_due_at timestamp with time zone,
  step_due_at timestamp with time zone,
  ended_at timestamp with time zone,
  timeliness text,
  parent_id uuid,
  root_id uuid,
  late_at timestamp with time zone,
  constraint branch_has_both CHECK (((parent_id IS NULL) = (root_id IS NULL))),
  constraint cases_code_key UNIQUE (code),
  constraint cases_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES cases(id),
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_reference_key UNIQUE (reference),
  constraint cases_root_id_fkey FOREIGN KEY (root_id) REFERENCES cases(id),
  constraint cases_timeliness_check CHECK ((timeliness = ANY (ARRAY['early'::text, 'on-time'::text, 'late'::text]))),
  constraint ended_case_has_moment CHECK ((open OR (ended_at IS NOT NULL))),
  constraint late_with_due CHECK (((late_at IS NULL) OR (due_at IS NOT NULL))),
  constraint open_case_has_due_moment CHECK (((NOT open) OR (due_at IS NOT NULL))),
  constraint open_case_has_holder CHECK (((NOT open) OR (holder_unit_id IS NOT NULL)))
);
create table cash_closing (
  id uuid not null,
  agency_id text not null,
  officer_account_id uuid not null,
  cash_on date not null,
  expected bigint not null,
  counted bigint not null,
  note text not null,
  closed_at timestamp with time zone not null,
  by jsonb not null,
  constraint cash_closing_counted_check CHECK ((counted >= 0)),
  constraint cash_closing_expected_check CHECK ((expected >= 0)),
  constraint cash_closing_officer_account_id_cash_on_key UNIQUE (officer_account_id, cash_on),
  constraint cash_closing_pkey PRIMARY KEY (id),
  constraint difference_is_explained CHECK (((expected = counted) OR (note <> ''::text)))
);
create table city_year (
  only_one boolean default true not null,
  asked jsonb not null,
  begun_at timestamp with time zone default now() not null,
  put_back text[] not null,
  finished_at timestamp with time zone,
  constraint city_year_only_one_check CHECK (only_one),
  constraint city_year_pkey PRIMARY KEY (only_one)
);
create table city_year_part (
  part text not null,
  dossiers integer not null,
  loaded_at timestamp with time zone default now() not null,
  constraint city_year_part_dossiers_check CHECK ((dossiers >= 0)),
  constraint city_year_part_part_check CHECK ((part <> ''::text)),
  constraint city_year_part_pkey PRIMARY KEY (part)
);
create table command_answer (
  caller text not null,
  key text not null,
  request_hash bytea not null,
  case_id uuid,
  answer jsonb not null,
  answered_at timestamp with time zone not null,
  constraint command_answer_pkey PRIMARY KEY (caller, key)
);
create table counter (
  desk_id text not null,
  number integer not null,
  name_vi text not null,
  name_en text not null,
  constraint counter_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint counter_name_en_check CHECK (((name_en IS NFC NORMALIZED) AND (name_en <> ''::text))),
  constraint counter_name_vi_check CHECK (((name_vi IS NFC NORMALIZED) AND (name_vi <> ''::text))),
  constraint counter_number_check CHECK (((number >= 1) AND (number <= 99))),
  constraint counter_pkey PRIMARY KEY (desk_id, number)
);
create table counter_service (
  desk_id text not null,
  number integer not null,
  field_codes text[] not null,
  valid daterange not null,
  constraint counter_service_desk_id_number_fkey FOREIGN KEY (desk_id, number) REFERENCES counter(desk_id, number),
  constraint counter_service_once_a_day EXCLUDE USING gist (desk_id WITH =, number WITH =, valid WITH &&),
  constraint counter_service_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);
create table counter_shift (
  id uuid not null,
  desk_id text not null,
  number integer not null,
  account_id uuid not null,
  opened_at timestamp with time zone not null,
  paused_at timestamp with time zone,
  closed_at timestamp with time zone,
  firsts_in_a_row integer default 0 not null,
  constraint counter_shift_check CHECK ((closed_at >= opened_at)),
  constraint counter_shift_desk_id_number_fkey FOREIGN KEY (desk_id, number) REFERENCES counter(desk_id, number),
  constraint counter_shift_pkey PRIMARY KEY (id)
);
create table delegation (
  id uuid not null,
  unit_id text not null,
  giver_position_id text not null,
  receiver_position_id text not null,
  receiver_account_id uuid,
  form text not null,
  kinds text[] not null,
  up_to_amount bigint,
  signs_as text,
  valid_from date not null,
  valid_to date not null,
  decision_number text not null,
  decision_file text,
  granted_at timestamp with time zone not null,
  granted_by uuid not null,
  granted_by_name text not null,
  revoked_from timestamp with time zone,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoked_by_name text,
  revoked_reason text,
  constraint delegation_check CHECK ((valid_to >= valid_from)),
  constraint delegation_decision_file_check CHECK ((decision_file ~ '^[0-9a-f]{64}$'::text)),
  constraint delegation_decision_number_check CHECK ((decision_number <> ''::text)),
  constraint delegation_form_check CHECK ((form = ANY (ARRAY['TUQ'::text, 'TL'::text, 'Q'::text]))),
  constraint delegation_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id),
  constraint delegation_is_to_another CHECK ((giver_position_id <> receiver_position_id)),
  constraint delegation_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_receiver_account_id_fkey FOREIGN KEY (receiver_account_id) REFERENCES account(id),
  constraint delegation_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES account(id),
  constraint delegation_revoked_for_a_reason CHECK ((revoked_reason <> ''::text)),
  constraint delegation_revoked_forward CHECK ((revoked_from >= revoked_at)),
  constraint delegation_revoked_whole CHECK ((num_nonnulls(revoked_from, revoked_at, revoked_by, revoked_by_name, revoked_reason) = ANY (ARRAY[0, 5]))),
  constraint delegation_signs_as_check CHECK (((signs_as IS NFC NORMALIZED) AND (signs_as <> ''::text))),
  constraint delegation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint delegation_up_to_amount_check CHECK ((up_to_amount >= 0))
);
create table desk_device (
  id uuid not null,
  desk_id text not null,
  kind text not null,
  counter_number integer,
  label text not null,
  key_hash bytea not null,
  enrolled_by uuid not null,
  enrolled_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  form_key text,
  constraint desk_device_check CHECK ((revoked_at >= enrolled_at)),
  constraint desk_device_desk_id_counter_number_fkey FOREIGN KEY (desk_id, counter_number) REFERENCES counter(desk_id, number),
  constraint desk_device_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint desk_device_form_key_key UNIQUE (form_key),
  constraint desk_device_key_hash_check CHECK ((length(key_hash) = 32)),
  constraint desk_device_key_hash_key UNIQUE (key_hash),
  constraint desk_device_kind_check CHECK ((kind = ANY (ARRAY['kiosk'::text, 'display'::text, 'tablet'::text]))),
  constraint desk_device_label_check CHECK (((label IS NFC NORMALIZED) AND (label <> ''::text))),
  constraint desk_device_pkey PRIMARY KEY (id),
  constraint revoked_by_somebody CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint tablet_has_a_counter CHECK (((kind = 'tablet'::text) = (counter_number IS NOT NULL)))
);
create table desk_opening (
  id bigint generated always as identity not null,
  desk_id text not null,
  weekday smallint not null,
  valid daterange not null,
  stretches jsonb not null,
  source text not null,
  constraint desk_opening_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint desk_opening_once_a_day EXCLUDE USING gist (desk_id WITH =, weekday WITH =, valid WITH &&),
  constraint desk_opening_pkey PRIMARY KEY (id),
  constraint desk_opening_stretches_check CHECK (((jsonb_typeof(stretches) = 'array'::text) AND (jsonb_array_length(stretches) > 0))),
  constraint desk_opening_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)))),
  constraint desk_opening_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
create table desk_policy (
  id bigint generated always as identity not null,
  desk_id text,
  valid daterange not null,
  slot_minutes integer not null,
  slot_capacity integer not null,
  book_ahead_days integer not null,
  bookings_a_phone integer not null,
  remind_hours integer not null,
  early_minutes integer not null,
  late_minutes integer not null,
  firsts_in_a_row integer not null,
  wait_target_minutes integer not null,
  served_to_estimate integer not null,
  source text not null,
  unsure text,
  constraint desk_policy_book_ahead_days_check CHECK (((book_ahead_days >= 1) AND (book_ahead_days <= 90))),
  constraint desk_policy_bookings_a_phone_check CHECK (((bookings_a_phone >= 1) AND (bookings_a_phone <= 20))),
  constraint desk_policy_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint desk_policy_early_minutes_check CHECK (((early_minutes >= 0) AND (early_minutes <= 60))),
  constraint desk_policy_firsts_in_a_row_check CHECK (((firsts_in_a_row >= 1) AND (firsts_in_a_row <= 20))),
  constraint desk_policy_late_minutes_check CHECK (((late_minutes >= 0) AND (late_minutes <= 60))),
  constraint desk_policy_once_a_day EXCLUDE USING gist (COALESCE(desk_id, ''::text) WITH =, valid WITH &&),
  constraint desk_policy_pkey PRIMARY KEY (id),
  constraint desk_policy_remind_hours_check CHECK (((remind_hours >= 1) AND (remind_hours <= 72))),
  constraint desk_policy_served_to_estimate_check CHECK (((served_to_estimate >= 1) AND (served_to_estimate <= 100))),
  constraint desk_policy_slot_capacity_check CHECK (((slot_capacity >= 1) AND (slot_capacity <= 200))),
  constraint desk_policy_slot_minutes_check CHECK ((slot_minutes = ANY (ARRAY[15, 20, 30, 60]))),
  constraint desk_policy_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)))),
  constraint desk_policy_wait_target_minutes_check CHECK (((wait_target_minutes >= 1) AND (wait_target_minutes <= 240)))
);
create table digitisation (
  paper_id uuid not null,
  name text not null,
  sha256 text not null,
  by_account_id uuid not null,
  by_name text not null,
  unit_id text not null,
  at timestamp with time zone not null,
  constraint digitisation_name_check CHECK (((name <> ''::text) AND (name IS NFC NORMALIZED))),
  constraint digitisation_paper_id_fkey FOREIGN KEY (paper_id) REFERENCES dossier_paper(id),
  constraint digitisation_pkey PRIMARY KEY (paper_id),
  constraint digitisation_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint digitisation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create table dossier (
  case_id uuid not null,
  procedure_version_id bigint not null,
  channel text not null,
  submitter jsonb not null,
  owner_name text not null,
  answers jsonb not null,
  constraint dossier_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint dossier_channel_check CHECK ((channel = ANY (ARRAY['online'::text, 'desk'::text, 'post'::text]))),
  constraint dossier_pkey PRIMARY KEY (case_id),
  constraint dossier_procedure_version_id_fkey FOREIGN KEY (procedure_version_id) REFERENCES procedure_version(id)
);
create table dossier_count (
  agency_id text not null,
  on_day date not null,
  last integer not null,
  constraint dossier_count_last_check CHECK (((last >= 1) AND (last <= 9999))),
  constraint dossier_count_pkey PRIMARY KEY (agency_id, on_day)
);
create table dossier_paper (
  id uuid not null,
  case_id uuid not null,
  document_id text not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  original_seen boolean default false not null,
  added_at timestamp with time zone not null,
  kept_paper_id uuid,
  reused boolean default false not null,
  constraint dossier_paper_case_id_fkey FOREIGN KEY (case_id) REFERENCES dossier(case_id),
  constraint dossier_paper_kept_paper_id_fkey FOREIGN KEY (kept_paper_id) REFERENCES kept_paper(id),
  constraint dossier_paper_pkey PRIMARY KEY (id),
  constraint dossier_paper_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint dossier_paper_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint reused_is_kept CHECK (((NOT reused) OR (kept_paper_id IS NOT NULL)))
);
create table dues_paper (
  id uuid not null,
  agency_id text not null,
  book text not null,
  year integer not null,
  number integer not null,
  payment_id uuid,
  refund_id uuid,
  issued_at timestamp with time zone not null,
  content jsonb not null,
  constraint dues_paper_agency_id_book_year_number_key UNIQUE (agency_id, book, year, number),
  constraint dues_paper_book_check CHECK ((book = ANY (ARRAY['BL'::text, 'PH'::text]))),
  constraint dues_paper_number_check CHECK ((number >= 1)),
  constraint dues_paper_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
  constraint dues_paper_payment_id_key UNIQUE (payment_id),
  constraint dues_paper_pkey PRIMARY KEY (id),
  constraint dues_paper_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
  constraint dues_paper_refund_id_key UNIQUE (refund_id),
  constraint paper_of_one_thing CHECK ((num_nonnulls(payment_id, refund_id) = 1))
);
create table dues_paper_count (
  agency_id text not null,
  book text not null,
  year integer not null,
  last integer not null,
  constraint dues_paper_count_last_check CHECK ((last >= 1)),
  constraint dues_paper_count_pkey PRIMARY KEY (agency_id, book, year)
);
create table dues_reconciliation (
  id uuid not null,
  agency_id text not null,
  way text not null,
  source text not null,
  from_on date not null,
  to_on date not null,
  compared integer not null,
  differences jsonb not null,
  made_at timestamp with time zone not null,
  made_by jsonb not null,
  constraint dues_reconciliation_compared_check CHECK ((compared >= 0)),
  constraint dues_reconciliation_pkey PRIMARY KEY (id),
  constraint dues_reconciliation_way_check CHECK ((way = ANY (ARRAY['transfer'::text, 'gateway'::text])))
);
create table dues_settlement (
  id uuid not null,
  agency_id text not null,
  payee_unit_id text not null,
  year integer not null,
  quarter smallint not null,
  collected bigint not null,
  refunded bigint not null,
  signed_at timestamp with time zone not null,
  signed_by jsonb not null,
  constraint dues_settlement_agency_id_payee_unit_id_year_quarter_key UNIQUE (agency_id, payee_unit_id, year, quarter),
  constraint dues_settlement_collected_check CHECK ((collected >= 0)),
  constraint dues_settlement_pkey PRIMARY KEY (id),
  constraint dues_settlement_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint dues_settlement_refunded_check CHECK ((refunded >= 0))
);
create table dues_settlement_countersignature (
  settlement_id uuid not null,
  at timestamp with time zone not null,
  by jsonb not null,
  constraint dues_settlement_countersignature_pkey PRIMARY KEY (settlement_id),
  constraint dues_settlement_countersignature_settlement_id_fkey FOREIGN KEY (settlement_id) REFERENCES dues_settlement(id)
);
create table dues_settlement_line (
  settlement_id uuid not null,
  line integer not null,
  payment_id uuid,
  refund_id uuid,
  amount bigint not null,
  constraint dues_settlement_line_amount_check CHECK ((amount > 0)),
  constraint dues_settlement_line_line_check CHECK ((line >= 1)),
  constraint dues_settlement_line_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
  constraint dues_settlement_line_payment_id_key UNIQUE (payment_id),
  constraint dues_settlement_line_pkey PRIMARY KEY (settlement_id, line),
  constraint dues_settlement_line_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
  constraint dues_settlement_line_refund_id_key UNIQUE (refund_id),
  constraint dues_settlement_line_settlement_id_fkey FOREIGN KEY (settlement_id) REFERENCES dues_settlement(id),
  constraint line_of_one_thing CHECK ((num_nonnulls(payment_id, refund_id) = 1))
);
create table email_proof (
  id uuid not null,
  account_id uuid not null,
  email text not null,
  asked_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  proved_at timestamp with time zone,
  constraint email_proof_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint email_proof_pkey PRIMARY KEY (id)
);
create table fact_type (
  key integer generated always as identity not null,
  code text not null,
  version integer not null,
  constraint fact_type_once UNIQUE (code, version),
  constraint fact_type_pkey PRIMARY KEY (key)
);
create table fact_unit (
  key integer generated always as identity not null,
  unit_id text not null,
  constraint fact_unit_pkey PRIMARY KEY (key),
  constraint fact_unit_unit_id_key UNIQUE (unit_id)
);
create table fact_word (
  key smallint generated always as identity not null,
  word text not null,
  constraint fact_word_key_check CHECK (((key >= 1) AND (key <= 120))),
  constraint fact_word_pkey PRIMARY KEY (key),
  constraint fact_word_word_key UNIQUE (word)
);
create table feedback (
  case_id uuid not null,
  channel text not null,
  about text not null,
  field text not null,
  commune_id text,
  procedure_code text,
  about_case_id uuid,
  latitude double precision,
  longitude double precision,
  words text not null,
  received_at timestamp with time zone not null,
  merged_into uuid,
  constraint feedback_about_case_id_fkey FOREIGN KEY (about_case_id) REFERENCES cases(id),
  constraint feedback_about_check CHECK ((about = ANY (ARRAY['procedure'::text, 'regulation'::text, 'conduct'::text, 'service'::text, 'place'::text, 'dossier'::text]))),
  constraint feedback_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint feedback_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'desk'::text, 'phone'::text, 'email'::text, 'api'::text]))),
  constraint feedback_commune_id_fkey FOREIGN KEY (commune_id) REFERENCES unit(id),
  constraint feedback_is_not_its_own_duplicate CHECK ((merged_into <> case_id)),
  constraint feedback_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint feedback_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint feedback_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES feedback(case_id),
  constraint feedback_pkey PRIMARY KEY (case_id),
  constraint feedback_point_whole CHECK (((latitude IS NULL) = (longitude IS NULL)))
);
create table feedback_draft (
  secret_hash text not null,
  given jsonb not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  reporter_id uuid,
  constraint feedback_draft_pkey PRIMARY KEY (secret_hash),
  constraint feedback_draft_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES feedback_reporter(id)
);
create table feedback_file (
  id uuid not null,
  case_id uuid not null,
  given_by text not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  is_clean boolean not null,
  added_at timestamp with time zone not null,
  constraint feedback_file_case_id_fkey FOREIGN KEY (case_id) REFERENCES feedback(case_id),
  constraint feedback_file_given_by_check CHECK ((given_by = ANY (ARRAY['reporter'::text, 'answer'::text]))),
  constraint feedback_file_pkey PRIMARY KEY (id),
  constraint feedback_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint feedback_file_size_bytes_check CHECK ((size_bytes > 0))
);
create table feedback_policy (
  id bigint generated always as identity not null,
  valid_from date not null,
  policy jsonb not null,
  decision text not null,
  recorded_at timestamp with time zone default now() not null,
  constraint feedback_policy_decision_check CHECK ((decision <> ''::text)),
  constraint feedback_policy_pkey PRIMARY KEY (id),
  constraint feedback_policy_valid_from_key UNIQUE (valid_from)
);
create table feedback_reporter (
  id uuid not null,
  case_id uuid not null,
  first_case_id uuid not null,
  account_id uuid,
  anonymous boolean not null,
  name text not null,
  phone text not null,
  email text not null,
  address text not null,
  language text not null,
  channel text not null,
  joined_at timestamp with time zone not null,
  constraint anonymous_reporter_has_no_name CHECK (((NOT anonymous) OR ((name = ''::text) AND (phone = ''::text) AND (address = ''::text) AND (account_id IS NULL)))),
  constraint feedback_reporter_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint feedback_reporter_address_check CHECK ((address IS NFC NORMALIZED)),
  constraint feedback_reporter_case_id_fkey FOREIGN KEY (case_id) REFERENCES feedback(case_id),
  constraint feedback_reporter_channel_check CHECK ((channel = ANY (ARRAY['portal'::text, 'desk'::text, 'phone'::text, 'email'::text, 'api'::text]))),
  constraint feedback_reporter_first_case_id_fkey FOREIGN KEY (first_case_id) REFERENCES feedback(case_id),
  constraint feedback_reporter_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint feedback_reporter_name_check CHECK ((name IS NFC NORMALIZED)),
  constraint feedback_reporter_pkey PRIMARY KEY (id),
  constraint named_reporter_can_be_reached CHECK ((anonymous OR ((name <> ''::text) AND ((phone <> ''::text) OR (email <> ''::text) OR (address <> ''::text)))))
);
create table figure_closing (
  id uuid not null,
  unit_id text not null,
  period_from date not null,
  period_to date not null,
  version integer not null,
  as_of timestamp with time zone not null,
  figures jsonb not null,
  definitions jsonb not null,
  sha256 text not null,
  reason text default ''::text not null,
  closed_at timestamp with time zone not null,
  closed_by uuid not null,
  closed_by_name text not null,
  constraint figure_closed_after_the_period CHECK (((closed_at >= (((period_to + 1))::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text)) AND (as_of <= closed_at))),
  constraint figure_closing_check CHECK ((period_to >= period_from)),
  constraint figure_closing_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES account(id),
  constraint figure_closing_definitions_check CHECK ((jsonb_typeof(definitions) = 'object'::text)),
  constraint figure_closing_figures_check CHECK ((jsonb_typeof(figures) = 'object'::text)),
  constraint figure_closing_pkey PRIMARY KEY (id),
  constraint figure_closing_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint figure_closing_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint figure_closing_version_check CHECK ((version >= 1)),
  constraint figure_closing_version_once UNIQUE (unit_id, period_from, period_to, version),
  constraint figure_restated_for_a_reason CHECK (((version = 1) OR (reason <> ''::text)))
);
create table filing_draft (
  id uuid not null,
  token_hash text not null,
  account_id uuid,
  procedure_version_id bigint not null,
  receiver_id text,
  submitter jsonb default '{}'::jsonb not null,
  answers jsonb default '{}'::jsonb not null,
  papers jsonb default '[]'::jsonb not null,
  changed_at timestamp with time zone not null,
  submitted_case_id uuid,
  constraint filing_draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint filing_draft_pkey PRIMARY KEY (id),
  constraint filing_draft_procedure_version_id_fkey FOREIGN KEY (procedure_version_id) REFERENCES procedure_version(id)
);
create table gateway_event (
  gateway text not null,
  event_id text not null,
  order_id uuid not null,
  kind text not null,
  transaction_id text,
  amount bigint,
  occurred_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  told_by text not null,
  constraint gateway_event_amount_check CHECK ((amount > 0)),
  constraint gateway_event_kind_check CHECK ((kind = ANY (ARRAY['created'::text, 'paid'::text, 'failed'::text, 'refunded'::text]))),
  constraint gateway_event_order_id_fkey FOREIGN KEY (order_id) REFERENCES gateway_order(id),
  constraint gateway_event_pkey PRIMARY KEY (gateway, event_id),
  constraint gateway_event_told_by_check CHECK ((told_by = ANY (ARRAY['answer'::text, 'callback'::text, 'query'::text]))),
  constraint moved_money_is_numbered CHECK (((kind <> ALL (ARRAY['paid'::text, 'refunded'::text])) OR ((transaction_id IS NOT NULL) AND (amount IS NOT NULL))))
);
create table gateway_order (
  id uuid not null,
  bill_id uuid not null,
  gateway text not null,
  amount bigint not null,
  currency text not null,
  created_at timestamp with time zone not null,
  constraint gateway_order_amount_check CHECK ((amount > 0)),
  constraint gateway_order_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill(id),
  constraint gateway_order_currency_check CHECK ((currency = 'VND'::text)),
  constraint gateway_order_pkey PRIMARY KEY (id)
);
create table identity_proof (
  account_id uuid not null,
  personal_id text not null,
  proven_by_account_id uuid,
  seen text not null,
  proven_at timestamp with time zone not null,
  constraint identity_proof_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint identity_proof_personal_id_check CHECK ((personal_id ~ '^[0-9]{12}$'::text)),
  constraint identity_proof_pkey PRIMARY KEY (account_id),
  constraint identity_proof_proven_by_account_id_fkey FOREIGN KEY (proven_by_account_id) REFERENCES account(id),
  constraint identity_proof_seen_check CHECK ((seen <> ''::text))
);
create table incoming_money (
  id uuid not null,
  way text not null,
  source text not null,
  external_id text not null,
  agency_id text,
  amount bigint not null,
  arrived_at timestamp with time zone not null,
  text text not null,
  bill_id uuid,
  recorded_at timestamp with time zone not null,
  constraint incoming_money_amount_check CHECK ((amount > 0)),
  constraint incoming_money_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill(id),
  constraint incoming_money_external_id_check CHECK ((external_id <> ''::text)),
  constraint incoming_money_pkey PRIMARY KEY (id),
  constraint incoming_money_way_check CHECK ((way = ANY (ARRAY['transfer'::text, 'gateway'::text]))),
  constraint incoming_money_way_source_external_id_key UNIQUE (way, source, external_id)
);
create table index_evidence (
  id uuid not null,
  sheet_id uuid not null,
  criterion_id text not null,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  added_at timestamp with time zone not null,
  constraint index_evidence_pkey PRIMARY KEY (id),
  constraint index_evidence_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint index_evidence_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES cases(id),
  constraint index_evidence_size_bytes_check CHECK ((size_bytes > 0))
);
create table index_month (
  frame_id text not null,
  month date not null,
  unit_id text not null,
  group_id text not null,
  total integer,
  decimals smallint not null,
  known smallint not null,
  rank integer,
  as_of timestamp with time zone not null,
  taken_at timestamp with time zone not null,
  constraint index_month_begins_on_its_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint index_month_known_check CHECK (((known >= 0) AND (known <= 100))),
  constraint index_month_pkey PRIMARY KEY (frame_id, month, unit_id),
  constraint index_month_rank_check CHECK ((rank > 0)),
  constraint index_month_ranks_what_is_known CHECK (((rank IS NULL) OR (total IS NOT NULL)))
);
create table index_round (
  case_id uuid not null,
  frame_id text not null,
  frame jsonb not null,
  period_from date not null,
  period_to date not null,
  as_of timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  constraint index_round_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint index_round_pkey PRIMARY KEY (case_id),
  constraint index_round_runs_forward CHECK ((period_from <= period_to))
);
create table index_round_frozen (
  case_id uuid not null,
  content jsonb not null,
  sha256 text not null,
  closed_by uuid,
  closed_by_name text not null,
  closed_at timestamp with time zone not null,
  constraint index_round_frozen_case_id_fkey FOREIGN KEY (case_id) REFERENCES index_round(case_id),
  constraint index_round_frozen_pkey PRIMARY KEY (case_id),
  constraint index_round_frozen_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
create table installation (
  only_one boolean default true not null,
  secret_key text not null,
  constraint installation_only_one_check CHECK (only_one),
  constraint installation_pkey PRIMARY KEY (only_one)
);
create table journal (
  case_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  verb text not null,
  actor jsonb not null,
  data jsonb not null,
  effect jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint journal_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint journal_pkey PRIMARY KEY (case_id, seq),
  constraint journal_seq_check CHECK ((seq >= 1))
);
create table kept_paper (
  id uuid not null,
  owner_personal_id text,
  owner_account_id uuid,
  kind text not null,
  document_code text not null,
  name jsonb not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  from_case_id uuid not null,
  kept_on date not null,
  valid_until date,
  constraint kept_paper_document_code_check CHECK ((document_code <> ''::text)),
  constraint kept_paper_from_case_id_fkey FOREIGN KEY (from_case_id) REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint kept_paper_has_owner CHECK ((num_nonnulls(owner_personal_id, owner_account_id) > 0)),
  constraint kept_paper_kind_check CHECK ((kind = ANY (ARRAY['handed-in'::text, 'result'::text]))),
  constraint kept_paper_once UNIQUE NULLS NOT DISTINCT (owner_personal_id, owner_account_id, kind, document_code, sha256, from_case_id),
  constraint kept_paper_owner_personal_id_check CHECK ((owner_personal_id ~ '^[0-9]{12}$'::text)),
  constraint kept_paper_pkey PRIMARY KEY (id),
  constraint kept_paper_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256)
);
create table kept_paper_end (
  kept_paper_id uuid not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint kept_paper_end_kept_paper_id_fkey FOREIGN KEY (kept_paper_id) REFERENCES kept_paper(id),
  constraint kept_paper_end_pkey PRIMARY KEY (kept_paper_id),
  constraint kept_paper_end_reason_check CHECK ((reason <> ''::text))
);
create table migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (number)
);
create table notice (
  id uuid not null,
  case_id uuid,
  seq integer,
  email_proof_id uuid,
  template text not null,
  channel text not null,
  language text not null,
  account_id uuid,
  recipient text,
  facts jsonb not null,
  made_at timestamp with time zone not null,
  state text not null,
  attempts integer default 0 not null,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  sent_at timestamp with time zone,
  fault text,
  tried_again_by uuid,
  tried_again_at timestamp with time zone,
  booking_id uuid,
  words text,
  feedback_reporter_id uuid,
  for_officer boolean default false not null,
  constraint failed_notice_says_why CHECK (((state <> 'failed'::text) OR (fault IS NOT NULL))),
  constraint notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_attempts_check CHECK ((attempts >= 0)),
  constraint notice_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id),
  constraint notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint notice_channel_check CHECK ((channel = ANY (ARRAY['in-app'::text, 'email'::text, 'sms'::text, 'zalo'::text]))),
  constraint notice_email_proof_id_fkey FOREIGN KEY (email_proof_id) REFERENCES email_proof(id),
  constraint notice_feedback_reporter_id_fkey FOREIGN KEY (feedback_reporter_id) REFERENCES feedback_reporter(id),
  constraint notice_for_officer_has_account CHECK (((NOT for_officer) OR (account_id IS NOT NULL))),
  constraint notice_in_app_has_no_recipient CHECK (((channel = 'in-app'::text) = (recipient IS NULL))),
  constraint notice_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint notice_of_an_entry FOREIGN KEY (case_id, seq) REFERENCES journal(case_id, seq),
  constraint notice_of_one_thing CHECK ((((case_id IS NULL) = (seq IS NULL)) AND (num_nonnulls(case_id, email_proof_id, booking_id, feedback_reporter_id) = 1) AND ((num_nonnulls(booking_id, feedback_reporter_id) = 1) = (words IS NOT NULL)))),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text]))),
  constraint notice_tried_again_by_fkey FOREIGN KEY (tried_again_by) REFERENCES account(id),
  constraint notice_words_check CHECK (((words IS NFC NORMALIZED) AND (words <> ''::text))),
  constraint sent_notice_has_moment CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint waiting_notice_has_next_try CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL)))
);
create table notice_due (
  id bigint generated always as identity not null,
  case_id uuid not null,
  seq integer not null,
  not_before timestamp with time zone,
  constraint notice_due_pkey PRIMARY KEY (id)
);
create table notice_preference (
  account_id uuid not null,
  language text not null,
  channels text[] not null,
  email text,
  email_proved_at timestamp with time zone,
  left_out text[] not null,
  changed_at timestamp with time zone not null,
  constraint notice_preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_preference_channels_check CHECK ((channels <@ ARRAY['email'::text, 'sms'::text, 'zalo'::text])),
  constraint notice_preference_email_check CHECK ((email IS NFC NORMALIZED)),
  constraint notice_preference_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint notice_preference_pkey PRIMARY KEY (account_id),
  constraint proved_address_is_there CHECK (((email_proved_at IS NULL) OR (email IS NOT NULL)))
);
create table one_head_body (
  id bigint generated always as identity not null,
  unit_kind text,
  unit_id text,
  valid daterange not null,
  source text not null,
  constraint one_head_body_is_kind_or_unit CHECK (((unit_kind IS NULL) <> (unit_id IS NULL))),
  constraint one_head_body_once_a_day EXCLUDE USING gist (COALESCE(unit_kind, unit_id) WITH =, valid WITH &&),
  constraint one_head_body_pkey PRIMARY KEY (id),
  constraint one_head_body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint one_head_body_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);
create table paper_access (
  id bigint generated always as identity not null,
  kept_paper_id uuid not null,
  act text not null,
  basis text not null,
  account_id uuid,
  name text not null,
  unit_id text,
  case_id uuid,
  clause text,
  reason text,
  at timestamp with time zone not null,
  constraint law_is_named CHECK (((basis <> 'law'::text) OR ((clause <> ''::text) AND (reason <> ''::text)))),
  constraint paper_access_act_check CHECK ((act = ANY (ARRAY['listed'::text, 'opened'::text, 'used'::text]))),
  constraint paper_access_basis_check CHECK ((basis = ANY (ARRAY['owner'::text, 'case'::text, 'consent'::text, 'law'::text]))),
  constraint paper_access_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint paper_access_kept_paper_id_fkey FOREIGN KEY (kept_paper_id) REFERENCES kept_paper(id),
  constraint paper_access_pkey PRIMARY KEY (id),
  constraint paper_access_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create table paper_consent (
  id uuid not null,
  kept_paper_id uuid not null,
  purpose text not null,
  case_id uuid not null,
  unit_id text not null,
  given_by_name text not null,
  given_by_account_id uuid,
  written_by_account_id uuid,
  given_at timestamp with time zone not null,
  until date,
  constraint consent_of_somebody CHECK ((num_nonnulls(given_by_account_id, written_by_account_id) > 0)),
  constraint paper_consent_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint paper_consent_kept_paper_id_fkey FOREIGN KEY (kept_paper_id) REFERENCES kept_paper(id),
  constraint paper_consent_pkey PRIMARY KEY (id),
  constraint paper_consent_purpose_check CHECK ((purpose = 'settle-dossier'::text)),
  constraint paper_consent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create table paper_consent_withdrawal (
  consent_id uuid not null,
  by_account_id uuid not null,
  withdrawn_at timestamp with time zone not null,
  constraint paper_consent_withdrawal_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES paper_consent(id),
  constraint paper_consent_withdrawal_pkey PRIMARY KEY (consent_id)
);
create table paper_hand_in (
  case_id uuid not null,
  document_id text not null,
  form text not null,
  copies integer not null,
  compared_by_account_id uuid,
  compared_by_name text,
  handed_at timestamp with time zone not null,
  constraint paper_hand_in_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint paper_hand_in_copies_check CHECK (((copies >= 1) AND (copies <= 99))),
  constraint paper_hand_in_form_check CHECK ((form = ANY (ARRAY['original-kept'::text, 'original-to-return'::text, 'original-shown'::text, 'copy'::text, 'certified-copy'::text, 'photocopy'::text]))),
  constraint paper_hand_in_pkey PRIMARY KEY (case_id, document_id)
);
create table payment (
  id uuid not null,
  bill_id uuid not null,
  amount bigint not null,
  way text not null,
  incoming_id uuid,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  by jsonb not null,
  officer_account_id uuid,
  cash_on date,
  tendered bigint,
  voucher text,
  constraint cash_has_a_till CHECK (((way = 'cash'::text) = ((officer_account_id IS NOT NULL) AND (cash_on IS NOT NULL) AND (tendered IS NOT NULL)))),
  constraint cash_is_enough CHECK (((tendered IS NULL) OR (tendered >= amount))),
  constraint elsewhere_has_a_voucher CHECK (((way = 'elsewhere'::text) = (voucher IS NOT NULL))),
  constraint outside_money_came_in CHECK (((way = ANY (ARRAY['transfer'::text, 'gateway'::text])) = (incoming_id IS NOT NULL))),
  constraint payment_amount_check CHECK ((amount > 0)),
  constraint payment_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill(id),
  constraint payment_incoming_id_bill_id_key UNIQUE (incoming_id, bill_id),
  constraint payment_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES incoming_money(id),
  constraint payment_pkey PRIMARY KEY (id),
  constraint payment_way_check CHECK ((way = ANY (ARRAY['cash'::text, 'transfer'::text, 'gateway'::text, 'elsewhere'::text])))
);
create table post (
  id text not null,
  position_id text not null,
  unit_id text not null,
  role text not null,
  title_vi text not null,
  title_en text not null,
  seat integer not null,
  valid_from date not null,
  valid_to date,
  constraint post_check CHECK ((valid_to >= valid_from)),
  constraint post_pkey PRIMARY KEY (id),
  constraint post_role_check CHECK ((role = ANY (ARRAY['intake-officer'::text, 'desk-head'::text, 'case-handler'::text, 'unit-head'::text, 'agency-head'::text, 'signatory'::text, 'records-clerk'::text, 'procedure-controller'::text, 'administrator'::text]))),
  constraint post_role_once_a_position UNIQUE (position_id, role),
  constraint post_seat_check CHECK ((seat >= 1)),
  constraint post_title_en_check CHECK ((title_en IS NFC NORMALIZED)),
  constraint post_title_vi_check CHECK ((title_vi IS NFC NORMALIZED)),
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create table post_holding (
  id uuid not null,
  post_id text not null,
  account_id uuid not null,
  held tstzrange not null,
  decision text not null,
  end_decision text,
  constraint one_holder_a_seat EXCLUDE USING gist (post_id WITH =, held WITH &&),
  constraint post_holding_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint post_holding_held_check CHECK (((NOT isempty(held)) AND (NOT lower_inf(held)))),
  constraint post_holding_pkey PRIMARY KEY (id),
  constraint post_holding_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
create table priority_group (
  code text not null,
  place integer not null,
  name_vi text not null,
  name_en text not null,
  valid daterange not null,
  source text not null,
  unsure text,
  constraint priority_group_code_check CHECK ((code ~ '^[a-z-]+$'::text)),
  constraint priority_group_name_en_check CHECK ((name_en IS NFC NORMALIZED)),
  constraint priority_group_name_vi_check CHECK ((name_vi IS NFC NORMALIZED)),
  constraint priority_group_pkey PRIMARY KEY (code),
  constraint priority_group_place_key UNIQUE (place),
  constraint priority_group_valid_check CHECK ((NOT isempty(valid)))
);
create table procedure (
  code text not null,
  constraint procedure_code_check CHECK ((code ~ '^[0-9]\.[0-9]{6}$'::text)),
  constraint procedure_pkey PRIMARY KEY (code)
);
create table procedure_review (
  id bigint generated always as identity not null,
  procedure_code text not null,
  proposed_at timestamp with time zone not null,
  items integer not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decision text,
  note text,
  constraint procedure_review_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  constraint procedure_review_decided_whole CHECK ((num_nonnulls(decided_at, decided_by, decision, note) = ANY (ARRAY[0, 4]))),
  constraint procedure_review_decision_check CHECK ((decision = ANY (ARRAY['review'::text, 'no-review'::text]))),
  constraint procedure_review_items_check CHECK ((items > 0)),
  constraint procedure_review_pkey PRIMARY KEY (id)
);
create table procedure_version (
  id bigint generated always as identity not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  in_force daterange not null,
  decision text not null,
  search text not null,
  constraint one_version_in_force_a_day EXCLUDE USING gist (code WITH =, in_force WITH &&),
  constraint procedure_version_code_fkey FOREIGN KEY (code) REFERENCES procedure(code),
  constraint procedure_version_in_force_check CHECK (((NOT isempty(in_force)) AND (NOT lower_inf(in_force)))),
  constraint procedure_version_once UNIQUE (code, version),
  constraint procedure_version_pkey PRIMARY KEY (id),
  constraint procedure_version_version_check CHECK ((version >= 1))
);
create table queue_day (
  desk_id text not null,
  on_day date not null,
  last integer not null,
  constraint queue_day_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint queue_day_last_check CHECK (((last >= 0) AND (last <= 999))),
  constraint queue_day_pkey PRIMARY KEY (desk_id, on_day)
);
create table queue_event (
  id bigint generated always as identity not null,
  ticket_id uuid not null,
  at timestamp with time zone not null,
  what text not null,
  counter_number integer,
  account_id uuid,
  constraint queue_event_pkey PRIMARY KEY (id),
  constraint queue_event_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES queue_ticket(id),
  constraint queue_event_what_check CHECK ((what = ANY (ARRAY['taken'::text, 'called'::text, 'recalled'::text, 'missed'::text, 'returned'::text, 'transferred'::text, 'served'::text, 'done'::text])))
);
create table queue_ticket (
  id uuid not null,
  desk_id text not null,
  on_day date not null,
  number integer not null,
  purpose text not null,
  field_code text,
  procedure_code text,
  booking_id uuid,
  priority_code text,
  taken_at timestamp with time zone not null,
  waits_from timestamp with time zone not null,
  state text not null,
  state_at timestamp with time zone not null,
  first_called_at timestamp with time zone,
  served_seconds integer default 0 not null,
  calls integer default 0 not null,
  counter_number integer,
  only_counter integer,
  shift_id uuid,
  dossier_id uuid,
  form_key text,
  constraint called_ticket_has_counter CHECK (((state <> 'called'::text) OR ((shift_id IS NOT NULL) AND (counter_number IS NOT NULL)))),
  constraint called_ticket_was_called CHECK (((state <> ALL (ARRAY['called'::text, 'done'::text])) OR (first_called_at IS NOT NULL))),
  constraint queue_ticket_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking(id),
  constraint queue_ticket_booking_id_key UNIQUE (booking_id),
  constraint queue_ticket_check CHECK ((waits_from >= taken_at)),
  constraint queue_ticket_desk_id_on_day_fkey FOREIGN KEY (desk_id, on_day) REFERENCES queue_day(desk_id, on_day),
  constraint queue_ticket_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(case_id),
  constraint queue_ticket_form_key_key UNIQUE (form_key),
  constraint queue_ticket_number_check CHECK ((number >= 1)),
  constraint queue_ticket_pkey PRIMARY KEY (id),
  constraint queue_ticket_priority_code_fkey FOREIGN KEY (priority_code) REFERENCES priority_group(code),
  constraint queue_ticket_purpose_check CHECK ((purpose = ANY (ARRAY['file'::text, 'result'::text, 'advice'::text]))),
  constraint queue_ticket_served_seconds_check CHECK ((served_seconds >= 0)),
  constraint queue_ticket_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES counter_shift(id),
  constraint queue_ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'done'::text, 'missed'::text]))),
  constraint ticket_number_once_a_day UNIQUE (desk_id, on_day, number)
);
create table raised_task (
  unit_id text not null,
  cause text not null,
  week date not null,
  case_id uuid not null,
  constraint raised_task_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint raised_task_pkey PRIMARY KEY (unit_id, cause, week),
  constraint raised_task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint raised_task_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric))
);
create table rating (
  case_id uuid not null,
  rated_on date not null,
  given_at text not null,
  attitude text not null,
  elsewhere boolean not null,
  organisation text not null,
  publication text not null,
  comment text not null,
  constraint rating_attitude_check CHECK ((attitude = ANY (ARRAY['good'::text, 'fair'::text, 'complaint'::text]))),
  constraint rating_case_id_fkey FOREIGN KEY (case_id) REFERENCES dossier(case_id),
  constraint rating_comment_check CHECK (((comment IS NFC NORMALIZED) AND (length(comment) <= 2000))),
  constraint rating_given_at_check CHECK ((given_at = ANY (ARRAY['link'::text, 'tablet'::text]))),
  constraint rating_organisation_check CHECK ((organisation = ANY (ARRAY['good'::text, 'fair'::text, 'bad'::text]))),
  constraint rating_pkey PRIMARY KEY (case_id),
  constraint rating_publication_check CHECK ((publication = ANY (ARRAY['right'::text, 'missing'::text, 'wrong'::text, 'not-seen'::text])))
);
create table reading_log (
  id bigint generated always as identity not null,
  account_id uuid not null,
  case_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint reading_log_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint reading_log_pkey PRIMARY KEY (id),
  constraint reading_log_reason_check CHECK ((reason <> ''::text))
);
create table receiving_account (
  id bigint generated always as identity not null,
  agency_id text,
  bank_bin text not null,
  account_number text not null,
  account_name text not null,
  source text not null,
  constraint receiving_account_account_name_check CHECK ((account_name <> ''::text)),
  constraint receiving_account_account_number_check CHECK ((account_number ~ '^[0-9A-Z]{1,19}$'::text)),
  constraint receiving_account_agency_id_key UNIQUE (agency_id),
  constraint receiving_account_bank_bin_check CHECK ((bank_bin ~ '^[0-9]{6}$'::text)),
  constraint receiving_account_pkey PRIMARY KEY (id),
  constraint receiving_account_source_check CHECK ((source <> ''::text))
);
create table recurring_duty (
  id uuid not null,
  source_id uuid not null,
  every text not null,
  due_working_days integer not null,
  opening jsonb not null,
  first_on date not null,
  until_on date,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint recurring_duty_check CHECK ((until_on >= first_on)),
  constraint recurring_duty_due_working_days_check CHECK (((due_working_days >= 1) AND (due_working_days <= 60))),
  constraint recurring_duty_every_check CHECK ((every = ANY (ARRAY['month'::text, 'quarter'::text]))),
  constraint recurring_duty_pkey PRIMARY KEY (id),
  constraint recurring_duty_source_id_fkey FOREIGN KEY (source_id) REFERENCES task_source(id)
);
create table recurring_task (
  duty_id uuid not null,
  period text not null,
  case_id uuid not null,
  constraint recurring_task_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint recurring_task_duty_id_fkey FOREIGN KEY (duty_id) REFERENCES recurring_duty(id),
  constraint recurring_task_pkey PRIMARY KEY (duty_id, period)
);
create table refund (
  id uuid not null,
  payment_id uuid,
  incoming_id uuid,
  amount bigint not null,
  way text not null,
  source text,
  external_id text,
  reason text not null,
  clause text not null,
  owed_again boolean not null,
  refunded_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  by jsonb not null,
  officer_account_id uuid,
  cash_on date,
  constraint cash_refund_has_a_till CHECK (((way = 'cash'::text) = ((officer_account_id IS NOT NULL) AND (cash_on IS NOT NULL)))),
  constraint outside_refund_is_numbered CHECK (((way = 'cash'::text) = ((external_id IS NULL) AND (source IS NULL)))),
  constraint refund_amount_check CHECK ((amount > 0)),
  constraint refund_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES incoming_money(id),
  constraint refund_of_one_thing CHECK ((num_nonnulls(payment_id, incoming_id) = 1)),
  constraint refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
  constraint refund_pkey PRIMARY KEY (id),
  constraint refund_reason_check CHECK ((reason <> ''::text)),
  constraint refund_way_check CHECK ((way = ANY (ARRAY['cash'::text, 'transfer'::text, 'gateway'::text]))),
  constraint refund_way_source_external_id_incoming_id_key UNIQUE (way, source, external_id, incoming_id),
  constraint refund_way_source_external_id_payment_id_key UNIQUE (way, source, external_id, payment_id)
);
create table register_entry (
  id uuid not null,
  register_id text not null,
  unit_id text not null,
  unit_path text not null,
  latest_version integer not null,
  counting_version integer,
  standing text not null,
  entered jsonb not null,
  search text not null,
  duplicate_key text,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  made_by text,
  constraint register_entry_check CHECK (((counting_version >= 1) AND (counting_version <= latest_version))),
  constraint register_entry_counts_when_in_force CHECK (((standing <> 'in-force'::text) OR (counting_version = latest_version))),
  constraint register_entry_latest_version_check CHECK ((latest_version >= 1)),
  constraint register_entry_made_by_key UNIQUE (made_by),
  constraint register_entry_once UNIQUE (register_id, duplicate_key),
  constraint register_entry_pkey PRIMARY KEY (id),
  constraint register_entry_register_id_check CHECK ((register_id ~ '^[a-z0-9-]{1,60}$'::text)),
  constraint register_entry_standing_check CHECK ((standing = ANY (ARRAY['proposed'::text, 'in-force'::text, 'withdrawn'::text]))),
  constraint register_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint register_entry_withdrawn_counts_not CHECK (((standing <> 'withdrawn'::text) OR ((counting_version IS NULL) AND (duplicate_key IS NULL))))
);
create table register_evidence (
  sha256 text not null,
  entry_id uuid not null,
  constraint register_evidence_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entry(id),
  constraint register_evidence_pkey PRIMARY KEY (sha256, entry_id),
  constraint register_evidence_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256)
);
create table register_import (
  id uuid not null,
  register_id text not null,
  account_id uuid not null,
  file_name text not null,
  sha256 text not null,
  looked_at timestamp with time zone not null,
  good jsonb not null,
  bad jsonb not null,
  entered_at timestamp with time zone,
  entered_count integer,
  constraint register_import_entered CHECK (((entered_at IS NULL) = (entered_count IS NULL))),
  constraint register_import_pkey PRIMARY KEY (id),
  constraint register_import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
create table register_print (
  id uuid not null,
  agency_id text not null,
  from_on date not null,
  to_on date not null,
  choice text not null,
  volume integer not null,
  nth integer not null,
  printed_by_account uuid,
  printed_by text not null,
  printed_at timestamp with time zone not null,
  constraint register_print_agency_id_from_on_to_on_choice_volume_nth_key UNIQUE (agency_id, from_on, to_on, choice, volume, nth),
  constraint register_print_nth_check CHECK ((nth >= 1)),
  constraint register_print_pkey PRIMARY KEY (id),
  constraint register_print_volume_check CHECK ((volume >= 1))
);
create table register_version (
  entry_id uuid not null,
  version integer not null,
  register_id text not null,
  act text not null,
  standing text not null,
  entered jsonb not null,
  evidence jsonb not null,
  reason text default ''::text not null,
  recorded_at timestamp with time zone not null,
  account_id uuid not null,
  account_name text not null,
  post_id text,
  constraint register_version_account_name_check CHECK ((account_name <> ''::text)),
  constraint register_version_act_check CHECK ((act = ANY (ARRAY['record'::text, 'correct'::text, 'approve'::text, 'withdraw'::text]))),
  constraint register_version_begins_with_record CHECK (((version = 1) = (act = 'record'::text))),
  constraint register_version_entered_check CHECK ((jsonb_typeof(entered) = 'object'::text)),
  constraint register_version_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES register_entry(id),
  constraint register_version_evidence_check CHECK ((jsonb_typeof(evidence) = 'array'::text)),
  constraint register_version_pkey PRIMARY KEY (entry_id, version),
  constraint register_version_says_why CHECK (((act <> ALL (ARRAY['correct'::text, 'withdraw'::text])) OR (reason <> ''::text))),
  constraint register_version_standing_check CHECK ((standing = ANY (ARRAY['proposed'::text, 'in-force'::text, 'withdrawn'::text]))),
  constraint register_version_standing_follows CHECK ((((act = 'withdraw'::text) = (standing = 'withdrawn'::text)) AND ((act <> 'approve'::text) OR (standing = 'in-force'::text)))),
  constraint register_version_version_check CHECK ((version >= 1))
);
create table report (
  case_id uuid not null,
  regime text not null,
  period_from date not null,
  period_to date not null,
  as_of timestamp with time zone not null,
  cut_offs jsonb not null,
  outline jsonb not null,
  revision integer default 0 not null,
  opened_at timestamp with time zone not null,
  constraint report_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint report_period_runs_forward CHECK ((period_from <= period_to)),
  constraint report_pkey PRIMARY KEY (case_id),
  constraint report_revision_check CHECK ((revision >= 0))
);
create table report_change (
  case_id uuid not null,
  revision integer not null,
  deed text not null,
  section_id text not null,
  block_id text not null,
  before text,
  after text,
  request_id uuid,
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamp with time zone not null,
  constraint report_change_case_id_fkey FOREIGN KEY (case_id) REFERENCES report(case_id),
  constraint report_change_changes CHECK ((before IS DISTINCT FROM after)),
  constraint report_change_deed_check CHECK ((deed = ANY (ARRAY['take-in'::text, 'merge'::text, 'write'::text, 'edit'::text, 'delete'::text, 'accept-proposal'::text, 'delete-proposal'::text, 'drop-open'::text]))),
  constraint report_change_pkey PRIMARY KEY (case_id, revision),
  constraint report_change_request_id_fkey FOREIGN KEY (request_id) REFERENCES cases(id),
  constraint report_change_revision_check CHECK ((revision > 0))
);
create table report_file (
  case_id uuid not null,
  version integer default 1 not null,
  sha256 text not null,
  made_at timestamp with time zone not null,
  paper text default 'report'::text not null,
  constraint report_file_case_id_version_fkey FOREIGN KEY (case_id, version) REFERENCES report_frozen(case_id, version),
  constraint report_file_paper_check CHECK ((paper = ANY (ARRAY['report'::text, 'letter'::text]))),
  constraint report_file_pkey PRIMARY KEY (case_id, paper),
  constraint report_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint report_file_version_check CHECK ((version = 1))
);
create table report_frozen (
  case_id uuid not null,
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  reason text,
  frozen_by uuid not null,
  frozen_by_name text not null,
  frozen_at timestamp with time zone not null,
  constraint report_frozen_case_id_fkey FOREIGN KEY (case_id) REFERENCES report(case_id),
  constraint report_frozen_pkey PRIMARY KEY (case_id, version),
  constraint report_frozen_reason_check CHECK ((reason <> ''::text)),
  constraint report_frozen_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint report_frozen_version_check CHECK ((version > 0)),
  constraint report_restated_for_a_reason CHECK (((version = 1) = (reason IS NULL)))
);
create table report_narrative (
  request_id uuid not null,
  section_id text not null,
  words text not null,
  saved_by_name text not null,
  saved_at timestamp with time zone not null,
  constraint report_narrative_pkey PRIMARY KEY (request_id, section_id),
  constraint report_narrative_request_id_fkey FOREIGN KEY (request_id) REFERENCES cases(id),
  constraint report_narrative_words_check CHECK ((words IS NFC NORMALIZED))
);
create table report_series (
  year integer not null,
  notation text not null,
  last integer not null,
  constraint report_series_last_check CHECK ((last > 0)),
  constraint report_series_pkey PRIMARY KEY (year, notation)
);
create table result (
  id uuid not null,
  code text not null,
  version integer not null,
  case_id uuid,
  unit_id text not null,
  number integer not null,
  year integer not null,
  content jsonb not null,
  signer_account_id uuid not null,
  signer_name text not null,
  signer_position_id text not null,
  signing_form text not null,
  signature_block text[] not null,
  delegation_id uuid,
  decided_at timestamp with time zone not null,
  valid_from date not null,
  valid_until date,
  change_reason text,
  signed_at timestamp with time zone,
  file text,
  attempts integer default 0 not null,
  last_fault text,
  constraint result_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint result_change_has_reason CHECK (((version > 1) = (change_reason IS NOT NULL))),
  constraint result_check CHECK ((valid_until >= valid_from)),
  constraint result_code_check CHECK ((code ~ '^[2-9A-HJ-KMNP-TW-Z]{12}$'::text)),
  constraint result_delegated_by_a_delegation CHECK (((signing_form = ANY (ARRAY['TUQ'::text, 'TL'::text, 'Q'::text])) = (delegation_id IS NOT NULL))),
  constraint result_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegation(id),
  constraint result_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text)),
  constraint result_number_check CHECK ((number >= 1)),
  constraint result_number_once UNIQUE (unit_id, year, number),
  constraint result_pkey PRIMARY KEY (id),
  constraint result_signature_block_check CHECK ((cardinality(signature_block) > 0)),
  constraint result_signed_whole CHECK (((signed_at IS NULL) = (file IS NULL))),
  constraint result_signing_form_check CHECK ((signing_form = ANY (ARRAY['direct'::text, 'TM'::text, 'KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text]))),
  constraint result_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint result_version_check CHECK ((version >= 1)),
  constraint result_version_once UNIQUE (code, version)
);
create table result_count (
  unit_id text not null,
  year integer not null,
  last integer not null,
  constraint result_count_last_check CHECK ((last >= 1)),
  constraint result_count_pkey PRIMARY KEY (unit_id, year),
  constraint result_count_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
create table result_revocation (
  code text not null,
  revoked_at timestamp with time zone not null,
  reason text not null,
  decision_number text not null,
  revoked_by uuid not null,
  revoked_by_name text not null,
  revoked_by_title text not null,
  constraint result_revocation_decision_number_check CHECK ((decision_number <> ''::text)),
  constraint result_revocation_pkey PRIMARY KEY (code),
  constraint result_revocation_reason_check CHECK ((reason <> ''::text))
);
create table session (
  token_hash text not null,
  account_id uuid not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_pkey PRIMARY KEY (token_hash)
);
create table sign_in_attempt (
  id bigint generated always as identity not null,
  act text not null,
  sign_in_name text not null,
  address text not null,
  at timestamp with time zone not null,
  succeeded boolean not null,
  constraint sign_in_attempt_act_check CHECK ((act = ANY (ARRAY['sign-in'::text, 'registration'::text]))),
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);
create table slip (
  agency_id text not null,
  form text not null,
  year integer not null,
  number integer not null,
  case_id uuid not null,
  taken_at timestamp with time zone not null,
  constraint slip_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
  constraint slip_form_check CHECK ((form = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text]))),
  constraint slip_number_check CHECK ((number >= 1)),
  constraint slip_pkey PRIMARY KEY (agency_id, form, year, number)
);
create table slip_count (
  agency_id text not null,
  form text not null,
  year integer not null,
  last integer not null,
  constraint slip_count_form_check CHECK ((form = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text]))),
  constraint slip_count_last_check CHECK ((last >= 1)),
  constraint slip_count_pkey PRIMARY KEY (agency_id, form, year)
);
create table slip_print (
  id uuid not null,
  case_id uuid not null,
  form text not null,
  seq integer not null,
  nth integer not null,
  entries integer not null,
  printed_by_account uuid,
  printed_by text not null,
  printed_at timestamp with time zone not null,
  constraint slip_print_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint slip_print_case_id_form_seq_nth_key UNIQUE (case_id, form, seq, nth),
  constraint slip_print_form_check CHECK ((form = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text]))),
  constraint slip_print_nth_check CHECK ((nth >= 1)),
  constraint slip_print_pkey PRIMARY KEY (id),
  constraint slip_print_seq_check CHECK ((seq >= 1))
);
create table task (
  case_id uuid not null,
  source_id uuid not null,
  giver text not null,
  lead_unit_id text not null,
  follower_unit_id text not null,
  secret boolean not null,
  given_at timestamp with time zone not null,
  constraint task_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint task_follower_unit_id_fkey FOREIGN KEY (follower_unit_id) REFERENCES unit(id),
  constraint task_giver_check CHECK ((giver = ANY (ARRAY['government'::text, 'prime-minister'::text, 'party-committee'::text, 'council'::text, 'peoples-committee'::text, 'chair'::text]))),
  constraint task_lead_unit_id_fkey FOREIGN KEY (lead_unit_id) REFERENCES unit(id),
  constraint task_pkey PRIMARY KEY (case_id),
  constraint task_source_id_fkey FOREIGN KEY (source_id) REFERENCES task_source(id)
);
create table task_policy (
  id bigint generated always as identity not null,
  valid_from date not null,
  policy jsonb not null,
  decision text not null,
  constraint task_policy_decision_check CHECK ((decision <> ''::text)),
  constraint task_policy_pkey PRIMARY KEY (id),
  constraint task_policy_valid_from_key UNIQUE (valid_from)
);
create table task_publication (
  month date not null,
  cutoff_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  content jsonb not null,
  constraint task_publication_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint task_publication_pkey PRIMARY KEY (month)
);
create table task_source (
  id uuid not null,
  number text not null,
  issued_on date not null,
  issuer text not null,
  title text not null,
  signatory text not null,
  agency_id text not null,
  secret boolean not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint task_source_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES unit(id),
  constraint task_source_issuer_check CHECK ((issuer <> ''::text)),
  constraint task_source_number_check CHECK ((number <> ''::text)),
  constraint task_source_pkey PRIMARY KEY (id)
);
create table unit (
  id text not null,
  path text not null,
  parent_id text,
  code text,
  name_vi text not null,
  name_en text not null,
  kind text not null,
  tier text not null,
  function text,
  agency_code text,
  agency_code_old text,
  valid daterange not null,
  source text not null,
  search text generated always as (fold(((name_vi || ' '::text) || name_en))) stored not null,
  constraint unit_agency_code_check CHECK ((agency_code ~ '^[A-Z0-9.]{1,35}$'::text)),
  constraint unit_agency_code_old_check CHECK ((agency_code_old ~ '^[A-Z0-9.]{1,35}$'::text)),
  constraint unit_agency_code_old_once_a_day EXCLUDE USING gist (agency_code_old WITH =, valid WITH &&) WHERE ((agency_code_old IS NOT NULL)),
  constraint unit_agency_code_once_a_day EXCLUDE USING gist (agency_code WITH =, valid WITH &&) WHERE ((agency_code IS NOT NULL)),
  constraint unit_agency_has_codes CHECK (((kind <> ALL (ARRAY['desk'::text, 'division'::text])) = ((agency_code IS NOT NULL) AND (agency_code_old IS NOT NULL)))),
  constraint unit_code_once_a_day EXCLUDE USING gist (code WITH =, valid WITH &&) WHERE ((code IS NOT NULL)),
  constraint unit_id_check CHECK ((id ~ '^[a-z0-9.-]+$'::text)),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'department'::text, 'urban-district'::text, 'rural-district'::text, 'district-town'::text, 'ward'::text, 'rural-commune'::text, 'township'::text, 'desk'::text, 'division'::text]))),
  constraint unit_name_en_check CHECK (((name_en IS NFC NORMALIZED) AND (name_en <> ''::text))),
  constraint unit_name_vi_check CHECK (((name_vi IS NFC NORMALIZED) AND (name_vi <> ''::text))),
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_part_has_function CHECK (((kind = ANY (ARRAY['desk'::text, 'division'::text])) = (function IS NOT NULL))),
  constraint unit_path_ends_with_id CHECK (((path = id) OR ((parent_id IS NOT NULL) AND ("right"(path, (length(id) + 1)) = ('/'::text || id))))),
  constraint unit_path_key UNIQUE (path),
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_tier_check CHECK ((tier = ANY (ARRAY['city'::text, 'district'::text, 'commune'::text]))),
  constraint unit_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);
create table urged_case (
  urging_id uuid not null,
  case_id uuid not null,
  unit_id text not null,
  role text,
  account_id uuid,
  seq integer not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  constraint answer_whole CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3]))),
  constraint urged_case_answer_check CHECK ((answer <> ''::text)),
  constraint urged_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint urged_case_case_id_seq_fkey FOREIGN KEY (case_id, seq) REFERENCES journal(case_id, seq),
  constraint urged_case_pkey PRIMARY KEY (urging_id, case_id),
  constraint urged_case_urging_id_fkey FOREIGN KEY (urging_id) REFERENCES urging(id)
);
create table urging (
  id uuid not null,
  number text not null,
  agency_id text not null,
  note text not null,
  answer_by date not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  issued_by_name text not null,
  constraint urging_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES unit(id),
  constraint urging_agency_id_number_key UNIQUE (agency_id, number),
  constraint urging_note_check CHECK ((note <> ''::text)),
  constraint urging_number_check CHECK ((number <> ''::text)),
  constraint urging_pkey PRIMARY KEY (id)
);
create table visit_slot (
  desk_id text not null,
  starts_at timestamp with time zone not null,
  capacity integer not null,
  taken integer default 0 not null,
  constraint visit_slot_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES unit(id),
  constraint visit_slot_not_overfull CHECK (((taken >= 0) AND (taken <= capacity))),
  constraint visit_slot_pkey PRIMARY KEY (desk_id, starts_at)
);
create table waiting_state (
  kind text not null,
  state text not null,
  constraint waiting_state_pkey PRIMARY KEY (kind, state)
);
create table working_hours (
  id bigint generated always as identity not null,
  unit_id text,
  valid daterange not null,
  stretches jsonb not null,
  source text not null,
  constraint working_hours_once_a_day EXCLUDE USING gist (COALESCE(unit_id, ''::text) WITH =, valid WITH &&),
  constraint working_hours_pkey PRIMARY KEY (id),
  constraint working_hours_stretches_check CHECK (((jsonb_typeof(stretches) = 'array'::text) AND (jsonb_array_length(stretches) > 0))),
  constraint working_hours_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint working_hours_valid_check CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))))
);

CREATE INDEX access_token_by_account ON public.access_token USING btree (account_id);
CREATE INDEX bill_by_case ON public.bill USING btree (case_id, issued_at);
CREATE INDEX blob_by_offer ON public.blob USING btree (offered_at);
CREATE INDEX booking_by_account ON public.booking USING btree (account_id, starts_at) WHERE (account_id IS NOT NULL);
CREATE INDEX booking_by_desk ON public.booking USING btree (desk_id, starts_at);
CREATE INDEX booking_by_phone ON public.booking USING btree (phone, starts_at) WHERE (state = 'booked'::text);
CREATE INDEX booking_to_remind ON public.booking USING btree (starts_at) WHERE ((state = 'booked'::text) AND (reminded_for IS DISTINCT FROM starts_at));
CREATE INDEX case_fact_by_end ON public.case_fact USING btree (COALESCE(ended_known_at, ended_at, 'infinity'::timestamp with time zone));
CREATE INDEX case_fact_by_opening ON public.case_fact USING brin (opened_at);
CREATE INDEX case_fact_by_receiver ON public.case_fact USING btree (receiver_key);
CREATE INDEX case_fact_changed ON public.case_fact USING btree (changed_at) WHERE (changed_at IS NOT NULL);
CREATE INDEX case_file_by_case ON public.case_file USING btree (case_id, added_at);
CREATE INDEX case_file_by_sha256 ON public.case_file USING btree (sha256);
CREATE INDEX case_search_by_agency ON public.case_search USING btree (receiving_unit_id, case_id) INCLUDE (search);
CREATE INDEX case_search_by_words ON public.case_search USING gin (search gin_trgm_ops);
CREATE INDEX cases_by_acceptance ON public.cases USING brin (accepted_at);
CREATE INDEX cases_by_account ON public.cases USING btree (holder_account_id, due_at, id) WHERE open;
CREATE INDEX cases_by_due ON public.cases USING btree (due_at, id) WHERE open;
CREATE INDEX cases_by_end ON public.cases USING brin (ended_at);
CREATE INDEX cases_by_holder ON public.cases USING btree (holder_unit_id, due_at, id) WHERE open;
CREATE INDEX cases_by_owner ON public.cases USING btree (owner_account_id, opened_at DESC) WHERE (owner_account_id IS NOT NULL);
CREATE INDEX cases_by_receiver ON public.cases USING btree (receiving_unit_id, due_at, id);
CREATE INDEX cases_by_root ON public.cases USING btree (root_id) WHERE (root_id IS NOT NULL);
CREATE INDEX cases_by_taker ON public.cases USING btree (handed_to_unit_id, due_at, id) WHERE (open AND (handed_to_unit_id IS NOT NULL));
CREATE INDEX cases_ended ON public.cases USING btree (ended_at, id) WHERE ((NOT open) AND (state <> 'settled'::text));
CREATE INDEX cases_ended_by_receiver ON public.cases USING btree (receiving_unit_id, ended_at, id) WHERE ((NOT open) AND (state <> 'settled'::text));
CREATE INDEX cases_late ON public.cases USING btree (due_at, id) INCLUDE (kind, late_at, holder_unit_id) WHERE open;
CREATE INDEX cases_of_givers ON public.cases USING btree (receiving_unit_id, due_at, id) WHERE (kind = ANY (ARRAY['task'::text, 'inspection'::text]));
CREATE INDEX cases_open_by_receiver ON public.cases USING btree (receiving_unit_id, due_at, id) WHERE open;
CREATE INDEX cases_to_return ON public.cases USING btree (holder_unit_id, due_at, id) WHERE (state = 'settled'::text);
CREATE INDEX cases_to_return_by_receiver ON public.cases USING btree (receiving_unit_id, due_at, id) WHERE (state = 'settled'::text);
CREATE INDEX feedback_public ON public.cases USING btree (opened_at DESC, id DESC) WHERE (kind = 'feedback'::text);
CREATE INDEX index_sheets ON public.cases USING btree (root_id, kind) WHERE (kind = 'index-sheet'::text);
CREATE INDEX inspections_by_year ON public.cases USING btree (((((folded -> 'facts'::text) ->> 'year'::text))::integer), due_at) WHERE (kind = 'inspection'::text);
CREATE INDEX report_parts ON public.cases USING btree (root_id, kind) WHERE (kind = ANY (ARRAY['report-request'::text, 'report-opinion'::text]));
CREATE UNIQUE INDEX one_counter_an_officer ON public.counter_shift USING btree (account_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_officer_a_counter ON public.counter_shift USING btree (desk_id, number) WHERE (closed_at IS NULL);
CREATE INDEX delegation_by_receiver ON public.delegation USING btree (receiver_position_id);
CREATE INDEX delegation_by_unit ON public.delegation USING btree (unit_id, valid_to);
CREATE INDEX desk_device_by_desk ON public.desk_device USING btree (desk_id, enrolled_at);
CREATE INDEX dossier_paper_by_case ON public.dossier_paper USING btree (case_id, added_at);
CREATE INDEX dossier_paper_by_file ON public.dossier_paper USING btree (sha256);
CREATE INDEX dossier_paper_by_kept ON public.dossier_paper USING btree (kept_paper_id) WHERE (kept_paper_id IS NOT NULL);
CREATE INDEX dues_reconciliation_by_agency ON public.dues_reconciliation USING btree (agency_id, made_at DESC);
CREATE INDEX email_proof_by_account ON public.email_proof USING btree (account_id, asked_at);
CREATE INDEX feedback_by_commune ON public.feedback USING btree (commune_id, received_at DESC);
CREATE INDEX feedback_by_day ON public.feedback USING btree (received_at DESC, case_id DESC);
CREATE INDEX feedback_by_procedure ON public.feedback USING btree (procedure_code, received_at DESC) WHERE (procedure_code IS NOT NULL);
CREATE INDEX feedback_by_words ON public.feedback USING gin (words gin_trgm_ops);
CREATE INDEX feedback_draft_by_day ON public.feedback_draft USING btree (made_at);
CREATE INDEX feedback_file_by_case ON public.feedback_file USING btree (case_id, added_at);
CREATE INDEX feedback_file_by_sha256 ON public.feedback_file USING btree (sha256);
CREATE INDEX feedback_reporter_by_account ON public.feedback_reporter USING btree (account_id, joined_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX feedback_reporter_by_case ON public.feedback_reporter USING btree (case_id, joined_at);
CREATE INDEX feedback_reporter_by_first_case ON public.feedback_reporter USING btree (first_case_id);
CREATE INDEX filing_draft_by_account ON public.filing_draft USING btree (account_id, changed_at DESC);
CREATE INDEX gateway_event_by_order ON public.gateway_event USING btree (order_id);
CREATE INDEX gateway_order_by_bill ON public.gateway_order USING btree (bill_id, created_at);
CREATE INDEX incoming_money_by_bill ON public.incoming_money USING btree (bill_id);
CREATE INDEX incoming_money_by_moment ON public.incoming_money USING btree (arrived_at);
CREATE INDEX index_evidence_by_sha256 ON public.index_evidence USING btree (sha256);
CREATE INDEX index_evidence_by_sheet ON public.index_evidence USING btree (sheet_id);
CREATE INDEX index_month_by_unit ON public.index_month USING btree (unit_id, frame_id, month);
CREATE INDEX index_round_by_day ON public.index_round USING btree (opened_at DESC);
CREATE INDEX journal_by_moment ON public.journal USING btree (at);
CREATE INDEX kept_paper_by_account ON public.kept_paper USING btree (owner_account_id, kept_on DESC);
CREATE INDEX kept_paper_by_file ON public.kept_paper USING btree (sha256);
CREATE INDEX kept_paper_by_person ON public.kept_paper USING btree (owner_personal_id, kept_on DESC);
CREATE INDEX notice_by_account ON public.notice USING btree (account_id, made_at DESC) WHERE (channel = 'in-app'::text);
CREATE INDEX notice_by_booking ON public.notice USING btree (booking_id) WHERE (booking_id IS NOT NULL);
CREATE INDEX notice_by_feedback_reporter ON public.notice USING btree (feedback_reporter_id) WHERE (feedback_reporter_id IS NOT NULL);
CREATE INDEX notice_failed ON public.notice USING btree (made_at DESC) WHERE (state = 'failed'::text);
CREATE INDEX notice_of_officer ON public.notice USING btree (account_id, made_at DESC) WHERE (for_officer AND (channel = 'in-app'::text));
CREATE UNIQUE INDEX notice_once ON public.notice USING btree (case_id, seq, template, channel, COALESCE(account_id, '00000000-0000-0000-0000-000000000000'::uuid));
CREATE INDEX notice_to_send ON public.notice USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE INDEX paper_access_by_paper ON public.paper_access USING btree (kept_paper_id, at);
CREATE INDEX paper_consent_by_case ON public.paper_consent USING btree (case_id);
CREATE INDEX paper_consent_by_paper ON public.paper_consent USING btree (kept_paper_id, given_at);
CREATE INDEX payment_by_bill ON public.payment USING btree (bill_id);
CREATE INDEX payment_by_moment ON public.payment USING btree (received_at);
CREATE INDEX payment_by_till ON public.payment USING btree (officer_account_id, cash_on) WHERE (way = 'cash'::text);
CREATE INDEX post_by_unit ON public.post USING btree (unit_id, role);
CREATE INDEX post_holding_by_account ON public.post_holding USING btree (account_id);
CREATE UNIQUE INDEX procedure_review_open ON public.procedure_review USING btree (procedure_code) WHERE (decided_at IS NULL);
CREATE INDEX queue_event_by_ticket ON public.queue_event USING btree (ticket_id, id);
CREATE UNIQUE INDEX one_person_a_counter ON public.queue_ticket USING btree (shift_id) WHERE (state = 'called'::text);
CREATE INDEX queue_ticket_by_day ON public.queue_ticket USING btree (desk_id, on_day, state);
CREATE INDEX queue_ticket_by_dossier ON public.queue_ticket USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);
CREATE INDEX reading_log_by_account ON public.reading_log USING btree (account_id, at);
CREATE INDEX reading_log_by_case ON public.reading_log USING btree (case_id, at);
CREATE UNIQUE INDEX one_common_receiving_account ON public.receiving_account USING btree ((true)) WHERE (agency_id IS NULL);
CREATE INDEX refund_by_incoming ON public.refund USING btree (incoming_id);
CREATE INDEX refund_by_payment ON public.refund USING btree (payment_id);
CREATE INDEX register_entry_by_register ON public.register_entry USING btree (register_id, id DESC);
CREATE INDEX register_entry_by_unit ON public.register_entry USING btree (register_id, unit_id, id DESC);
CREATE INDEX register_entry_by_words ON public.register_entry USING gin (search gin_trgm_ops);
CREATE INDEX register_import_by_account ON public.register_import USING btree (account_id, looked_at DESC);
CREATE INDEX register_version_as_of ON public.register_version USING btree (register_id, entry_id, version DESC) WHERE (standing <> 'proposed'::text);
CREATE INDEX report_by_day ON public.report USING btree (opened_at DESC);
CREATE INDEX report_file_by_sha256 ON public.report_file USING btree (sha256);
CREATE INDEX result_by_case ON public.result USING btree (case_id);
CREATE INDEX result_by_file ON public.result USING btree (file);
CREATE INDEX result_to_sign ON public.result USING btree (decided_at) WHERE (file IS NULL);
CREATE INDEX session_by_account ON public.session USING btree (account_id);
CREATE INDEX sign_in_attempt_by_address ON public.sign_in_attempt USING btree (address, at);
CREATE INDEX sign_in_attempt_by_name ON public.sign_in_attempt USING btree (sign_in_name, at);
CREATE INDEX slip_by_case ON public.slip USING btree (case_id, form);
CREATE INDEX task_by_day ON public.task USING btree (given_at);
CREATE INDEX task_by_lead ON public.task USING btree (lead_unit_id, given_at);
CREATE INDEX task_by_source ON public.task USING btree (source_id);
CREATE INDEX unit_by_parent ON public.unit USING btree (parent_id);
CREATE INDEX unit_by_path ON public.unit USING btree (path text_pattern_ops);
CREATE INDEX urged_case_by_case ON public.urged_case USING btree (case_id);
CREATE INDEX urged_case_by_unit ON public.urged_case USING btree (unit_id, urging_id);
CREATE INDEX urged_case_unanswered ON public.urged_case USING btree (unit_id) WHERE (answered_at IS NULL);

CREATE OR REPLACE FUNCTION public.append_to_case(folded_case jsonb, words text, seen integer, new_entries jsonb, answer jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  written cases;
begin
  written := jsonb_populate_record(null::cases, folded_case);
  if seen = 0 then
    insert into cases select written.*;
    insert into case_search (case_id, receiving_unit_id, search) values (written.id, written.receiving_unit_id, left(words, 600));
  else
    update cases set
      entries = written.entries, last_hash = written.last_hash, state = written.state, open = written.open,
      folded = written.folded, type_version = written.type_version, code = written.code, title = written.title,
      holder_unit_id = written.holder_unit_id, holder_role = written.holder_role,
      holder_account_id = written.holder_account_id, handed_to_unit_id = written.handed_to_unit_id, owner_account_id = written.owner_account_id,
      accepted_at = written.accepted_at, due_at = written.due_at, late_at = written.late_at, first_due_at = written.first_due_at,
      step_due_at = written.step_due_at, ended_at = written.ended_at, timeliness = written.timeliness
    where id = written.id and entries = seen;
    if not found then
      return false;
    end if;
    update case_search set search = left(words, 600) where case_id = written.id and search <> left(words, 600);
  end if;
  insert into journal select * from jsonb_populate_recordset(null::journal, new_entries);
  if answer is not null then
    insert into command_answer select * from jsonb_populate_record(null::command_answer, answer);
  end if;
  return true;
end $function$;
CREATE OR REPLACE FUNCTION public.bill_paid(bill uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select (coalesce((select sum(p.amount) from payment p where p.bill_id = bill), 0)
    - coalesce((select sum(r.amount) from refund r join payment p on p.id = r.payment_id
        where p.bill_id = bill and r.owed_again), 0))::bigint;
$function$;
CREATE OR REPLACE FUNCTION public.check_bill_end()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from bill where id = new.bill_id for update;
  if bill_paid(new.bill_id) > 0 then
    raise exception 'something was paid on the bill' using constraint = 'ended_bill_is_unpaid';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.check_bill_total()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.total <> (select coalesce(sum(l.amount - l.reduction), 0) from bill_line l where l.bill_id = new.id) then
    raise exception 'the total of the bill is not the sum of its lines' using constraint = 'bill_is_its_lines';
  end if;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.check_paper_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.number <> coalesce((select max(number) from dues_paper p
      where p.agency_id = new.agency_id and p.book = new.book and p.year = new.year), 0) + 1 then
    raise exception 'the number is not the next of its book' using constraint = 'paper_is_next';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.check_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  total_asked bigint;
begin
  -- whoever pays the same bill waits here, and then sees what was paid
  select total into total_asked from bill where id = new.bill_id for update;
  if exists (select 1 from bill_end e where e.bill_id = new.bill_id) then
    raise exception 'the bill is no longer asked for' using constraint = 'bill_is_asked_for';
  end if;
  if bill_paid(new.bill_id) + new.amount > total_asked then
    raise exception 'more would be paid than the bill asks' using constraint = 'bill_is_not_overpaid';
  end if;
  if new.incoming_id is not null then
    perform 1 from incoming_money where id = new.incoming_id for update;
    if incoming_left(new.incoming_id) < new.amount then
      raise exception 'more would be paid than came in' using constraint = 'incoming_is_enough';
    end if;
  end if;
  if new.way = 'cash' and exists (
    select 1 from cash_closing c where c.officer_account_id = new.officer_account_id and c.cash_on >= new.cash_on
  ) then
    raise exception 'the till of that day is closed' using constraint = 'till_is_open';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.check_refund()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  paid bigint;
begin
  if new.payment_id is not null then
    select amount into paid from payment where id = new.payment_id for update;
    if coalesce((select sum(r.amount) from refund r where r.payment_id = new.payment_id), 0) + new.amount > paid then
      raise exception 'more would go back than was paid' using constraint = 'refund_is_not_more';
    end if;
  else
    perform 1 from incoming_money where id = new.incoming_id for update;
    if incoming_left(new.incoming_id) < new.amount then
      raise exception 'more would go back than is left' using constraint = 'refund_is_not_more';
    end if;
  end if;
  if new.way = 'cash' and exists (
    select 1 from cash_closing c where c.officer_account_id = new.officer_account_id and c.cash_on >= new.cash_on
  ) then
    raise exception 'the till of that day is closed' using constraint = 'till_is_open';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.class_apart(class bigint)
 RETURNS bigint
 LANGUAGE sql
 PARALLEL SAFE
RETURN class;
CREATE OR REPLACE FUNCTION public.count_visit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.state in ('booked', 'came') then
    update visit_slot set taken = taken - 1 where desk_id = old.desk_id and starts_at = old.starts_at;
  end if;
  if new.state in ('booked', 'came') then
    update visit_slot set taken = taken + 1 where desk_id = new.desk_id and starts_at = new.starts_at;
  end if;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.counted_of(kind text, opening jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (opening ? 'counted'::text) THEN (opening -> 'counted'::text) WHEN (kind = 'task'::text) THEN jsonb_build_object('unitId', ((opening -> 'facts'::text) ->> 'leadUnitId'::text), 'as', CASE WHEN (opening ? 'parent'::text) THEN 'part'::text WHEN (((opening -> 'facts'::text) -> 'secret'::text) = 'true'::jsonb) THEN 'secret'::text WHEN jsonb_path_exists(opening, '$."facts"."causes"[*]?(@."kind" == "inspection")'::jsonpath) THEN 'remedy'::text WHEN ((opening ->> 'typeCode'::text) = ANY (ARRAY['government'::text, 'prime-minister'::text])) THEN 'government'::text WHEN ((opening ->> 'typeCode'::text) = 'council'::text) THEN 'council'::text WHEN ((opening ->> 'typeCode'::text) = 'party-committee'::text) THEN 'party'::text WHEN (EXISTS (SELECT FROM unit WHERE ((unit.id = (counted_of.opening ->> 'receivingUnitId'::text)) AND (unit.parent_id IS NULL)))) THEN 'city'::text ELSE 'agency'::text END) WHEN (kind = 'inspection'::text) THEN jsonb_build_object('unitId', ((opening -> 'facts'::text) ->> 'unitId'::text), 'as', CASE WHEN (((opening -> 'facts'::text) -> 'self'::text) = 'true'::jsonb) THEN 'of-self'::text ELSE 'of-others'::text END) ELSE NULL::jsonb END;
CREATE OR REPLACE FUNCTION public.deciding_unit(opening jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN split_part(COALESCE((jsonb_path_query_array(opening, '$."route"[*]?(@."work" == "sign")."unitId"'::jsonpath) ->> '-1'::integer), (opening ->> 'receivingUnitId'::text)), '.'::text, 1);
CREATE OR REPLACE FUNCTION public.delegation_only_ends()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'a delegation is kept for good: it is revoked, not deleted';
  end if;
  if old.revoked_at is not null or row(new.id, new.unit_id, new.giver_position_id, new.receiver_position_id,
      new.receiver_account_id, new.form, new.kinds, new.up_to_amount, new.signs_as, new.valid_from, new.valid_to,
      new.decision_number, new.decision_file, new.granted_at, new.granted_by, new.granted_by_name)
    is distinct from row(old.id, old.unit_id, old.giver_position_id, old.receiver_position_id,
      old.receiver_account_id, old.form, old.kinds, old.up_to_amount, old.signs_as, old.valid_from, old.valid_to,
      old.decision_number, old.decision_file, old.granted_at, old.granted_by, old.granted_by_name) then
    raise exception 'of a delegation only its revocation is written, and once';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.delivered_as_of(delivered timestamp with time zone[], moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (delivered IS NULL) THEN NULL::timestamp with time zone ELSE (SELECT (delivered_as_of.delivered)[place.place] AS delivered FROM generate_series(1, cardinality(delivered_as_of.delivered), 2) place(place) WHERE (((delivered_as_of.delivered)[place.place] <= delivered_as_of.moment) AND (((delivered_as_of.delivered)[(place.place + 1)] IS NULL) OR ((delivered_as_of.delivered)[(place.place + 1)] > delivered_as_of.moment)))) END;
CREATE OR REPLACE FUNCTION public.fact_after(fact case_fact, entry journal)
 RETURNS case_fact
 LANGUAGE plpgsql
AS $function$
declare
  effect constant jsonb := entry.effect;
  late timestamptz;
  kind_said text;
  counted jsonb;
begin
  if entry.seq = 1 then
    fact.case_id := entry.case_id;
    fact.opened_at := entry.at;
    select kind into strict kind_said from cases where id = entry.case_id;
    counted := counted_of(kind_said, effect);
    fact.receiver_key := fact_unit_key(coalesce(counted ->> 'unitId', effect ->> 'receivingUnitId'));
    fact.answers_key := fact_unit_key(deciding_unit(effect));
    fact.type_key := fact_type_key(effect ->> 'typeCode', (effect ->> 'typeVersion')::integer);
    fact.kind := fact_word_key(kind_said);
    fact.channel := fact_word_key(effect -> 'facts' ->> 'channel');
    fact.supplements := 0;
    fact.is_part := effect ? 'parent';
    fact.counted_as := fact_word_key(kind_said || '.' || (counted ->> 'as'));
  elsif fact.ended_at is not null and effect ? 'endedAt' or effect ? 'counted'
    or fact.counted_as is null and effect ? 'receivingUnitId' then
    fact.earlier := coalesce(fact.earlier, '[]') || jsonb_strip_nulls(jsonb_build_object(
      'until', entry.at, 'receiver', fact.receiver_key, 'answers', fact.answers_key, 'endedAt', fact.ended_at,
      'endedKnownAt', fact.ended_known_at, 'outcome', fact.outcome, 'timeliness', fact.timeliness));
    fact.changed_at := entry.at;
    if effect ? 'counted' then
      fact.receiver_key := fact_unit_key(effect -> 'counted' ->> 'unitId');
    elsif fact.counted_as is null and effect ? 'receivingUnitId' then
      fact.receiver_key := fact_unit_key(effect ->> 'receivingUnitId');
      fact.answers_key := fact_unit_key(deciding_unit(effect));
    end if;
  end if;

  if effect ->> 'dueAt' is not null then
    late := case when waits_after(fact, effect) then 'infinity'
      else late_from((effect ->> 'dueAt')::timestamptz, effect -> 'clock' ->> 'limit') end;
  end if;
  if effect ->> 'acceptedAt' is not null and fact.accepted_at is null then
    fact.accepted_at := (effect ->> 'acceptedAt')::timestamptz;
    if entry.at > fact.accepted_at then
      fact.accepted_known_at := entry.at;
    end if;
    fact.late_at := late;
    fact.first_late_at := late;
  elsif effect ->> 'dueAt' is not null and fact.accepted_at is not null then
    if late <> fact.late_at then
      fact.late_before := coalesce(fact.late_before, '{}') || array[fact.late_at, entry.at];
      fact.late_at := late;
      fact.late_since := entry.at;
    end if;
  end if;

  if effect ? 'endedAt' then
    fact.ended_at := (effect ->> 'endedAt')::timestamptz;
    fact.ended_known_at := case when entry.at > fact.ended_at then entry.at end;
    -- an end that is put right without another state ends as it did
    fact.outcome := case when fact.ended_at is not null then
      case when effect ? 'state' then fact_word_key(effect ->> 'state') else fact.outcome end end;
    fact.timeliness := fact_word_key(effect ->> 'timeliness');
  end if;
  if effect ->> 'deliveredAt' is not null and coalesce(cardinality(fact.delivered), 0) % 2 = 0 then
    fact.delivered := coalesce(fact.delivered, '{}') || (effect ->> 'deliveredAt')::timestamptz;
  elsif effect -> 'deliveredAt' = 'null' and cardinality(fact.delivered) % 2 = 1 then
    fact.delivered := fact.delivered || entry.at;
  end if;
  if entry.verb = 'ask-supplement' then
    fact.supplement_at := coalesce(fact.supplement_at, entry.at);
    fact.supplements := fact.supplements + 1;
  elsif entry.verb = 'apologise' then
    fact.apologised_at := entry.at;
  end if;
  return fact;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_before(fact case_fact, moment timestamp with time zone)
 RETURNS case_fact
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  was jsonb;
begin
  select item into was from jsonb_array_elements(fact.earlier) with ordinality as told (item, place)
  where (item ->> 'until')::timestamptz > moment order by place limit 1;
  fact.receiver_key := (was ->> 'receiver')::integer;
  fact.answers_key := (was ->> 'answers')::integer;
  fact.ended_at := (was ->> 'endedAt')::timestamptz;
  fact.ended_known_at := (was ->> 'endedKnownAt')::timestamptz;
  fact.outcome := (was ->> 'outcome')::smallint;
  fact.timeliness := (was ->> 'timeliness')::smallint;
  fact.ended_class := null;
  return fact;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_keys_of_units()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into fact_unit (unit_id) select id from added order by id on conflict (unit_id) do nothing;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_keys_of_versions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into fact_type (code, version) select code, version from added order by code, version on conflict (code, version) do nothing;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_type_key(wanted_code text, wanted_version integer)
 RETURNS integer
 LANGUAGE plpgsql
 STRICT
AS $function$
declare
  found_key integer;
begin
  select key into found_key from fact_type where code = wanted_code and version = wanted_version;
  if found_key is null then
    insert into fact_type (code, version) values (wanted_code, wanted_version) on conflict (code, version) do nothing;
    select key into found_key from fact_type where code = wanted_code and version = wanted_version;
  end if;
  return found_key;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_unit_key(wanted text)
 RETURNS integer
 LANGUAGE plpgsql
 STRICT
AS $function$
declare
  found_key integer;
begin
  select key into found_key from fact_unit where unit_id = wanted;
  if found_key is null then
    insert into fact_unit (unit_id) values (wanted) on conflict (unit_id) do nothing;
    select key into found_key from fact_unit where unit_id = wanted;
  end if;
  return found_key;
end $function$;
CREATE OR REPLACE FUNCTION public.fact_word_key(wanted text)
 RETURNS smallint
 LANGUAGE plpgsql
 STRICT
AS $function$
declare
  found_key smallint;
begin
  select key into found_key from fact_word where word = wanted;
  if found_key is null then
    insert into fact_word (word) values (wanted) on conflict (word) do nothing;
    select key into found_key from fact_word where word = wanted;
  end if;
  return found_key;
end $function$;
CREATE OR REPLACE FUNCTION public.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, NORMALIZE(words, NFC)));
CREATE OR REPLACE FUNCTION public.incoming_left(incoming uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select (i.amount
    - coalesce((select sum(p.amount) from payment p where p.incoming_id = i.id), 0)
    - coalesce((select sum(r.amount) from refund r where r.incoming_id = i.id), 0))::bigint
  from incoming_money i where i.id = incoming;
$function$;
CREATE OR REPLACE FUNCTION public.keep_case_fact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  fact case_fact;
begin
  if new.seq = 1 then
    fact := fact_after(null, new);
    insert into case_fact (case_id, opened_at, accepted_at, accepted_known_at, first_late_at, late_at, late_since, ended_at,
      ended_known_at, supplement_at, apologised_at, changed_at, receiver_key, answers_key, type_key, kind, channel, outcome,
      timeliness, supplements, is_part, late_before, earlier, counted_as, delivered)
    values (fact.case_id, fact.opened_at, fact.accepted_at, fact.accepted_known_at, fact.first_late_at, fact.late_at,
      fact.late_since, fact.ended_at, fact.ended_known_at, fact.supplement_at, fact.apologised_at, fact.changed_at,
      fact.receiver_key, fact.answers_key, fact.type_key, fact.kind, fact.channel, fact.outcome, fact.timeliness,
      fact.supplements, fact.is_part, fact.late_before, fact.earlier, fact.counted_as, fact.delivered);
    return null;
  end if;
  select * into strict fact from case_fact where case_id = new.case_id;
  fact := fact_after(fact, new);
  update case_fact set
    accepted_at = fact.accepted_at, accepted_known_at = fact.accepted_known_at, first_late_at = fact.first_late_at,
    late_at = fact.late_at, late_since = fact.late_since, late_before = fact.late_before, ended_at = fact.ended_at,
    ended_known_at = fact.ended_known_at, outcome = fact.outcome, timeliness = fact.timeliness,
    supplement_at = fact.supplement_at, supplements = fact.supplements, apologised_at = fact.apologised_at,
    delivered = fact.delivered, receiver_key = fact.receiver_key, answers_key = fact.answers_key, changed_at = fact.changed_at,
    earlier = fact.earlier
  where case_id = new.case_id;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.keep_for_notices()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into notice_due (case_id, seq) values (new.case_id, new.seq);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.late_as_of(late timestamp with time zone, since timestamp with time zone, before timestamp with time zone[], moment timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((since IS NULL) OR (since <= moment)) THEN late ELSE (SELECT (late_as_of.before)[place.place] AS before FROM generate_series(1, cardinality(late_as_of.before), 2) place(place) WHERE ((late_as_of.before)[(place.place + 1)] > late_as_of.moment) ORDER BY place.place LIMIT 1) END;
CREATE OR REPLACE FUNCTION public.late_from(due timestamp with time zone, time_limit text)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (time_limit ~~ '% working-hour'::text) THEN (date_trunc('minute'::text, due, 'Asia/Ho_Chi_Minh'::text) + '00:01:00'::interval) ELSE (((((due AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date + 1))::timestamp without time zone AT TIME ZONE 'Asia/Ho_Chi_Minh'::text) END;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: a correction is a new entry', tg_table_name;
end $function$;
CREATE OR REPLACE FUNCTION public.refuse_change_of_done_ticket()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a ticket that is done is never changed';
end $function$;
CREATE OR REPLACE FUNCTION public.refuse_change_of_sent_notice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a notice that was sent is never changed';
end $function$;
CREATE OR REPLACE FUNCTION public.refuse_new_definition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or new.definition <> old.definition or new.decision <> old.decision or new.search <> old.search or new.code <> old.code or new.version <> old.version
    or lower(new.in_force) <> lower(old.in_force) then
    raise exception 'a published procedure version is never changed: publish a new version';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.refuse_to_enrol_again()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a device that was revoked stays revoked';
end $function$;
CREATE OR REPLACE FUNCTION public.register_entry_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'an entry of a register is kept for good: it is withdrawn, not deleted';
  end if;
  if row(new.id, new.register_id, new.unit_id, new.unit_path, new.recorded_at, new.made_by)
      is distinct from row(old.id, old.register_id, old.unit_id, old.unit_path, old.recorded_at, old.made_by)
    or new.latest_version <> old.latest_version + 1 then
    raise exception 'an entry of a register changes by a new version only';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.register_version_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare before register_version;
begin
  if new.version = 1 then return new; end if;
  select * into before from register_version where entry_id = new.entry_id and version = new.version - 1;
  if not found or before.recorded_at > new.recorded_at or before.register_id <> new.register_id then
    raise exception 'version % of entry % does not follow the one before', new.version, new.entry_id;
  end if;
  if before.standing = 'withdrawn' then
    raise exception 'entry % was withdrawn: it has no further version', new.entry_id;
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.result_only_gets_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'a result is kept for good: it is revoked or corrected, not deleted';
  end if;
  if old.file is not null or row(new.id, new.code, new.version, new.case_id, new.unit_id, new.number, new.year, new.content,
      new.signer_account_id, new.signer_name, new.signer_position_id, new.signing_form, new.signature_block,
      new.delegation_id, new.decided_at, new.valid_from, new.valid_until, new.change_reason)
    is distinct from row(old.id, old.code, old.version, old.case_id, old.unit_id, old.number, old.year, old.content,
      old.signer_account_id, old.signer_name, old.signer_position_id, old.signing_form, old.signature_block,
      old.delegation_id, old.decided_at, old.valid_from, old.valid_until, old.change_reason) then
    raise exception 'a result is signed once and never changed: a correction is a new version';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.waits_after(fact case_fact, effect jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (effect ? 'state'::text) THEN (EXISTS (SELECT FROM (waiting_state w JOIN fact_word k ON ((k.word = w.kind))) WHERE ((k.key = (waits_after.fact).kind) AND (w.state = (waits_after.effect ->> 'state'::text))))) ELSE COALESCE(((fact).late_at = 'infinity'::timestamp with time zone), false) END;

CREATE TRIGGER bill_is_append_only BEFORE DELETE OR UPDATE ON public.bill FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER bill_is_its_lines AFTER INSERT ON public.bill DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_total();
CREATE TRIGGER bill_is_never_emptied BEFORE TRUNCATE ON public.bill FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_end_is_append_only BEFORE DELETE OR UPDATE ON public.bill_end FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_end_is_never_emptied BEFORE TRUNCATE ON public.bill_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ended_bill_is_unpaid BEFORE INSERT ON public.bill_end FOR EACH ROW EXECUTE FUNCTION check_bill_end();
CREATE TRIGGER bill_line_is_append_only BEFORE DELETE OR UPDATE ON public.bill_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bill_line_is_never_emptied BEFORE TRUNCATE ON public.bill_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER booking_is_never_deleted BEFORE DELETE ON public.booking FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER booking_takes_a_place AFTER INSERT OR UPDATE OF state, desk_id, starts_at ON public.booking FOR EACH ROW EXECUTE FUNCTION count_visit();
CREATE TRIGGER case_file_stays BEFORE DELETE OR UPDATE ON public.case_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cash_closing_is_append_only BEFORE DELETE OR UPDATE ON public.cash_closing FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cash_closing_is_never_emptied BEFORE TRUNCATE ON public.cash_closing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER delegation_only_ends BEFORE DELETE OR UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION delegation_only_ends();
CREATE TRIGGER desk_device_is_never_deleted BEFORE DELETE ON public.desk_device FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revoked_device_stays BEFORE UPDATE ON public.desk_device FOR EACH ROW WHEN ((old.revoked_at IS NOT NULL)) EXECUTE FUNCTION refuse_to_enrol_again();
CREATE TRIGGER digitisation_is_append_only BEFORE DELETE OR UPDATE ON public.digitisation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER digitisation_is_never_emptied BEFORE TRUNCATE ON public.digitisation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_paper_is_append_only BEFORE DELETE OR UPDATE ON public.dues_paper FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_paper_is_never_emptied BEFORE TRUNCATE ON public.dues_paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_is_next BEFORE INSERT ON public.dues_paper FOR EACH ROW EXECUTE FUNCTION check_paper_number();
CREATE TRIGGER dues_reconciliation_is_append_only BEFORE DELETE OR UPDATE ON public.dues_reconciliation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_reconciliation_is_never_emptied BEFORE TRUNCATE ON public.dues_reconciliation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_is_append_only BEFORE DELETE OR UPDATE ON public.dues_settlement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_is_never_emptied BEFORE TRUNCATE ON public.dues_settlement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_countersignature_is_append_only BEFORE DELETE OR UPDATE ON public.dues_settlement_countersignature FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_countersignature_is_never_emptied BEFORE TRUNCATE ON public.dues_settlement_countersignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_line_is_append_only BEFORE DELETE OR UPDATE ON public.dues_settlement_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dues_settlement_line_is_never_emptied BEFORE TRUNCATE ON public.dues_settlement_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feedback_policy_is_append_only BEFORE DELETE OR UPDATE ON public.feedback_policy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_closing_is_append_only BEFORE DELETE OR UPDATE ON public.figure_closing FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_closing_is_never_emptied BEFORE TRUNCATE ON public.figure_closing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_event_is_append_only BEFORE DELETE OR UPDATE ON public.gateway_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_event_is_never_emptied BEFORE TRUNCATE ON public.gateway_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_order_is_append_only BEFORE DELETE OR UPDATE ON public.gateway_order FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gateway_order_is_never_emptied BEFORE TRUNCATE ON public.gateway_order FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER identity_proof_is_append_only BEFORE DELETE OR UPDATE ON public.identity_proof FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER identity_proof_is_never_emptied BEFORE TRUNCATE ON public.identity_proof FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incoming_money_is_append_only BEFORE DELETE OR UPDATE ON public.incoming_money FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incoming_money_is_never_emptied BEFORE TRUNCATE ON public.incoming_money FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER index_evidence_is_append_only BEFORE DELETE OR UPDATE ON public.index_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER index_month_is_append_only BEFORE DELETE OR UPDATE ON public.index_month FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER index_round_frozen_is_append_only BEFORE DELETE OR UPDATE ON public.index_round_frozen FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_append_only BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_kept_for_notices AFTER INSERT ON public.journal FOR EACH ROW WHEN ((((new.effect ->> 'state'::text) = ANY (ARRAY['submitted'::text, 'accepted'::text, 'awaiting-supplement'::text, 'refused'::text, 'awaiting-payment'::text, 'settled'::text, 'withdrawn'::text, 'discontinued'::text, 'in-handling'::text, 'awaiting-review'::text, 'awaiting-approval'::text])) OR (new.verb = ANY (ARRAY['confirm-payment'::text, 'apologise'::text, 'reappoint'::text, 'remind'::text, 'urge'::text, 'return-work'::text, 'request-extension'::text, 'grant-extension'::text, 'refuse-extension'::text, 'record-sanction'::text, 'assign'::text, 'reassign'::text, 'return-draft'::text])) OR (new.effect ? 'counted'::text))) EXECUTE FUNCTION keep_for_notices();
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_keeps_facts AFTER INSERT ON public.journal FOR EACH ROW WHEN (((new.seq = 1) OR (new.effect ?| ARRAY['acceptedAt'::text, 'dueAt'::text, 'endedAt'::text, 'receivingUnitId'::text, 'counted'::text, 'deliveredAt'::text]) OR (new.verb = ANY (ARRAY['ask-supplement'::text, 'apologise'::text])))) EXECUTE FUNCTION keep_case_fact();
CREATE TRIGGER kept_paper_is_append_only BEFORE DELETE OR UPDATE ON public.kept_paper FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_paper_is_never_emptied BEFORE TRUNCATE ON public.kept_paper FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_paper_end_is_append_only BEFORE DELETE OR UPDATE ON public.kept_paper_end FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER kept_paper_end_is_never_emptied BEFORE TRUNCATE ON public.kept_paper_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_is_never_deleted BEFORE DELETE ON public.notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sent_notice_stays BEFORE UPDATE ON public.notice FOR EACH ROW WHEN ((old.state = 'sent'::text)) EXECUTE FUNCTION refuse_change_of_sent_notice();
CREATE TRIGGER paper_access_is_append_only BEFORE DELETE OR UPDATE ON public.paper_access FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_access_is_never_emptied BEFORE TRUNCATE ON public.paper_access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_consent_is_append_only BEFORE DELETE OR UPDATE ON public.paper_consent FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_consent_is_never_emptied BEFORE TRUNCATE ON public.paper_consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_consent_withdrawal_is_append_only BEFORE DELETE OR UPDATE ON public.paper_consent_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_consent_withdrawal_is_never_emptied BEFORE TRUNCATE ON public.paper_consent_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_hand_in_is_append_only BEFORE DELETE OR UPDATE ON public.paper_hand_in FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_hand_in_is_never_emptied BEFORE TRUNCATE ON public.paper_hand_in FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_is_append_only BEFORE DELETE OR UPDATE ON public.payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_is_never_emptied BEFORE TRUNCATE ON public.payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_is_right BEFORE INSERT ON public.payment FOR EACH ROW EXECUTE FUNCTION check_payment();
CREATE TRIGGER procedure_version_has_fact_key AFTER INSERT ON public.procedure_version REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION fact_keys_of_versions();
CREATE TRIGGER procedure_version_is_immutable BEFORE DELETE OR UPDATE ON public.procedure_version FOR EACH ROW EXECUTE FUNCTION refuse_new_definition();
CREATE TRIGGER queue_event_is_append_only BEFORE DELETE OR UPDATE ON public.queue_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER done_ticket_stays BEFORE UPDATE ON public.queue_ticket FOR EACH ROW WHEN ((old.state = 'done'::text)) EXECUTE FUNCTION refuse_change_of_done_ticket();
CREATE TRIGGER queue_ticket_is_never_deleted BEFORE DELETE ON public.queue_ticket FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rating_is_never_changed BEFORE DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reading_log_is_append_only BEFORE DELETE OR UPDATE ON public.reading_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reading_log_is_never_emptied BEFORE TRUNCATE ON public.reading_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refund_is_append_only BEFORE DELETE OR UPDATE ON public.refund FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refund_is_never_emptied BEFORE TRUNCATE ON public.refund FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refund_is_right BEFORE INSERT ON public.refund FOR EACH ROW EXECUTE FUNCTION check_refund();
CREATE TRIGGER register_entry_only_grows BEFORE DELETE OR UPDATE ON public.register_entry FOR EACH ROW EXECUTE FUNCTION register_entry_only_grows();
CREATE TRIGGER register_print_is_append_only BEFORE DELETE OR UPDATE ON public.register_print FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_print_is_never_emptied BEFORE TRUNCATE ON public.register_print FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_version_follows BEFORE INSERT ON public.register_version FOR EACH ROW EXECUTE FUNCTION register_version_follows();
CREATE TRIGGER register_version_is_append_only BEFORE DELETE OR UPDATE ON public.register_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_version_is_never_emptied BEFORE TRUNCATE ON public.register_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_change_is_append_only BEFORE DELETE OR UPDATE ON public.report_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_file_is_append_only BEFORE DELETE OR UPDATE ON public.report_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_frozen_is_append_only BEFORE DELETE OR UPDATE ON public.report_frozen FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER result_only_gets_signed BEFORE DELETE OR UPDATE ON public.result FOR EACH ROW EXECUTE FUNCTION result_only_gets_signed();
CREATE TRIGGER result_revocation_is_append_only BEFORE DELETE OR UPDATE ON public.result_revocation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER result_revocation_is_never_emptied BEFORE TRUNCATE ON public.result_revocation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_is_append_only BEFORE DELETE OR UPDATE ON public.slip FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_is_never_emptied BEFORE TRUNCATE ON public.slip FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_print_is_append_only BEFORE DELETE OR UPDATE ON public.slip_print FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER slip_print_is_never_emptied BEFORE TRUNCATE ON public.slip_print FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_policy_is_append_only BEFORE DELETE OR UPDATE ON public.task_policy FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_publication_is_append_only BEFORE DELETE OR UPDATE ON public.task_publication FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER task_source_is_append_only BEFORE DELETE OR UPDATE ON public.task_source FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER unit_has_fact_key AFTER INSERT ON public.unit REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION fact_keys_of_units();

comment on table calendar_decision is 'Weekdays off and Saturdays worked, each by its notice; falls_on is the day itself';
comment on table calendar_year is 'Years whose days off are announced; no due day is counted into another year';
comment on table case_fact is 'What figures ask of a case, projected from its journal; checked, and made anew, by motcua verify-figures';
comment on column case_fact.receiver_key is 'The unit it is counted for: the one that received it, or the one its kind names';
comment on table case_file is 'Files that came with moves; the journal names those of each move by id';
comment on table cases is 'Each case with what its journal folds to: rebuildable at any time, checked by motcua verify-journal';
comment on table city_year is 'The generated year in this database, if any: scenario, seed, scale, days; and how its load stands';
comment on table city_year_part is 'Parts of the generated year that are loaded, each in one transaction';
comment on table delegation is 'Power to sign, given in writing by the head of an agency for kinds of documents, up to an amount, from a day to a day';
comment on table feedback is 'What feedback is found by; its content and course are in cases and journal';
comment on table figure_closing is 'Closed periods of figures, each with its versions: append-only';
comment on column notice.for_officer is 'Told to whoever holds a post, with whole words in facts; else to the person a case belongs to';
comment on table notice_due is 'Journal entries to derive notices from; written by the transaction that writes the entry, deleted by the one that writes its notices';
comment on table post is 'A role at a unit, whoever holds it';
comment on table rating is 'Confidential: who answered what is never shown; figures from it appear from three answers up';
comment on table slip_print is 'Each print of a slip by an officer: the second and later ones say so on the paper';
comment on table unit is 'Agencies of the three tiers and their desks and divisions, each in one extent, with the deciding document';
comment on table waiting_state is 'States of a kind in which the person the case belongs to must answer first';
comment on table working_hours is 'Opening hours of an office on a working day, local time (Asia/Ho_Chi_Minh)';
