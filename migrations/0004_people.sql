-- Who acts: accounts, the posts they hold from-to, their sessions; bearer tokens of other systems.

create table account (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'officer', 'system')),
  -- As compared: see rules/sign-in-name.ts. Never given again to another account.
  sign_in_name text not null unique check (sign_in_name is nfc normalized and sign_in_name = lower(sign_in_name)),
  name text not null check (name is nfc normalized and name <> ''),
  -- argon2id, with its own salt and parameters; null: no local sign-in.
  password_hash text,
  personal_id text check (personal_id ~ '^[0-9]{12}$'),
  phone text check (phone ~ '^0[0-9]{9,10}$'),
  email text,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint system_has_no_password check (kind <> 'system' or password_hash is null)
);

create table post_holding (
  id uuid primary key,
  post_id text not null references post (id),
  account_id uuid not null references account (id),
  held tstzrange not null check (not isempty(held) and not lower_inf(held)),
  -- The paper that appoints, and the paper that ends it.
  decision text not null,
  end_decision text,
  -- One seat, one person at a time.
  constraint one_holder_a_seat exclude using gist (post_id with =, held with &&)
);
create index post_holding_by_account on post_holding (account_id);

create table session (
  -- SHA-256 of the token in the cookie: whoever reads the table cannot sign in with it.
  token_hash text primary key,
  account_id uuid not null references account (id),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_by_account on session (account_id);

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  act text not null check (act in ('sign-in', 'registration')),
  sign_in_name text not null,
  -- Of an IPv6 address the network (/64), which is what one subscriber has.
  address text not null,
  at timestamptz not null,
  -- False while the password is being checked: of many tries at once, each counts.
  succeeded boolean not null
);
create index sign_in_attempt_by_name on sign_in_attempt (sign_in_name, at);
create index sign_in_attempt_by_address on sign_in_attempt (address, at);

create table access_token (
  token_hash text primary key,
  account_id uuid not null references account (id),
  label text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null
);
create index access_token_by_account on access_token (account_id);

-- Every look at somebody's dossier outside one's own work, with its reason.
create table reading_log (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  case_id uuid not null,
  reason text not null check (reason <> ''),
  at timestamptz not null
);
create index reading_log_by_case on reading_log (case_id, at);
create index reading_log_by_account on reading_log (account_id, at);

create trigger reading_log_is_append_only before update or delete on reading_log
  for each row execute function refuse_change();
create trigger reading_log_is_never_emptied before truncate on reading_log
  for each statement execute function refuse_change();
