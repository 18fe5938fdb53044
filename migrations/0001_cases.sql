-- The case: one row a case, folded from its journal; the journal: what people did, never changed, never erased.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Vietnamese without diacritics, for search: unaccent turns đ into d. Immutable, so that it can stand in an index.
create function fold(words text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, nfc)));

create table cases (
  id uuid primary key,
  kind text not null,
  -- How many entries the journal has: a move states the number it saw, and loses when another was faster.
  entries integer not null,
  last_hash bytea not null,
  state text not null,
  open boolean not null,
  -- The fold of the journal as a whole; the columns below repeat what lists and figures ask for.
  folded jsonb not null,
  type_code text not null,
  type_version integer not null,
  code text unique,
  reference text not null unique,
  title text not null,
  receiving_unit_id text not null,
  holder_unit_id text,
  holder_role text,
  holder_account_id uuid,
  -- Where a hand-over waits for its second signature.
  handed_to_unit_id text,
  owner_account_id uuid,
  opened_at timestamptz not null,
  accepted_at timestamptz,
  due_at timestamptz,
  first_due_at timestamptz,
  step_due_at timestamptz,
  ended_at timestamptz,
  timeliness text check (timeliness in ('early', 'on-time', 'late')),
  -- No open case without a due moment.
  constraint open_case_has_due_moment check (not open or due_at is not null),
  constraint open_case_has_holder check (not open or holder_unit_id is not null)
);

comment on table cases is 'Each case with what its journal folds to: rebuildable at any time, checked by motcua verify-journal';

create index cases_by_holder on cases (holder_unit_id, due_at, id) where open;
create index cases_by_taker on cases (handed_to_unit_id, due_at, id) where open and handed_to_unit_id is not null;
create index cases_by_account on cases (holder_account_id, due_at, id) where open;
create index cases_by_receiver on cases (receiving_unit_id, due_at, id);
create index cases_by_owner on cases (owner_account_id, opened_at desc) where owner_account_id is not null;
create index cases_by_due on cases (due_at, id) where open;

-- Words by which a case is found, folded. Apart, because a move changes the case and seldom its words,
-- and an index of trigrams is dear to write.
create table case_search (
  case_id uuid primary key references cases (id),
  search text not null
);
create index case_search_by_words on case_search using gin (search gin_trgm_ops);

create table journal (
  case_id uuid not null references cases (id),
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  verb text not null,
  -- Who did it: account, name, post and unit as they were.
  actor jsonb not null,
  -- What the person gave or said.
  data jsonb not null,
  -- What it changed; the fold of a case is its effects put together in order.
  effect jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (case_id, seq)
);

create index journal_by_moment on journal (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: a correction is a new entry', tg_table_name;
end $$;

create trigger journal_is_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal
  for each statement execute function refuse_change();

-- The answer to a command that carried an idempotency key: the same key gives the same answer.
create table command_answer (
  caller text not null,
  key text not null,
  request_hash bytea not null,
  case_id uuid,
  answer jsonb not null,
  answered_at timestamptz not null,
  primary key (caller, key)
);

-- One statement a command: journal entries, the folded case, the answer kept for a retry. Either all of it or none.
-- Returns false when another move came first (the number of entries is no longer the one seen).
create function append_to_case(
  folded_case jsonb, words text, seen integer, new_entries jsonb, answer jsonb
) returns boolean language plpgsql as $$
declare
  written cases;
begin
  written := jsonb_populate_record(null::cases, folded_case);
  if seen = 0 then
    insert into cases select written.*;
    insert into case_search values (written.id, words);
  else
    update cases set
      entries = written.entries, last_hash = written.last_hash, state = written.state, open = written.open,
      folded = written.folded, type_version = written.type_version, code = written.code, title = written.title,
      holder_unit_id = written.holder_unit_id, holder_role = written.holder_role,
      holder_account_id = written.holder_account_id, handed_to_unit_id = written.handed_to_unit_id, owner_account_id = written.owner_account_id,
      accepted_at = written.accepted_at, due_at = written.due_at, first_due_at = written.first_due_at,
      step_due_at = written.step_due_at, ended_at = written.ended_at, timeliness = written.timeliness
    where id = written.id and entries = seen;
    if not found then
      return false;
    end if;
    update case_search set search = words where case_id = written.id and search <> words;
  end if;
  insert into journal select * from jsonb_populate_recordset(null::journal, new_entries);
  if answer is not null then
    insert into command_answer select * from jsonb_populate_record(null::command_answer, answer);
  end if;
  return true;
end $$;
