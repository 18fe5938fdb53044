-- A case may have been opened by another: the part of another agency, a question, something outside.

alter table cases
  add column parent_id uuid references cases (id),
  -- The first of the family, which is locked when a move touches more than one of them.
  add column root_id uuid references cases (id),
  add constraint branch_has_both check ((parent_id is null) = (root_id is null));

create index cases_by_root on cases (root_id) where root_id is not null;
