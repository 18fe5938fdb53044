-- Feedback (phản ánh, kiến nghị): what was reported stands in the journal; who reported stands here and nowhere else.

-- What the city decided, dated: limits by field and unit, whom a field goes to, the ladder, when a duplicate is one.
create table feedback_policy (
  id bigint generated always as identity primary key,
  valid_from date not null unique,
  policy jsonb not null,
  decision text not null check (decision <> ''),
  recorded_at timestamptz not null default now()
);
create trigger feedback_policy_is_append_only before update or delete on feedback_policy
  for each row execute function refuse_change();

create sequence feedback_number;

create table feedback (
  case_id uuid primary key references cases (id),
  channel text not null check (channel in ('portal', 'desk', 'phone', 'email', 'api')),
  about text not null check (about in ('procedure', 'regulation', 'conduct', 'service', 'place', 'dossier')),
  field text not null,
  commune_id text references unit (id),
  procedure_code text,
  about_case_id uuid references cases (id),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- What a duplicate is recognised by: title, text and place, folded.
  words text not null,
  received_at timestamptz not null,
  merged_into uuid references feedback (case_id),
  constraint feedback_point_whole check ((latitude is null) = (longitude is null)),
  constraint feedback_is_not_its_own_duplicate check (merged_into <> case_id)
);
comment on table feedback is 'What feedback is found by; its content and course are in cases and journal';
create index feedback_by_words on feedback using gin (words gin_trgm_ops);
create index feedback_by_day on feedback (received_at desc, case_id desc);
create index feedback_by_commune on feedback (commune_id, received_at desc);
create index feedback_by_procedure on feedback (procedure_code, received_at desc) where procedure_code is not null;

-- Everyone who reported it. A merged item's people go along with it; where they came from is kept.
create table feedback_reporter (
  id uuid primary key,
  case_id uuid not null references feedback (case_id),
  first_case_id uuid not null references feedback (case_id),
  account_id uuid references account (id),
  anonymous boolean not null,
  name text not null check (name is nfc normalized),
  phone text not null,
  email text not null,
  address text not null check (address is nfc normalized),
  language text not null check (language in ('vi', 'en')),
  channel text not null check (channel in ('portal', 'desk', 'phone', 'email', 'api')),
  joined_at timestamptz not null,
  -- Nobody asks an anonymous person for a name by the back door.
  constraint anonymous_reporter_has_no_name check (not anonymous or (name = '' and phone = '' and address = '' and account_id is null)),
  constraint named_reporter_can_be_reached check (anonymous or (name <> '' and (phone <> '' or email <> '' or address <> '')))
);
create index feedback_reporter_by_case on feedback_reporter (case_id, joined_at);
create index feedback_reporter_by_first_case on feedback_reporter (first_case_id);
create index feedback_reporter_by_account on feedback_reporter (account_id, joined_at desc) where account_id is not null;

create table feedback_file (
  id uuid primary key,
  case_id uuid not null references feedback (case_id),
  given_by text not null check (given_by in ('reporter', 'answer')),
  sha256 text not null references blob (sha256),
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  -- A photograph whose metadata was taken out: only such may be shown to the public.
  is_clean boolean not null,
  added_at timestamptz not null
);
create index feedback_file_by_case on feedback_file (case_id, added_at);
create index feedback_file_by_sha256 on feedback_file (sha256);

-- What a person has typed between the steps; the browser holds the key, the table its hash.
create table feedback_draft (
  secret_hash text primary key,
  given jsonb not null,
  files jsonb not null,
  made_at timestamptz not null,
  -- Sent: the report it became.
  reporter_id uuid references feedback_reporter (id)
);
create index feedback_draft_by_day on feedback_draft (made_at);

-- Many items on one procedure propose its review; the controller says what came of it.
create table procedure_review (
  id bigint generated always as identity primary key,
  procedure_code text not null,
  proposed_at timestamptz not null,
  items integer not null check (items > 0),
  decided_at timestamptz,
  decided_by uuid references account (id),
  decision text check (decision in ('review', 'no-review')),
  note text,
  constraint procedure_review_decided_whole check (num_nonnulls(decided_at, decided_by, decision, note) in (0, 4))
);
create unique index procedure_review_open on procedure_review (procedure_code) where decided_at is null;

-- A notice may go to one who reported, in words written whole when it was made.
alter table notice
  add column feedback_reporter_id uuid references feedback_reporter (id),
  drop constraint notice_of_entry_proof_or_booking,
  add constraint notice_of_one_thing check (
    (case_id is null) = (seq is null)
      and num_nonnulls(case_id, email_proof_id, booking_id, feedback_reporter_id) = 1
      and (num_nonnulls(booking_id, feedback_reporter_id) = 1) = (words is not null)
  );
create index notice_by_feedback_reporter on notice (feedback_reporter_id) where feedback_reporter_id is not null;

-- The public list, paged by key; the ladder's last rung.
create index feedback_public on cases (opened_at desc, id desc) where kind = 'feedback';
