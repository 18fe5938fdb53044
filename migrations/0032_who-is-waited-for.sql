-- Who waits for the person a case belongs to is not late: the day that stands there is theirs. A case has a moment from which it
-- is late only while whoever works on it can be late.

-- States in which the clock stands because a person must answer first, as the kinds say (`waits`): a test compares them.
create table waiting_state (
  kind text not null,
  state text not null,
  constraint waiting_state_pkey primary key (kind, state)
);
insert into waiting_state values ('dossier', 'awaiting-supplement'), ('dossier', 'awaiting-payment');
comment on table waiting_state is 'States of a kind in which the person the case belongs to must answer first';

alter table cases drop constraint late_with_due;
alter table cases add constraint late_with_due check (late_at is null or due_at is not null);
update cases c set late_at = null
from waiting_state w where (w.kind, w.state) = (c.kind, c.state) and c.late_at is not null;

-- Whether the person is waited for after an entry that tells a day. One that tells no state leaves it as it was.
create function waits_after(fact case_fact, effect jsonb) returns boolean language sql stable parallel safe
  return case when effect ? 'state'
    then exists (select from waiting_state w join fact_word k on k.word = w.kind
      where k.key = fact.kind and w.state = effect ->> 'state')
    else coalesce(fact.late_at = 'infinity', false) end;

-- How a case is counted: what its opening says, and of tasks and inspections that were opened before they said it what their
-- other facts say (src/modules/figures/rules/counted-of.ts). Without the City's own id among the agencies it is an agency's.
create function counted_of(kind text, opening jsonb) returns jsonb language sql stable parallel safe
  return case
    when opening ? 'counted' then opening -> 'counted'
    when kind = 'task' then jsonb_build_object('unitId', opening -> 'facts' ->> 'leadUnitId', 'as', case
      when opening ? 'parent' then 'part'
      when opening -> 'facts' -> 'secret' = 'true' then 'secret'
      when jsonb_path_exists(opening, '$.facts.causes[*] ? (@.kind == "inspection")') then 'remedy'
      when opening ->> 'typeCode' in ('government', 'prime-minister') then 'government'
      when opening ->> 'typeCode' = 'council' then 'council'
      when opening ->> 'typeCode' = 'party-committee' then 'party'
      when exists (select from unit where id = opening ->> 'receivingUnitId' and parent_id is null) then 'city'
      else 'agency' end)
    when kind = 'inspection' then jsonb_build_object('unitId', opening -> 'facts' ->> 'unitId',
      'as', case when opening -> 'facts' -> 'self' = 'true' then 'of-self' else 'of-others' end)
  end;

-- As in 0026, with who is waited for, and with what kinds say of cases that were opened before they said it.
create or replace function fact_after(fact case_fact, entry journal) returns case_fact language plpgsql as $$
declare
  effect constant jsonb := entry.effect;
  late timestamptz;
  kind_said text;
  counted jsonb;
