-- Slips of TT 01/2018/TT-VPCP (forms 01–05): the number each has in the agency's book of the year, and every print of it.

-- How far a book is. The row is locked until the transaction of the move ends: no gap, no double.
create table slip_count (
  agency_id text not null,
  form text not null check (form in ('01', '02', '03', '04')),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (agency_id, form, year)
);

create table slip (
  agency_id text not null,
  form text not null check (form in ('01', '02', '03', '04')),
  year integer not null,
  number integer not null check (number >= 1),
  -- A dossier that is opened and accepted in one act takes its number before its own row is written.
  case_id uuid not null references cases (id) deferrable initially deferred,
  taken_at timestamptz not null,
  primary key (agency_id, form, year, number)
);
create index slip_by_case on slip (case_id, form);

create trigger slip_is_append_only before update or delete on slip
  for each row execute function refuse_change();
create trigger slip_is_never_emptied before truncate on slip
  for each statement execute function refuse_change();

create table slip_print (
  id uuid primary key,
  case_id uuid not null references cases (id),
  form text not null check (form in ('01', '02', '03', '04', '05')),
  -- The entry of the journal that issued the slip: a dossier may have two requests to supplement.
  seq integer not null check (seq >= 1),
  nth integer not null check (nth >= 1),
  -- How many entries the journal had: what was printed is shown again only while nothing was added.
  entries integer not null,
  printed_by_account uuid,
  printed_by text not null,
  printed_at timestamptz not null,
  unique (case_id, form, seq, nth)
);
comment on table slip_print is 'Each print of a slip by an officer: the second and later ones say so on the paper';

create trigger slip_print_is_append_only before update or delete on slip_print
  for each row execute function refuse_change();
create trigger slip_print_is_never_emptied before truncate on slip_print
  for each statement execute function refuse_change();

-- The register (form 06) of an agency is read in the order of its numbers.
create index cases_by_acceptance on cases (receiving_unit_id, accepted_at, id) where accepted_at is not null;
