-- What belongs to dossiers alone: the daily count of codes, answers, papers, drafts of online filing.

-- One row: the key from which the tracking secret of each dossier is derived, so that a retried command and a
-- reprinted receipt show the same secret and no table holds it.
create table installation (
  only_one boolean primary key default true check (only_one),
  secret_key text not null
);
insert into installation (secret_key)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- The agency's four-digit count of dossiers accepted on a day (TT 01/2018/TT-VPCP art. 19).
create table dossier_count (
  agency_id text not null,
  on_day date not null,
  last integer not null check (last between 1 and 9999),
  primary key (agency_id, on_day)
);

create table dossier (
  case_id uuid primary key references cases (id),
  procedure_version_id bigint not null references procedure_version (id),
  channel text not null check (channel in ('online', 'desk', 'post')),
  submitter jsonb not null,
  owner_name text not null,
  -- Each question as the citizen read it, with the answer given and as it was shown.
  answers jsonb not null
);

create table dossier_paper (
  id uuid primary key,
  case_id uuid not null references dossier (case_id),
  document_id text not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  media_type text not null,
  original_seen boolean not null default false,
  added_at timestamptz not null
);
create index dossier_paper_by_case on dossier_paper (case_id, added_at);

-- A dossier being written by a citizen, kept until it is submitted: save and resume.
create table filing_draft (
  id uuid primary key,
  -- SHA-256 of the token in the citizen's cookie or link.
  token_hash text not null,
  account_id uuid references account (id),
  procedure_version_id bigint not null references procedure_version (id),
  receiver_id text,
  submitter jsonb not null default '{}',
  answers jsonb not null default '{}',
  papers jsonb not null default '[]',
  changed_at timestamptz not null,
  submitted_case_id uuid
);
create index filing_draft_by_account on filing_draft (account_id, changed_at desc);