begin
  if entry.seq = 1 then
    fact.case_id := entry.case_id;
    fact.opened_at := entry.at;
    select kind into strict kind_said from cases where id = entry.case_id;
    counted := counted_of(kind_said, effect);
    fact.receiver_key := fact_unit_key(coalesce(counted ->> 'unitId', effect ->> 'receivingUnitId'));
    fact.answers_key := fact_unit_key(deciding_unit(effect));
    fact.type_key := fact_type_key(effect ->> 'typeCode', (effect ->> 'typeVersion')::integer);
    fact.kind := fact_word_key(kind_said);
    fact.channel := fact_word_key(effect -> 'facts' ->> 'channel');
    fact.supplements := 0;
    fact.is_part := effect ? 'parent';
    fact.counted_as := fact_word_key(kind_said || '.' || (counted ->> 'as'));
  elsif fact.ended_at is not null and effect ? 'endedAt' or effect ? 'counted'
    or fact.counted_as is null and effect ? 'receivingUnitId' then
    fact.earlier := coalesce(fact.earlier, '[]') || jsonb_strip_nulls(jsonb_build_object(
      'until', entry.at, 'receiver', fact.receiver_key, 'answers', fact.answers_key, 'endedAt', fact.ended_at,
      'endedKnownAt', fact.ended_known_at, 'outcome', fact.outcome, 'timeliness', fact.timeliness));
    fact.changed_at := entry.at;
    if effect ? 'counted' then
      fact.receiver_key := fact_unit_key(effect -> 'counted' ->> 'unitId');
    elsif fact.counted_as is null and effect ? 'receivingUnitId' then
      fact.receiver_key := fact_unit_key(effect ->> 'receivingUnitId');
      fact.answers_key := fact_unit_key(deciding_unit(effect));
    end if;
  end if;

  if effect ->> 'dueAt' is not null then
    late := case when waits_after(fact, effect) then 'infinity'
      else late_from((effect ->> 'dueAt')::timestamptz, effect -> 'clock' ->> 'limit') end;
  end if;
  if effect ->> 'acceptedAt' is not null and fact.accepted_at is null then
    fact.accepted_at := (effect ->> 'acceptedAt')::timestamptz;
    if entry.at > fact.accepted_at then
      fact.accepted_known_at := entry.at;
    end if;
    fact.late_at := late;
    fact.first_late_at := late;
  elsif effect ->> 'dueAt' is not null and fact.accepted_at is not null then
    if late <> fact.late_at then
      fact.late_before := coalesce(fact.late_before, '{}') || array[fact.late_at, entry.at];
      fact.late_at := late;
      fact.late_since := entry.at;
    end if;
  end if;

  if effect ? 'endedAt' then
    fact.ended_at := (effect ->> 'endedAt')::timestamptz;
    fact.ended_known_at := case when entry.at > fact.ended_at then entry.at end;
    fact.outcome := case when fact.ended_at is not null then fact_word_key(effect ->> 'state') end;
    fact.timeliness := fact_word_key(effect ->> 'timeliness');
  end if;
  if effect ->> 'deliveredAt' is not null and coalesce(cardinality(fact.delivered), 0) % 2 = 0 then
    fact.delivered := coalesce(fact.delivered, '{}') || (effect ->> 'deliveredAt')::timestamptz;
  elsif effect -> 'deliveredAt' = 'null' and cardinality(fact.delivered) % 2 = 1 then
    fact.delivered := fact.delivered || entry.at;
  end if;
  if entry.verb = 'ask-supplement' then
    fact.supplement_at := coalesce(fact.supplement_at, entry.at);
    fact.supplements := fact.supplements + 1;
  elsif entry.verb = 'apologise' then
    fact.apologised_at := entry.at;
  end if;
  return fact;
end $$;

create or replace function rebuild_case_facts() returns bigint language plpgsql
  set work_mem = '256MB' set maintenance_work_mem = '512MB' as $$
declare
  made bigint;
  put_right uuid;
  fact case_fact;
  entry journal;
