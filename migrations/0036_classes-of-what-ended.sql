-- What a case that ended is in every period that knows its end, packed as figures count it (figure-queries.ts): worked out
-- once when it is written, so that a count has only the moments of open cases to weigh. Empty where what was known when, or
-- what was handed in, must be looked at each time.
alter table case_fact add column ended_class bigint generated always as (
  case when ended_at is not null and ended_known_at is null and accepted_known_at is null and delivered is null
    and (accepted_at is null or accepted_at <= ended_at)
  then coalesce(counted_as, kind)::bigint
    | (coalesce(channel, 0)::bigint << 7)
    | (outcome::bigint << 14)
    | (coalesce(timeliness, 0)::bigint << 21)
    | ((case when first_late_at is null then 0 when first_late_at <= ended_at then 2 else 1 end)::bigint << 31)
    | (least(supplements, 2)::bigint << 34)
  end) stored;

-- As in 0026 but for the columns that are named: what is worked out is not written.
create or replace function keep_case_fact() returns trigger language plpgsql as $$
declare
  fact case_fact;
begin
  if new.seq = 1 then
    fact := fact_after(null, new);
    insert into case_fact (case_id, opened_at, accepted_at, accepted_known_at, first_late_at, late_at, late_since, ended_at,
      ended_known_at, supplement_at, apologised_at, changed_at, receiver_key, answers_key, type_key, kind, channel, outcome,
      timeliness, supplements, is_part, late_before, earlier, counted_as, delivered)
    values (fact.case_id, fact.opened_at, fact.accepted_at, fact.accepted_known_at, fact.first_late_at, fact.late_at,
      fact.late_since, fact.ended_at, fact.ended_known_at, fact.supplement_at, fact.apologised_at, fact.changed_at,
      fact.receiver_key, fact.answers_key, fact.type_key, fact.kind, fact.channel, fact.outcome, fact.timeliness,
      fact.supplements, fact.is_part, fact.late_before, fact.earlier, fact.counted_as, fact.delivered);
    return null;
  end if;
  select * into strict fact from case_fact where case_id = new.case_id;
  fact := fact_after(fact, new);
  update case_fact set
    accepted_at = fact.accepted_at, accepted_known_at = fact.accepted_known_at, first_late_at = fact.first_late_at,
    late_at = fact.late_at, late_since = fact.late_since, late_before = fact.late_before, ended_at = fact.ended_at,
    ended_known_at = fact.ended_known_at, outcome = fact.outcome, timeliness = fact.timeliness,
    supplement_at = fact.supplement_at, supplements = fact.supplements, apologised_at = fact.apologised_at,
    delivered = fact.delivered, receiver_key = fact.receiver_key, answers_key = fact.answers_key, changed_at = fact.changed_at,
    earlier = fact.earlier
  where case_id = new.case_id;
  return null;
end $$;

-- As in 0018; what it ended as then is weighed anew.
create or replace function fact_before(fact case_fact, moment timestamptz) returns case_fact
  language plpgsql stable parallel safe as $$
declare
  was jsonb;
begin
  select item into was from jsonb_array_elements(fact.earlier) with ordinality as told (item, place)
  where (item ->> 'until')::timestamptz > moment order by place limit 1;
  fact.receiver_key := (was ->> 'receiver')::integer;
  fact.answers_key := (was ->> 'answers')::integer;
  fact.ended_at := (was ->> 'endedAt')::timestamptz;
  fact.ended_known_at := (was ->> 'endedKnownAt')::timestamptz;
  fact.outcome := (was ->> 'outcome')::smallint;
  fact.timeliness := (was ->> 'timeliness')::smallint;
  fact.ended_class := null;
  return fact;
end $$;

-- Facts are made anew by the rule itself (`motcua verify-figures --rebuild`), not by a second telling of it.
drop function rebuild_case_facts();
comment on table case_fact is 'What figures ask of a case, projected from its journal; checked, and made anew, by motcua verify-figures';
