-- Facts: of each case what figures ask for, in one narrow row, kept by the journal itself as it is written, and what was
-- known earlier kept beside it, so that a figure can be asked as of any moment. Periods that were closed, with their values.

-- Words that many rows repeat (kinds, channels, ends, timeliness), units and types, by small numbers.
create table fact_word (
  -- a class of cases is packed into one number, in which a word has seven bits
  key smallint generated always as identity primary key check (key between 1 and 120),
  word text not null unique
);
insert into fact_word (word)
values ('dossier'), ('leg'), ('consultation'), ('external-leg'), ('online'), ('desk'), ('post'), ('settled'), ('refused'),
  ('withdrawn'), ('discontinued'), ('answered'), ('called-off'), ('early'), ('on-time'), ('late');

create table fact_unit (
  key integer generated always as identity primary key,
  unit_id text not null unique
);

create table fact_type (
  key integer generated always as identity primary key,
  code text not null,
  version integer not null,
  constraint fact_type_once unique (code, version)
);

create function fact_word_key(wanted text) returns smallint language plpgsql strict as $$
declare
  found_key smallint;
begin
  select key into found_key from fact_word where word = wanted;
  if found_key is null then
    insert into fact_word (word) values (wanted) on conflict (word) do nothing;
    select key into found_key from fact_word where word = wanted;
  end if;
  return found_key;
end $$;

create function fact_unit_key(wanted text) returns integer language plpgsql strict as $$
declare
  found_key integer;
begin
  select key into found_key from fact_unit where unit_id = wanted;
  if found_key is null then
    insert into fact_unit (unit_id) values (wanted) on conflict (unit_id) do nothing;
    select key into found_key from fact_unit where unit_id = wanted;
  end if;
  return found_key;
end $$;

create function fact_type_key(wanted_code text, wanted_version integer) returns integer language plpgsql strict as $$
declare
  found_key integer;
begin
  select key into found_key from fact_type where code = wanted_code and version = wanted_version;
  if found_key is null then
    insert into fact_type (code, version) values (wanted_code, wanted_version) on conflict (code, version) do nothing;
    select key into found_key from fact_type where code = wanted_code and version = wanted_version;
  end if;
  return found_key;
end $$;

-- Known beforehand, so that two desks that open the first dossiers of a day never wait for one another.
create function fact_keys_of_units() returns trigger language plpgsql as $$
begin
  insert into fact_unit (unit_id) select id from added order by id on conflict (unit_id) do nothing;
  return null;
end $$;
create trigger unit_has_fact_key after insert on unit referencing new table as added
  for each statement execute function fact_keys_of_units();
insert into fact_unit (unit_id) select id from unit order by id;

create function fact_keys_of_versions() returns trigger language plpgsql as $$
begin
  insert into fact_type (code, version) select code, version from added order by code, version on conflict (code, version) do nothing;
  return null;
end $$;
create trigger procedure_version_has_fact_key after insert on procedure_version referencing new table as added
  for each statement execute function fact_keys_of_versions();
insert into fact_type (code, version) select code, version from procedure_version order by code, version;

create table case_fact (
  case_id uuid not null,
  opened_at timestamptz not null,
  -- When the complete dossier came in; a paper that came by post is entered later than it came.
  accepted_at timestamptz,
  -- When the journal said so, if later than the moment itself.
  accepted_known_at timestamptz,
  -- From when the case was late by the first day promised, and by the present one: the engine's own rule.
  first_late_at timestamptz,
  late_at timestamptz,
  -- Since when the present day holds, when it is not the first.
  late_since timestamptz,
  ended_at timestamptz,
  ended_known_at timestamptz,
  -- The first time papers were asked for, and how often since.
  supplement_at timestamptz,
  apologised_at timestamptz,
  -- Since when what stands here holds, when something that was no deadline was put right.
  changed_at timestamptz,
  -- The agency that received it, the agency that decides it, as they were when it came in.
  receiver_key integer not null,
  answers_key integer not null,
  type_key integer not null,
  kind smallint not null,
  channel smallint,
  outcome smallint,
  timeliness smallint,
  supplements smallint not null default 0,
  -- Opened by another case: never added to those a citizen brought.
  is_part boolean not null,
  -- Deadlines that were replaced, in order, each followed by the moment until which it held.
  late_before timestamptz[],
  -- Ends and units that were put right, in order: [{"until", "receiver", "answers", "endedAt", "endedKnownAt", "outcome", "timeliness"}].
  earlier jsonb,
  constraint case_fact_pkey primary key (case_id),
  constraint fact_known_not_before check (accepted_known_at > accepted_at and ended_known_at > ended_at),
  constraint fact_deadline_of_accepted check (late_at is null or accepted_at is not null),
  constraint fact_of_ended_has_outcome check ((ended_at is null) = (outcome is null))
) with (fillfactor = 85);