begin
  truncate case_fact;
  alter table case_fact drop constraint case_fact_pkey;
  drop index case_fact_by_receiver;
  with entry as materialized (
    select case_id, seq, at, verb,
      effect ->> 'acceptedAt' is not null as accepts,
      (effect ->> 'dueAt')::timestamptz as due, effect -> 'clock' ->> 'limit' as time_limit,
      effect ? 'endedAt' as ends,
      case when effect ? 'endedAt' then effect ->> 'state' end as end_state,
      case when seq = 1 then effect -> 'facts' ->> 'channel' end as channel,
      case when seq = 1 then deciding_unit(effect) end as decider,
      case when seq = 1 then (effect ->> 'typeVersion')::integer end as version,
      seq = 1 and effect ? 'parent' as is_part,
      seq > 1 and effect ? 'receivingUnitId' or effect ?| array['counted', 'deliveredAt'] as moves,
      -- told with a day in every state that waits; a day told without a state leaves it to the entry before
      case when effect ? 'state' then effect ->> 'state' in (select state from waiting_state) end as may_wait
    from journal
    where seq = 1 or effect ?| array['acceptedAt', 'dueAt', 'endedAt', 'receivingUnitId', 'counted', 'deliveredAt'] or verb in ('ask-supplement', 'apologise')
  ),
  told as (
    select case_id,
      min(seq) filter (where accepts) as accept_seq,
      min(at) filter (where accepts) as accept_told,
      min(late_from(due, time_limit)) filter (where accepts) as first_late,
      min(at) filter (where ends) as end_told,
      min(end_state) as end_state,
      count(*) filter (where ends) as ends,
      bool_or(moves) or coalesce(bool_or(may_wait and due is not null), false) as moves,
      min(channel) as channel,
      min(decider) as decider,
      -- under which it came in, though it may have been moved to another since
      min(version) as version,
      bool_or(is_part) as is_part,
      min(at) filter (where verb = 'ask-supplement') as supplement_at,
      count(*) filter (where verb = 'ask-supplement') as supplements,
      max(at) filter (where verb = 'apologise') as apologised_at,
      count(due) as dues
    from entry group by case_id
  ),
  -- only where a deadline was told after the acceptance
  deadline as (
    select e.case_id, e.seq, e.at, late_from(e.due, e.time_limit) as late,
      lag(late_from(e.due, e.time_limit)) over of_case as late_was
    from entry e join told t on t.case_id = e.case_id
    where e.due is not null and t.dues > 1 and e.seq >= t.accept_seq
    window of_case as (partition by e.case_id order by e.seq)
  ),
  replaced as (
    select case_id, max(at) as since,
      string_to_array(string_agg(late_was::text || ',' || at::text, ',' order by seq), ',')::timestamptz[] as before,
      (array_agg(late order by seq desc))[1] as late
    from deadline where late <> late_was group by case_id
  )
  insert into case_fact (
    case_id, opened_at, accepted_at, accepted_known_at, first_late_at, late_at, late_since, ended_at, ended_known_at,
    supplement_at, apologised_at, receiver_key, answers_key, type_key, kind, channel, outcome, timeliness, supplements, is_part,
    late_before, changed_at)
  select c.id, c.opened_at, c.accepted_at, case when t.accept_told > c.accepted_at then t.accept_told end, t.first_late,
    case when c.accepted_at is not null then coalesce(r.late, t.first_late) end, r.since, c.ended_at,
    case when t.end_told > c.ended_at then t.end_told end,
    t.supplement_at, t.apologised_at, coalesce(receiver.key, fact_unit_key(c.receiving_unit_id)),
    coalesce(decider.key, fact_unit_key(t.decider)), coalesce(type.key, fact_type_key(c.type_code, t.version)),
    coalesce(kind.key, fact_word_key(c.kind)),
    coalesce(channel.key, fact_word_key(t.channel)),
    case when c.ended_at is not null then coalesce(outcome.key, fact_word_key(t.end_state)) end,
    coalesce(timeliness.key, fact_word_key(c.timeliness)), t.supplements, t.is_part, r.before,
    case when t.moves or t.ends > 1 or c.kind in ('task', 'inspection') then 'infinity'::timestamptz end
  from cases c
    join told t on t.case_id = c.id
    left join replaced r on r.case_id = c.id
    left join fact_unit receiver on receiver.unit_id = c.receiving_unit_id
    left join fact_unit decider on decider.unit_id = t.decider
    left join fact_type type on type.code = c.type_code and type.version = t.version
    left join fact_word kind on kind.word = c.kind
    left join fact_word channel on channel.word = t.channel
    left join fact_word outcome on outcome.word = t.end_state
    left join fact_word timeliness on timeliness.word = c.timeliness;
  get diagnostics made = row_count;
  alter table case_fact add constraint case_fact_pkey primary key (case_id);

  -- the few that were put right, or say themselves how they are counted, are told again, entry by entry
  for put_right in select case_id from case_fact where changed_at = 'infinity' loop
    delete from case_fact where case_id = put_right;
    fact := null;
    for entry in select * from journal where case_id = put_right order by seq loop
      fact := fact_after(fact, entry);
    end loop;
    insert into case_fact select fact.*;
  end loop;

  create index case_fact_by_receiver on case_fact (receiver_key);
  analyze case_fact;
  return made;
end $$;

select rebuild_case_facts();
