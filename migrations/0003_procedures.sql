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
  search text not null,
  constraint procedure_version_once unique (code, version),
  constraint one_version_in_force_a_day exclude using gist (code with =, in_force with &&)
);
