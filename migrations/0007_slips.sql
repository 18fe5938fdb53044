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

-- Each print of a volume of the register (form 06): which agency, period and choice, who, when.
create table register_print (
  id uuid primary key,
  agency_id text not null,
  from_on date not null,
  to_on date not null,
  -- What was chosen besides the period, in one text, and the volume of at most 500 dossiers.
  choice text not null,
  volume integer not null check (volume >= 1),
  nth integer not null check (nth >= 1),
  printed_by_account uuid,
  printed_by text not null,
  printed_at timestamptz not null,
  unique (agency_id, from_on, to_on, choice, volume, nth)
);

create trigger register_print_is_append_only before update or delete on register_print
  for each row execute function refuse_change();
create trigger register_print_is_never_emptied before truncate on register_print
  for each statement execute function refuse_change();

-- Dossiers that were accepted before slips were numbered stand in the register in the order of their acceptance.
insert into slip (agency_id, form, year, number, case_id, taken_at)
select receiving_unit_id, '01', accepted_year, row_number() over (partition by receiving_unit_id, accepted_year order by accepted_at, code),
  id, accepted_at
from (
  select *, extract(year from accepted_at at time zone 'Asia/Ho_Chi_Minh')::int as accepted_year
  from cases where kind = 'dossier' and accepted_at is not null) as accepted;
insert into slip_count (agency_id, form, year, last)
select agency_id, form, year, max(number) from slip group by agency_id, form, year;
