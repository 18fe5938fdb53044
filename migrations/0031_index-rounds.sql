-- Rounds of an index: the frame as it was when the round began, what was published of it to the letter, files that prove
-- self-scores, and the scores of computed indices month by month.

create sequence index_round_number;

create table index_round (
  case_id uuid primary key references cases (id),
  frame_id text not null,
  -- The frame is data that is edited: a round keeps the one it was opened with.
  frame jsonb not null,
  period_from date not null,
  period_to date not null,
  as_of timestamptz not null,
  opened_at timestamptz not null,
  constraint index_round_runs_forward check (period_from <= period_to)
);
create index index_round_by_day on index_round (opened_at desc);

create table index_round_frozen (
  case_id uuid primary key references index_round (case_id),
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  closed_by uuid,
  closed_by_name text not null,
  closed_at timestamptz not null
);
create trigger index_round_frozen_is_append_only before update or delete on index_round_frozen
  for each row execute function refuse_change();

-- A file that proves a self-score. What was given for a criterion stays, also when the score was given anew.
create table index_evidence (
  id uuid primary key,
  sheet_id uuid not null references cases (id),
  criterion_id text not null,
  sha256 text not null references blob (sha256),
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  added_at timestamptz not null
);
create index index_evidence_by_sheet on index_evidence (sheet_id);
create index index_evidence_by_sha256 on index_evidence (sha256);
create trigger index_evidence_is_append_only before update or delete on index_evidence
  for each row execute function refuse_change();

-- The scores of a computed index in a month that is over, as they were known when it ended: the trend is read, not counted.
create table index_month (
  frame_id text not null,
  month date not null,
  unit_id text not null,
  group_id text not null,
  -- In steps of the last place; null where nothing is known.
  total integer,
  decimals smallint not null,
  known smallint not null check (known between 0 and 100),
  rank integer check (rank > 0),
  as_of timestamptz not null,
  taken_at timestamptz not null,
  primary key (frame_id, month, unit_id),
  constraint index_month_begins_on_its_first check (extract(day from month) = 1),
  constraint index_month_ranks_what_is_known check (rank is null or total is not null)
);
create index index_month_by_unit on index_month (unit_id, frame_id, month);
create trigger index_month_is_append_only before update or delete on index_month
  for each row execute function refuse_change();

create index index_sheets on cases (root_id, kind) where kind = 'index-sheet';
