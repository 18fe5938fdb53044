-- The catalogue of administrative procedures: each version in force from a day to a day, never changed once published.

create table procedure (
  code text primary key check (code ~ '^[0-9]\.[0-9]{6}$')
);

create table procedure_version (
  id bigint generated always as identity primary key,
  code text not null references procedure (code),
  version integer not null check (version >= 1),
  definition jsonb not null,
  in_force daterange not null check (not isempty(in_force) and not lower_inf(in_force)),
  decision text not null,
  -- Name and keywords, folded: for plain words with or without diacritics and with typos.
  search text not null,
  constraint procedure_version_once unique (code, version),
  constraint one_version_in_force_a_day exclude using gist (code with =, in_force with &&)
);

-- A published version may only be ended, by a later one that takes over from a day.
create function refuse_new_definition() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.definition <> old.definition or new.decision <> old.decision or new.search <> old.search or new.code <> old.code or new.version <> old.version
    or lower(new.in_force) <> lower(old.in_force) then
    raise exception 'a published procedure version is never changed: publish a new version';
  end if;
  return new;
end $$;

create trigger procedure_version_is_immutable before update or delete on procedure_version
  for each row execute function refuse_new_definition();
