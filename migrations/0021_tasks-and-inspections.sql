-- Assigned tasks, inspections, plans, urging.

-- The document a task was born from; several tasks may come from one.
create table task_source (
  id uuid primary key,
  number text not null check (number <> ''),
  issued_on date not null,
  issuer text not null check (issuer <> ''),
  title text not null,
  signatory text not null,
  agency_id text not null references unit (id),
  secret boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null
);

create sequence task_number;
create sequence inspection_number;

create table task (
  case_id uuid primary key references cases (id),
  source_id uuid not null references task_source (id),
  giver text not null check (giver in
    ('government', 'prime-minister', 'party-committee', 'council', 'peoples-committee', 'chair')),
  lead_unit_id text not null references unit (id),
  follower_unit_id text not null references unit (id),
  secret boolean not null,
  given_at timestamptz not null
);
create index task_by_lead on task (lead_unit_id, given_at);
create index task_by_source on task (source_id);
create index task_by_day on task (given_at);

-- Work that comes back every month or quarter: a task is made of it for each period, once.
create table recurring_duty (
  id uuid primary key,
  source_id uuid not null references task_source (id),
  every text not null check (every in ('month', 'quarter')),
  -- Working days after the first day of the period by which it is due.
  due_working_days integer not null check (due_working_days between 1 and 60),
  opening jsonb not null,
  first_on date not null,
  until_on date check (until_on >= first_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create table recurring_task (
  duty_id uuid not null references recurring_duty (id),
  period text not null,
  case_id uuid not null references cases (id),
  primary key (duty_id, period)
);

-- A late case may raise a task for the head of the unit: at most one for a unit and a cause a week.
create table raised_task (
  unit_id text not null references unit (id),
  cause text not null,
  week date not null check (extract(isodow from week) = 1),
  case_id uuid not null references cases (id),
  primary key (unit_id, cause, week)
);

-- Who gives, who follows, when one is reminded, whether lateness raises tasks: decided and dated, not programmed.
create table task_policy (
  id bigint generated always as identity primary key,
  valid_from date not null unique,
  policy jsonb not null,
  decision text not null check (decision <> '')
);
insert into task_policy (valid_from, policy, decision) values ('2020-01-01', '{
  "offices": [
    {"unit": "van-phong-ubnd", "over": "hn"},
    {"unit": "so-noi-vu.administrative-reform", "over": "hn"},
    {"part": "office"}
  ],
  "reminders": [
    {"workingDays": -5, "to": "holder"},
    {"workingDays": -2, "to": "holder"},
    {"workingDays": 0, "to": "head"},
    {"workingDays": 3, "to": "follower"},
    {"workingDays": 7, "to": "giver"}
  ],
  "raising": {"on": false, "causes": ["dossier", "feedback", "report"], "workingDays": 5}
}', 'Mặc định của phần mềm, chờ thành phố quyết định');

-- What was published of a month stays as it was published.
create table task_publication (
  month date primary key check (extract(day from month) = 1),
  cutoff_at timestamptz not null,
  published_at timestamptz not null,
  published_by text not null,
  content jsonb not null
);

-- The address of a person's own calendar: only the hash of its secret is kept.
create table calendar_feed (
  account_id uuid primary key references account (id),
  secret_hash text not null unique,
  made_at timestamptz not null
);

-- One letter that urges several cases, and what each answered.
create table urging (
  id uuid primary key,
  number text not null check (number <> ''),
  agency_id text not null references unit (id),
  note text not null check (note <> ''),
  answer_by date not null,
  issued_at timestamptz not null,
  issued_by uuid not null,
  issued_by_name text not null,
  unique (agency_id, number)
);
create table urged_case (
  urging_id uuid not null references urging (id),
  case_id uuid not null references cases (id),
  unit_id text not null,
  role text,
  account_id uuid,
  seq integer not null,
  answer text check (answer <> ''),
  answered_by text,
  answered_at timestamptz,
  primary key (urging_id, case_id),
  constraint answer_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
  foreign key (case_id, seq) references journal (case_id, seq)
);
create index urged_case_by_unit on urged_case (unit_id, urging_id);
create index urged_case_unanswered on urged_case (unit_id) where answered_at is null;
create index urged_case_by_case on urged_case (case_id);

create trigger task_source_is_append_only before update or delete on task_source
  for each row execute function refuse_change();
create trigger task_publication_is_append_only before update or delete on task_publication
  for each row execute function refuse_change();
create trigger task_policy_is_append_only before update or delete on task_policy
  for each row execute function refuse_change();

-- What an agency gave, ordered by the clock; what is late anywhere.
create index cases_of_givers on cases (receiving_unit_id, due_at, id) where kind in ('task', 'inspection');
create index cases_late on cases (due_at, id) include (kind, late_at, holder_unit_id) where open;

create index inspections_by_year on cases (((folded->'facts'->>'year')::int), due_at) where kind = 'inspection';
