-- What one agency received is searched in its own part of an index, without reading what all the others did: of millions that
-- bear a usual name, its own. So that a row of the index holds them, words beyond 600 letters are left out.
alter table case_search add column receiving_unit_id text;
update case_search s set receiving_unit_id = c.receiving_unit_id, search = left(search, 600) from cases c where c.id = s.case_id;
alter table case_search
  alter column receiving_unit_id set not null,
  add constraint words_fit_the_index check (length(search) <= 600);
create index case_search_by_agency on case_search (receiving_unit_id, case_id) include (search);

-- One statement a command: journal entries, the folded case, the answer kept for a retry. Either all of it or none.
-- Returns false when another move came first (the number of entries is no longer the one seen).
create or replace function append_to_case(
  folded_case jsonb, words text, seen integer, new_entries jsonb, answer jsonb
) returns boolean language plpgsql as $$
declare
  written cases;
begin
  written := jsonb_populate_record(null::cases, folded_case);
  if seen = 0 then
    insert into cases select written.*;
    insert into case_search (case_id, receiving_unit_id, search) values (written.id, written.receiving_unit_id, left(words, 600));
  else
    update cases set
      entries = written.entries, last_hash = written.last_hash, state = written.state, open = written.open,
      folded = written.folded, type_version = written.type_version, code = written.code, title = written.title,
      holder_unit_id = written.holder_unit_id, holder_role = written.holder_role,
      holder_account_id = written.holder_account_id, handed_to_unit_id = written.handed_to_unit_id, owner_account_id = written.owner_account_id,
      accepted_at = written.accepted_at, due_at = written.due_at, late_at = written.late_at, first_due_at = written.first_due_at,
      step_due_at = written.step_due_at, ended_at = written.ended_at, timeliness = written.timeliness
    where id = written.id and entries = seen;
    if not found then
      return false;
    end if;
    update case_search set search = left(words, 600) where case_id = written.id and search <> left(words, 600);
  end if;
  insert into journal select * from jsonb_populate_recordset(null::journal, new_entries);
  if answer is not null then
    insert into command_answer select * from jsonb_populate_record(null::command_answer, answer);
  end if;
  return true;
end $$;
