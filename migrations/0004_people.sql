-- Who acts: accounts, the posts they hold from-to, their sessions; bearer tokens of other systems.

create table account (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'officer', 'system')),
  sign_in_name text not null unique,
  name text not null,
  -- argon2id, with its own salt and parameters; null: no local sign-in.
  password_hash text,
  personal_id text,
  phone text,
  email text,
  created_at timestamptz not null,
  closed_at timestamptz
);

create table post_holding (
  id uuid primary key,
  post_id text not null references post (id),
  account_id uuid not null references account (id),
  held tstzrange not null,
  decision text not null,
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
  sign_in_name text not null,
  address text not null,
  at timestamptz not null,
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

-- Every look at somebody's dossier outside one's own work, with its reason.
create table reading_log (
  id bigint generated always as identity primary key,
  account_id uuid not null references account (id),
  case_id uuid not null,
  reason text not null,
  at timestamptz not null
);
