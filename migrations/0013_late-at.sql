-- From when an open case is late: the minute after its due moment for limits in hours, the midnight after for days.
-- A list must not call late what, settled now, would be on time.

alter table cases add column late_at timestamptz;

update cases set late_at = case
  when folded->'clock'->>'limit' like '% working-hour' then date_trunc('minute', due_at) + interval '1 minute'
  else ((due_at at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
end
where due_at is not null;

alter table cases add constraint late_with_due check ((late_at is null) = (due_at is null));

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
    insert into case_search values (written.id, words);
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
    update case_search set search = words where case_id = written.id and search <> words;
  end if;
  insert into journal select * from jsonb_populate_recordset(null::journal, new_entries);
  if answer is not null then
    insert into command_answer select * from jsonb_populate_record(null::command_answer, answer);
  end if;
  return true;
end $$;
