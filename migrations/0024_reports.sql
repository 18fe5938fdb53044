-- Reports: periods, what units write for them, the text with its changes, opinions, what was signed and restated.

create sequence report_number;

-- A period of a regime that was opened. The text people work on stands here whole; every change of it stands in report_change.
create table report (
  case_id uuid primary key references cases (id),
  regime text not null,
  period_from date not null,
  period_to date not null,
  as_of timestamptz not null,
  -- Spans that close on a day of their own, by name.
  cut_offs jsonb not null,
  outline jsonb not null,
  revision integer not null default 0 check (revision >= 0),
  opened_at timestamptz not null,
  constraint report_period_runs_forward check (period_from <= period_to)
);
create index report_by_day on report (opened_at desc);

-- Who changed what in the text: nothing of it is lost.
create table report_change (
  case_id uuid not null references report (case_id),
  revision integer not null check (revision > 0),
  deed text not null check (deed in ('take-in', 'merge', 'write', 'edit', 'delete', 'accept-proposal', 'delete-proposal', 'drop-open')),
  section_id text not null,
  block_id text not null,
  before text,
  after text,
  -- The part of a unit that was taken in.
  request_id uuid references cases (id),
  changed_by uuid not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (case_id, revision),
  constraint report_change_changes check (before is distinct from after)
);
create trigger report_change_is_append_only before update or delete on report_change
  for each row execute function refuse_change();

-- What a unit is writing for a section, before it sends its part; what was sent stands in the journal.
create table report_narrative (
  request_id uuid not null references cases (id),
  section_id text not null,
  words text not null check (words is nfc normalized),
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (request_id, section_id)
);

-- Numbers of papers, by year and kind of paper, without gap.
create table report_series (
  year integer not null,
  notation text not null,
  last integer not null check (last > 0),
  primary key (year, notation)
);

-- What was signed, to the letter; later versions are restatements beside it.
create table report_frozen (
  case_id uuid not null references report (case_id),
  version integer not null check (version > 0),
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  reason text check (reason <> ''),
  frozen_by uuid not null,
  frozen_by_name text not null,
  frozen_at timestamptz not null,
  primary key (case_id, version),
  constraint report_restated_for_a_reason check ((version = 1) = (reason is null))
);
create trigger report_frozen_is_append_only before update or delete on report_frozen
  for each row execute function refuse_change();

-- The signed paper of what was frozen; it is made after the decision, because a signing service may be slow or down.
create table report_file (
  case_id uuid primary key,
  version integer not null default 1 check (version = 1),
  sha256 text not null references blob (sha256),
  made_at timestamptz not null,
  foreign key (case_id, version) references report_frozen (case_id, version)
);
create index report_file_by_sha256 on report_file (sha256);
create trigger report_file_is_append_only before update or delete on report_file
  for each row execute function refuse_change();

create index report_parts on cases (root_id, kind) where kind in ('report-request', 'report-opinion');
