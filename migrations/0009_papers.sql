-- Papers: each content once, whoever hands it in; what a person handed in or received, kept for them; who may use it and who did.

-- A content that was taken in. Who uses it refers to it, so it cannot go while anybody does.
create table blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  first_kept_at timestamptz not null default now(),
  -- Renewed by every upload of the same content: the age of what nobody used counts from here.
  offered_at timestamptz not null default now(),
  -- not-scanned: no scanner was set up; held: it could not be scanned and cannot be opened.
  scan text not null check (scan in ('not-scanned', 'clean', 'held', 'infected')),
  virus text,
  constraint blob_infected_by_something check ((scan = 'infected') = (virus is not null))
);
create index blob_by_offer on blob (offered_at);

insert into blob (sha256, size_bytes, media_type, first_kept_at, offered_at, scan)
select distinct on (sha256) sha256, size_bytes, media_type, added_at, now(), 'not-scanned'
from dossier_paper where size_bytes > 0 order by sha256, added_at;

-- Accounts are named as the journal names them, by id without a key: what is written stays when an account goes.
-- What a person handed in or received (kho quản lý dữ liệu điện tử, NĐ 45/2020/NĐ-CP).
create table kept_paper (
  id uuid primary key,
  -- By number when an officer saw the card or the account was proven; by account alone when the person only says who they are.
  owner_personal_id text check (owner_personal_id ~ '^[0-9]{12}$'),
  owner_account_id uuid,
  kind text not null check (kind in ('handed-in', 'result')),
  document_code text not null check (document_code <> ''),
  name jsonb not null,
  file_name text not null,
  sha256 text not null references blob (sha256),
  size_bytes bigint not null,
  media_type text not null,
  from_case_id uuid not null references cases (id) deferrable initially deferred,
  kept_on date not null,
  -- The last day it is good for, when it has one.
  valid_until date,
  constraint kept_paper_has_owner check (num_nonnulls(owner_personal_id, owner_account_id) > 0),
  constraint kept_paper_once unique nulls not distinct (owner_personal_id, owner_account_id, kind, document_code, sha256, from_case_id)
);
create index kept_paper_by_person on kept_paper (owner_personal_id, kept_on desc);
create index kept_paper_by_account on kept_paper (owner_account_id, kept_on desc);
create index kept_paper_by_file on kept_paper (sha256);

-- A result that was revoked or replaced is no longer offered.
create table kept_paper_end (
  kept_paper_id uuid primary key references kept_paper (id),
  reason text not null check (reason <> ''),
  ended_at timestamptz not null
);

-- Who let whom use what, for which dossier, until when.
create table paper_consent (
  id uuid primary key,
  kept_paper_id uuid not null references kept_paper (id),
  purpose text not null check (purpose in ('settle-dossier')),
  case_id uuid not null references cases (id) deferrable initially deferred,
  unit_id text not null references unit (id),
  given_by_name text not null,
  given_by_account_id uuid,
  -- At the desk the officer writes down what the person said.
  written_by_account_id uuid,
  given_at timestamptz not null,
  until date,
  constraint consent_of_somebody check (num_nonnulls(given_by_account_id, written_by_account_id) > 0)
);
create index paper_consent_by_paper on paper_consent (kept_paper_id, given_at);
create index paper_consent_by_case on paper_consent (case_id);

create table paper_consent_withdrawal (
  consent_id uuid primary key references paper_consent (id),
  by_account_id uuid not null,
  withdrawn_at timestamptz not null
);

-- Every look into the papers of a person, for the person to read.
create table paper_access (
  id bigint generated always as identity primary key,
  kept_paper_id uuid not null references kept_paper (id),
  act text not null check (act in ('listed', 'opened', 'used')),
  basis text not null check (basis in ('owner', 'case', 'consent', 'law')),
  account_id uuid,
  name text not null,
  unit_id text references unit (id),
  case_id uuid references cases (id) deferrable initially deferred,
  clause text,
  reason text,
  at timestamptz not null,
  -- Without consent only the law opens a person's papers, named, and for a reason.
  constraint law_is_named check (basis <> 'law' or (clause <> '' and reason <> ''))
);
create index paper_access_by_paper on paper_access (kept_paper_id, at);

-- A paper of a dossier refers to its content, and to the kept paper it was taken from or went into.
alter table dossier_paper add constraint dossier_paper_sha256_fkey foreign key (sha256) references blob (sha256);
alter table dossier_paper add column kept_paper_id uuid references kept_paper (id);
-- Taken out of the person's kept papers, not uploaded for this dossier.
alter table dossier_paper add column reused boolean not null default false;
alter table dossier_paper add constraint reused_is_kept check (not reused or kept_paper_id is not null);
create index dossier_paper_by_kept on dossier_paper (kept_paper_id) where kept_paper_id is not null;
create index dossier_paper_by_file on dossier_paper (sha256);

-- What lay on the table of the desk, in which form, how many, and who compared it.
create table paper_hand_in (
  case_id uuid not null references cases (id),
  document_id text not null,
  form text not null check (form in ('original-kept', 'original-to-return', 'original-shown', 'copy', 'certified-copy', 'photocopy')),
  copies integer not null check (copies between 1 and 99),
  -- The officer who held the copy against the original.
  compared_by_account_id uuid,
  compared_by_name text,
  handed_at timestamptz not null,
  primary key (case_id, document_id)
);

-- An officer signs off that an electronic copy is what the paper says (số hóa, NĐ 107/2021/NĐ-CP).
create table digitisation (
  paper_id uuid primary key references dossier_paper (id),
  name text not null check (name <> '' and name is nfc normalized),
  sha256 text not null references blob (sha256),
  by_account_id uuid not null,
  by_name text not null,
  unit_id text not null references unit (id),
  at timestamptz not null
);

-- Whoever was proven to be the person of a number, by whom, with which card in hand (NĐ 45/2020/NĐ-CP art. 7).
create table identity_proof (
  account_id uuid primary key references account (id),
  personal_id text not null check (personal_id ~ '^[0-9]{12}$'),
  proven_by_account_id uuid references account (id),
  seen text not null check (seen <> ''),
  proven_at timestamptz not null
);

do $$
declare one text;
begin
  foreach one in array array['kept_paper', 'kept_paper_end', 'paper_consent', 'paper_consent_withdrawal', 'paper_access',
    'paper_hand_in', 'digitisation', 'identity_proof'] loop
    execute format('create trigger %1$s_is_append_only before update or delete on %1$s for each row execute function refuse_change()', one);
    execute format('create trigger %1$s_is_never_emptied before truncate on %1$s for each statement execute function refuse_change()', one);
  end loop;
end $$;
