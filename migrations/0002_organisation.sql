-- Who there is: units with their desks and divisions, posts, working hours, days off. All of it holds from a day to a day.

create table unit (
  id text primary key check (id ~ '^[a-z0-9.-]+$'),
  -- Ids from the City down: a subtree is one prefix.
  path text not null unique,
  parent_id text references unit (id),
  -- General Statistics Office. Codes and names are given again to other land, ids never are.
  code text,
  name_vi text not null check (name_vi is nfc normalized and name_vi <> ''),
  name_en text not null check (name_en is nfc normalized and name_en <> ''),
  kind text not null check (kind in (
    'city', 'department', 'urban-district', 'rural-district', 'district-town',
    'ward', 'rural-commune', 'township', 'desk', 'division'
  )),
  tier text not null check (tier in ('city', 'district', 'commune')),
  function text,
  agency_code text check (agency_code ~ '^[A-Z0-9.]{1,35}$'),
  agency_code_old text check (agency_code_old ~ '^[A-Z0-9.]{1,35}$'),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  source text not null,
  search text not null generated always as (fold(name_vi || ' ' || name_en)) stored,
  constraint unit_path_ends_with_id check (path = id or (parent_id is not null and right(path, length(id) + 1) = '/' || id)),
  constraint unit_part_has_function check ((kind in ('desk', 'division')) = (function is not null)),
  constraint unit_agency_has_codes check (
    (kind not in ('desk', 'division')) = (agency_code is not null and agency_code_old is not null)
  ),
  constraint unit_code_once_a_day exclude using gist (code with =, valid with &&) where (code is not null),
  constraint unit_agency_code_once_a_day exclude using gist (agency_code with =, valid with &&)
    where (agency_code is not null),
  constraint unit_agency_code_old_once_a_day exclude using gist (agency_code_old with =, valid with &&)
    where (agency_code_old is not null)
);

comment on table unit is 'Agencies of the three tiers and their desks and divisions, each in one extent, with the deciding document';

create index unit_by_parent on unit (parent_id);
create index unit_by_path on unit (path text_pattern_ops);

create table post (
  id text primary key,
  -- One position may empower to several roles: one post each.
  position_id text not null,
  unit_id text not null references unit (id),
  role text not null check (role in (
    'intake-officer', 'desk-head', 'case-handler', 'unit-head', 'agency-head', 'signatory',
    'records-clerk', 'procedure-controller', 'administrator'
  )),
  title_vi text not null check (title_vi is nfc normalized),
  title_en text not null check (title_en is nfc normalized),
  seat integer not null check (seat >= 1),
  valid_from date not null,
  -- Last day, included.
  valid_to date check (valid_to >= valid_from),
  constraint post_role_once_a_position unique (position_id, role)
);

comment on table post is 'A role at a unit, whoever holds it';

create index post_by_unit on post (unit_id, role);

create table working_hours (
  id bigint generated always as identity primary key,
  -- Null: every unit that has no hours of its own.
  unit_id text references unit (id),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- [{"from": "08:00", "to": "12:00"}, …], local time, in order.
  stretches jsonb not null check (jsonb_typeof(stretches) = 'array' and jsonb_array_length(stretches) > 0),
  source text not null,
  constraint working_hours_once_a_day exclude using gist ((coalesce(unit_id, '')) with =, valid with &&)
);

comment on table working_hours is 'Opening hours of an office on a working day, local time (Asia/Ho_Chi_Minh)';

create table calendar_year (
  year integer primary key check (year between 2000 and 2200),
  source text not null
);

comment on table calendar_year is 'Years whose days off are announced; no due day is counted into another year';

create table calendar_decision (
  falls_on date primary key,
  kind text not null check (kind in ('off', 'work')),
  name_vi text not null check (name_vi is nfc normalized),
  name_en text not null check (name_en is nfc normalized),
  source text not null
);

comment on table calendar_decision is 'Weekdays off and Saturdays worked, each by its notice; falls_on is the day itself';

-- From which day agency codes are printed left to right; one row, editable.
create table agency_code_order (
  only_one boolean primary key default true check (only_one),
  left_to_right_since date not null,
  source text not null
);
