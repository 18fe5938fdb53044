-- Who may sign in whose name, and every result that was signed. Nothing of it is deleted; what ends, ends with a reason.

-- Bodies that work under one head (chế độ thủ trưởng) although their kind is a committee: their chair signs as chair, not TM.
create table one_head_body (
  id bigint generated always as identity primary key,
  -- One of the two: every unit of a kind, or one unit.
  unit_kind text,
  unit_id text references unit (id),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  source text not null,
  constraint one_head_body_is_kind_or_unit check ((unit_kind is null) <> (unit_id is null)),
  constraint one_head_body_once_a_day exclude using gist ((coalesce(unit_kind, unit_id)) with =, valid with &&)
);

insert into one_head_body (unit_kind, valid, source)
values ('ward', daterange('2021-07-01', null), 'Nghị quyết 97/2019/QH14; Nghị định 32/2021/NĐ-CP');

create table delegation (
  id uuid primary key,
  -- In whose name: the agency whose head gives the power.
  unit_id text not null references unit (id),
  giver_position_id text not null,
  receiver_position_id text not null,
  -- Null: whoever holds the receiving position.
  receiver_account_id uuid references account (id),
  form text not null check (form in ('TUQ', 'TL', 'Q')),
  -- Codes of procedures or of fields; limited in content (NĐ 30/2020/NĐ-CP art. 13.4).
  kinds text[] not null check (cardinality(kinds) > 0),
  up_to_amount bigint check (up_to_amount >= 0),
  -- How the delegate's line reads when it is not the title of the post.
  signs_as text check (signs_as is nfc normalized and signs_as <> ''),
  -- Limited in time: both days included.
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  decision_number text not null check (decision_number <> ''),
  decision_file text check (decision_file ~ '^[0-9a-f]{64}$'),
  granted_at timestamptz not null,
  granted_by uuid not null references account (id),
  granted_by_name text not null,
  revoked_from timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references account (id),
  revoked_by_name text,
  revoked_reason text,
  constraint delegation_is_to_another check (giver_position_id <> receiver_position_id),
  constraint delegation_revoked_whole check (
    num_nonnulls(revoked_from, revoked_at, revoked_by, revoked_by_name, revoked_reason) in (0, 5)
  ),
  constraint delegation_revoked_for_a_reason check (revoked_reason <> ''),
  -- A revocation never reaches back: what was signed before it stays signed.
  constraint delegation_revoked_forward check (revoked_from >= revoked_at)
);
create index delegation_by_unit on delegation (unit_id, valid_to);
create index delegation_by_receiver on delegation (receiver_position_id);

comment on table delegation is 'Power to sign, given in writing by the head of an agency for kinds of documents, up to an amount, from a day to a day';

create function delegation_only_ends() returns trigger language plpgsql as $$
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
end $$;

create trigger delegation_only_ends before update or delete on delegation
  for each row execute function delegation_only_ends();

-- The number of a result: one series an agency and year, from 1, without gap or double (NĐ 30/2020/NĐ-CP art. 15).
create table result_count (
  unit_id text not null references unit (id),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (unit_id, year)
);

-- A signed result in one version. It is written with the decision, signed right after: whoever dies between leaves a row to sign.
create table result (
  id uuid primary key,
  -- Printed with its QR; the same for all versions; nobody can guess it.
  code text not null check (code ~ '^[2-9A-HJ-KMNP-TW-Z]{12}$'),
  version integer not null check (version >= 1),
  -- Null for a paper that belongs to no case.
  case_id uuid references cases (id),
  unit_id text not null references unit (id),
  number integer not null check (number >= 1),
  year integer not null,
  -- What stands on the paper, as text.
  content jsonb not null,
  signer_account_id uuid not null,
  signer_name text not null,
  signer_position_id text not null,
  signing_form text not null check (signing_form in ('direct', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
  signature_block text[] not null check (cardinality(signature_block) > 0),
  delegation_id uuid references delegation (id),
  decided_at timestamptz not null,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  change_reason text,
  signed_at timestamptz,
  file text check (file ~ '^[0-9a-f]{64}$'),
  attempts integer not null default 0,
  last_fault text,
  constraint result_version_once unique (code, version),
  constraint result_number_once unique (unit_id, year, number),
  constraint result_delegated_by_a_delegation check ((signing_form in ('TUQ', 'TL', 'Q')) = (delegation_id is not null)),
  constraint result_change_has_reason check ((version > 1) = (change_reason is not null)),
  constraint result_signed_whole check ((signed_at is null) = (file is null))
);
create index result_by_case on result (case_id);
create index result_to_sign on result (decided_at) where file is null;
create index result_by_file on result (file);

create function result_only_gets_signed() returns trigger language plpgsql as $$
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
end $$;

create trigger result_only_gets_signed before update or delete on result
  for each row execute function result_only_gets_signed();

-- A result taken back, all its versions with it.
create table result_revocation (
  code text primary key,
  revoked_at timestamptz not null,
  reason text not null check (reason <> ''),
  decision_number text not null check (decision_number <> ''),
  revoked_by uuid not null,
  revoked_by_name text not null,
  revoked_by_title text not null
);

create trigger result_revocation_is_append_only before update or delete on result_revocation
  for each row execute function refuse_change();
create trigger result_revocation_is_never_emptied before truncate on result_revocation
  for each statement execute function refuse_change();
