-- A generated year of the city: what was asked for, and which parts of it are loaded. A part is loaded in one transaction
-- with its row here, so that a load that was killed goes on where it stood.

create table city_year (
  only_one boolean primary key default true check (only_one),
  asked jsonb not null,
  begun_at timestamptz not null default now(),
  -- what stood in the way of a quick load and is put back at the end: statements, in order
  put_back text[] not null,
  finished_at timestamptz
);

create table city_year_part (
  part text primary key check (part <> ''),
  dossiers integer not null check (dossiers >= 0),
  loaded_at timestamptz not null default now()
);

comment on table city_year is 'The generated year in this database, if any: scenario, seed, scale, days; and how its load stands';
comment on table city_year_part is 'Parts of the generated year that are loaded, each in one transaction';
