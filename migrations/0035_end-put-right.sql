-- The day of a result may be put right by a later entry that changes nothing else: what the dossier ended as stays. As in 0032 but
-- for the outcome.

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
    -- an end that is put right without another state ends as it did
    fact.outcome := case when fact.ended_at is not null then
      case when effect ? 'state' then fact_word_key(effect ->> 'state') else fact.outcome end end;
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

-- A report is signed with the letter that submits it: two papers of one act, each made once.
alter table report_file add column paper text not null default 'report' check (paper in ('report', 'letter'));
alter table report_file drop constraint report_file_pkey;
alter table report_file add primary key (case_id, paper);