comment on table case_fact is 'What figures ask of a case, projected from its journal: rebuilt by rebuild_case_facts, checked by motcua verify-figures';

create index case_fact_by_receiver on case_fact (receiver_key);
create index case_fact_by_opening on case_fact using brin (opened_at);
create index case_fact_changed on case_fact (changed_at) where changed_at is not null;

-- The first moment at which an open case is late: the engine's rule (src/case-engine/rules/timeliness.ts).
create function late_from(due timestamptz, time_limit text) returns timestamptz
  language sql immutable parallel safe
  return case
    when time_limit like '% working-hour' then date_trunc('minute', due, 'Asia/Ho_Chi_Minh') + interval '1 minute'
    else (((due at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  end;

-- From when the case was late by the deadline that held at a moment.
create function late_as_of(late timestamptz, since timestamptz, before timestamptz[], moment timestamptz) returns timestamptz
  language sql immutable parallel safe
  return case
    when since is null or since <= moment then late
    else (select before[place] from generate_series(1, cardinality(before), 2) place
          where before[place + 1] > moment order by place limit 1)
  end;

-- Which agency decides: that of the last step that signs, else the one that received it.
create function deciding_unit(opening jsonb) returns text language sql immutable parallel safe
  return split_part(coalesce(
    jsonb_path_query_array(opening, '$.route[*] ? (@.work == "sign").unitId') ->> -1, opening ->> 'receivingUnitId'), '.', 1);

-- The fact after one more entry. The trigger keeps it entry by entry, rebuild_case_facts makes all at once, and the rules say
-- it once more (src/modules/figures/rules/case-fact.ts), which motcua verify-figures compares.
create function fact_after(fact case_fact, entry journal) returns case_fact language plpgsql as $$
declare
  effect constant jsonb := entry.effect;
  late timestamptz;
begin
  if entry.seq = 1 then
    fact.case_id := entry.case_id;
    fact.opened_at := entry.at;
    fact.receiver_key := fact_unit_key(effect ->> 'receivingUnitId');
    fact.answers_key := fact_unit_key(deciding_unit(effect));
    fact.type_key := fact_type_key(effect ->> 'typeCode', (effect ->> 'typeVersion')::integer);
    select fact_word_key(kind) into strict fact.kind from cases where id = entry.case_id;
    fact.channel := fact_word_key(effect -> 'facts' ->> 'channel');
    fact.supplements := 0;
    fact.is_part := effect ? 'parent';
  elsif fact.ended_at is not null and effect ? 'endedAt' or effect ? 'receivingUnitId' then
    fact.earlier := coalesce(fact.earlier, '[]') || jsonb_strip_nulls(jsonb_build_object(
      'until', entry.at, 'receiver', fact.receiver_key, 'answers', fact.answers_key, 'endedAt', fact.ended_at,
      'endedKnownAt', fact.ended_known_at, 'outcome', fact.outcome, 'timeliness', fact.timeliness));
    fact.changed_at := entry.at;
    if effect ? 'receivingUnitId' then
      fact.receiver_key := fact_unit_key(effect ->> 'receivingUnitId');
      fact.answers_key := fact_unit_key(deciding_unit(effect));
    end if;
  end if;

  if effect ->> 'acceptedAt' is not null and fact.accepted_at is null then
    fact.accepted_at := (effect ->> 'acceptedAt')::timestamptz;
    if entry.at > fact.accepted_at then
      fact.accepted_known_at := entry.at;
    end if;
    fact.late_at := late_from((effect ->> 'dueAt')::timestamptz, effect -> 'clock' ->> 'limit');
    fact.first_late_at := fact.late_at;
  elsif effect ->> 'dueAt' is not null and fact.accepted_at is not null then
    late := late_from((effect ->> 'dueAt')::timestamptz, effect -> 'clock' ->> 'limit');
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
  if entry.verb = 'ask-supplement' then
    fact.supplement_at := coalesce(fact.supplement_at, entry.at);
    fact.supplements := fact.supplements + 1;
  elsif entry.verb = 'apologise' then
    fact.apologised_at := entry.at;
  end if;
  return fact;
end $$;

create function keep_case_fact() returns trigger language plpgsql as $$
declare
  fact case_fact;
begin
  if new.seq = 1 then
    fact := fact_after(null, new);
    insert into case_fact select fact.*;
    return null;
  end if;
  select * into strict fact from case_fact where case_id = new.case_id;
  fact := fact_after(fact, new);
  update case_fact set
    accepted_at = fact.accepted_at, accepted_known_at = fact.accepted_known_at, first_late_at = fact.first_late_at,
    late_at = fact.late_at, late_since = fact.late_since, late_before = fact.late_before, ended_at = fact.ended_at,
    ended_known_at = fact.ended_known_at, outcome = fact.outcome, timeliness = fact.timeliness,
    supplement_at = fact.supplement_at, supplements = fact.supplements, apologised_at = fact.apologised_at,
    receiver_key = fact.receiver_key, answers_key = fact.answers_key, changed_at = fact.changed_at, earlier = fact.earlier
  where case_id = new.case_id;
  return null;
end $$;

-- The fact as it was known at a moment, before what was put right later.
create function fact_before(fact case_fact, moment timestamptz) returns case_fact
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
  return fact;
end $$;

-- A move that changes no fact does not even enter the function. A bulk load switches this off and calls rebuild_case_facts:
--   alter table journal disable trigger journal_keeps_facts; copy …; select rebuild_case_facts();
--   alter table journal enable trigger journal_keeps_facts;
create trigger journal_keeps_facts after insert on journal for each row
  when (new.seq = 1 or new.effect ?| array['acceptedAt', 'dueAt', 'endedAt', 'receivingUnitId']
    or new.verb in ('ask-supplement', 'apologise'))
  execute function keep_case_fact();

-- Makes the facts of all cases anew from cases and journal, in one statement. Returns how many.
create function rebuild_case_facts() returns bigint language plpgsql
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
      seq > 1 and effect ? 'receivingUnitId' as moves
    from journal
    where seq = 1 or effect ?| array['acceptedAt', 'dueAt', 'endedAt', 'receivingUnitId'] or verb in ('ask-supplement', 'apologise')
  ),
  told as (
    select case_id,
      min(seq) filter (where accepts) as accept_seq,
      min(at) filter (where accepts) as accept_told,
      min(late_from(due, time_limit)) filter (where accepts) as first_late,
      min(at) filter (where ends) as end_told,
      min(end_state) as end_state,
      count(*) filter (where ends) as ends,
      bool_or(moves) as moves,
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
    case when t.moves or t.ends > 1 then 'infinity'::timestamptz end
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

  -- the few that were put right are told again, entry by entry
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

-- A period that was closed: what every figure said then, never changed. What comes in late is a later version with a reason.
create table figure_closing (
  id uuid primary key,
  unit_id text not null references unit (id),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  version integer not null check (version >= 1),
  -- What was known then was counted.
  as_of timestamptz not null,
  -- By id, in whole steps of the last place: {"dossiers.received": {"steps": 1525653, "decimals": 0}, …}; null without a value.
  figures jsonb not null check (jsonb_typeof(figures) = 'object'),
  -- Under which version of its definition each was counted.
  definitions jsonb not null check (jsonb_typeof(definitions) = 'object'),
  -- Of the canonical JSON of all the above.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  reason text not null default '',
  closed_at timestamptz not null,
  closed_by uuid not null references account (id),
  closed_by_name text not null,
  constraint figure_closing_version_once unique (unit_id, period_from, period_to, version),
  constraint figure_restated_for_a_reason check (version = 1 or reason <> ''),
  constraint figure_closed_after_the_period
    check (closed_at >= ((period_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') and as_of <= closed_at)
);

comment on table figure_closing is 'Closed periods of figures, each with its versions: append-only';

create trigger figure_closing_is_append_only before update or delete on figure_closing
  for each row execute function refuse_change();
create trigger figure_closing_is_never_emptied before truncate on figure_closing
  for each statement execute function refuse_change();
