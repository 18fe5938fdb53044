-- Registers: facts that people record. What a register asks for stands in its definition (reference/registers); here stand the
-- entries, each with every version it ever had. Nothing is overwritten and nothing is erased.

create table register_entry (
  id uuid primary key,
  register_id text not null check (register_id ~ '^[a-z0-9-]{1,60}$'),
  -- The agency the entry is about, and the ids on its path when it was entered: a figure of a year is that of the units of then.
  unit_id text not null references unit (id),
  unit_path text not null,
  -- The latest version, and the latest that counts; equal unless a correction waits for approval.
  latest_version integer not null check (latest_version >= 1),
  counting_version integer check (counting_version between 1 and latest_version),
  standing text not null check (standing in ('proposed', 'in-force', 'withdrawn')),
  -- Of the latest version, for lists.
  entered jsonb not null,
  search text not null,
  -- The values of the definition's key: the same thing is not entered twice. A withdrawn entry leaves its key to another.
  duplicate_key text,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  -- The form that made it: sending it again makes no second entry.
  made_by text unique,
  constraint register_entry_counts_when_in_force check (standing <> 'in-force' or counting_version = latest_version),
  constraint register_entry_withdrawn_counts_not check (standing <> 'withdrawn' or (counting_version is null and duplicate_key is null)),
  constraint register_entry_once unique (register_id, duplicate_key)
);
create index register_entry_by_register on register_entry (register_id, id desc);
create index register_entry_by_unit on register_entry (register_id, unit_id, id desc);
create index register_entry_by_words on register_entry using gin (search gin_trgm_ops);

create table register_version (
  entry_id uuid not null references register_entry (id),
  version integer not null check (version >= 1),
  register_id text not null,
  act text not null check (act in ('record', 'correct', 'approve', 'withdraw')),
  standing text not null check (standing in ('proposed', 'in-force', 'withdrawn')),
  entered jsonb not null check (jsonb_typeof(entered) = 'object'),
  -- Files of evidence: [{sha256, fileName, sizeBytes, mediaType}]; the store of files knows who uses a content by register_evidence.
  evidence jsonb not null check (jsonb_typeof(evidence) = 'array'),
  reason text not null default '',
  recorded_at timestamptz not null,
  account_id uuid not null,
  account_name text not null check (account_name <> ''),
  post_id text,
  primary key (entry_id, version),
  constraint register_version_begins_with_record check ((version = 1) = (act = 'record')),
  constraint register_version_says_why check (act not in ('correct', 'withdraw') or reason <> ''),
  constraint register_version_standing_follows check (
    (act = 'withdraw') = (standing = 'withdrawn') and (act <> 'approve' or standing = 'in-force')
  )
);
-- What counted at a moment: the last version up to then that was not only proposed.
create index register_version_as_of on register_version (register_id, entry_id, version desc) where standing <> 'proposed';

create trigger register_version_is_append_only before update or delete on register_version
  for each row execute function refuse_change();
create trigger register_version_is_never_emptied before truncate on register_version
  for each statement execute function refuse_change();

-- A version comes after the one before it, in number and in time.
create function register_version_follows() returns trigger language plpgsql as $$
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
end $$;
create trigger register_version_follows before insert on register_version
  for each row execute function register_version_follows();

create function register_entry_only_grows() returns trigger language plpgsql as $$
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
end $$;
create trigger register_entry_only_grows before update or delete on register_entry
  for each row execute function register_entry_only_grows();

create table register_evidence (
  sha256 text not null references blob (sha256),
  entry_id uuid not null references register_entry (id),
  primary key (sha256, entry_id)
);

-- A file that was looked at: what of it could be entered, what not and why. Nothing is entered before the officer says so.
create table register_import (
  id uuid primary key,
  register_id text not null,
  account_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  looked_at timestamptz not null,
  -- [{row, unitId, entered}] and [{row, field, code, facts}]
  good jsonb not null,
  bad jsonb not null,
  entered_at timestamptz,
  entered_count integer,
  constraint register_import_entered check ((entered_at is null) = (entered_count is null))
);
create index register_import_by_account on register_import (account_id, looked_at desc);
