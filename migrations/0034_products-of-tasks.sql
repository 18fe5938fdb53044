-- The product of a task as files: handed in by whoever did it, or with the answer of a unit that contributes.

create table task_file (
  id uuid primary key,
  case_id uuid not null references cases (id),
  sha256 text not null references blob (sha256),
  file_name text not null check (file_name is nfc normalized),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  added_at timestamptz not null
);
create index task_file_by_case on task_file (case_id, added_at);
create index task_file_by_sha256 on task_file (sha256);
comment on table task_file is 'Files of products and answers; the journal names those of each hand-in by id';
create trigger task_file_stays before update or delete on task_file for each row execute function refuse_change();
