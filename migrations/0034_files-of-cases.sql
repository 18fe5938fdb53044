-- Files that come with a move of a case: the product of a task, the answer of a unit that contributes, what proves an
-- entered figure of a report.

create table case_file (
  id uuid primary key,
  case_id uuid not null references cases (id),
  sha256 text not null references blob (sha256),
  file_name text not null check (file_name is nfc normalized),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  added_at timestamptz not null
);
create index case_file_by_case on case_file (case_id, added_at);
create index case_file_by_sha256 on case_file (sha256);
comment on table case_file is 'Files that came with moves; the journal names those of each move by id';
create trigger case_file_stays before update or delete on case_file for each row execute function refuse_change();
