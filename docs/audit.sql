-- Fifteen figures of a city counted again, straight from the tables `cases`, `journal`, `unit`, `delegation` and
-- `procedure_version`, without the program and without the facts it counts from. See audit-README.md.
-- Run: psql -v first=2021-01-01 -v last=2021-10-30 -v known="2021-10-30 23:59:59+07" -f docs/audit.sql DATABASE
-- first, last: the days of the period, both included; known: what had been written into the journals by then.

with asked as (
  select :'first'::date::timestamp at time zone 'Asia/Ho_Chi_Minh' as starts,
    (:'last'::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until,
    :'known'::timestamptz as known
),
-- The end of the period as far as it was reached: what is open or overdue, is so then.
day as (
  select asked.*, least(until, known) as ends from asked
),
-- Each dossier as its journal tells it, entry by entry, as far as it was known.
told as (
  select entry.case_id,
    -- the first entry: when it was filed, by which channel
    min(entry.at) filter (where entry.seq = 1) as filed_at,
    min(entry.effect -> 'facts' ->> 'channel') filter (where entry.seq = 1) as channel,
    -- the entry that accepted it says when the complete dossier came in
    min((entry.effect ->> 'acceptedAt')::timestamptz) as accepted_at,
    min(entry.seq) filter (where entry.effect ->> 'acceptedAt' is not null) as accepted_by,
    -- the last entry that ended it: the state it ended in, and how it met its due day
    (array_agg((entry.effect ->> 'endedAt')::timestamptz order by entry.seq desc)
      filter (where entry.effect ? 'endedAt'))[1] as ended_at,
    -- an end whose day was put right ends as it did
    (array_agg(entry.effect ->> 'state' order by entry.seq desc)
      filter (where entry.effect ? 'endedAt' and entry.effect ? 'state'))[1] as ending,
    (array_agg(entry.effect ->> 'timeliness' order by entry.seq desc)
      filter (where entry.effect ? 'endedAt'))[1] as timeliness
  from journal entry
    join cases on cases.id = entry.case_id and cases.kind = 'dossier'
    cross join day
  where entry.at <= day.known
  group by entry.case_id
),
-- The due day that held at the end of the period: what the last entry until then said, after the acceptance.
promised as (
  select told.case_id,
    (array_agg((entry.effect ->> 'dueAt')::timestamptz order by entry.seq desc))[1] as due_at,
    (array_agg(entry.effect -> 'clock' ->> 'limit' order by entry.seq desc))[1] as time_limit,
    -- while the person must answer first, the day is theirs and nobody is late
    coalesce((array_agg(entry.effect ->> 'state' order by entry.seq desc) filter (where entry.effect ? 'state'))[1]
      in ('awaiting-supplement', 'awaiting-payment'), false) as waits
  from told
    join journal entry on entry.case_id = told.case_id and entry.seq >= told.accepted_by
    cross join day
  where entry.effect ? 'dueAt' and (entry.at <= day.ends or entry.seq = told.accepted_by)
  group by told.case_id
),
-- A limit in hours is late from the next minute on, every other from the next midnight (Hà Nội, UTC+7).
dossier as (
  select told.*,
    case when promised.waits then null
      when promised.time_limit like '% working-hour'
      then date_trunc('minute', promised.due_at, 'Asia/Ho_Chi_Minh') + interval '1 minute'
      else ((promised.due_at at time zone 'Asia/Ho_Chi_Minh')::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    end as late_from,
    told.accepted_at is not null and told.accepted_at < day.until as is_accepted,
    told.ended_at is not null and told.ended_at < day.until as is_ended,
    day.starts, day.ends
  from told
    left join promised on promised.case_id = told.case_id
    cross join day
),
-- Tasks, inspections and feedback: what each is counted as says its first entry (`counted`); `deliveredAt` when the work was
-- handed in or concluded, null when it was sent back. What was handed in is as late as it was then.
work as (
  select entry.case_id, min(cases.kind) as kind, min(entry.effect #>> '{counted,as}') as counted_as,
    (array_agg((entry.effect ->> 'endedAt')::timestamptz order by entry.seq desc)
      filter (where entry.effect ? 'endedAt'))[1] as ended_at,
    (array_agg(entry.effect ->> 'state' order by entry.seq desc) filter (where entry.effect ? 'endedAt'))[1] as ending,
    min((entry.effect ->> 'acceptedAt')::timestamptz) as accepted_at,
    (array_agg((entry.effect ->> 'deliveredAt')::timestamptz order by entry.seq desc)
      filter (where entry.effect ? 'deliveredAt' and entry.at <= day.ends))[1] as delivered_at,
    (array_agg(((entry.effect ->> 'dueAt')::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date order by entry.seq desc)
      filter (where entry.effect ? 'dueAt' and entry.at <= day.ends))[1] as due_on
  from journal entry
    join cases on cases.id = entry.case_id and cases.kind in ('task', 'inspection', 'feedback')
    cross join day
  where entry.at <= day.known
  group by entry.case_id
),
worked as (
  select
    count(*) filter (where kind = 'task' and counted_as = 'city' and ending = 'completed'
      and ended_at >= starts and ended_at < until) as tasks_done,
    count(*) filter (where kind = 'task' and counted_as = 'city' and accepted_at < until
      and (ended_at is null or ended_at >= until)) as tasks_in_progress,
    -- a task is given by a day, and overdue when that day is over
    count(*) filter (where kind = 'task' and counted_as = 'city' and accepted_at < until
      and (ended_at is null or ended_at >= until)
      and ((due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') <= coalesce(delivered_at, ends)) as tasks_overdue,
    count(*) filter (where kind = 'inspection' and counted_as = 'of-others'
      and delivered_at >= starts) as inspections,
    count(*) filter (where kind = 'feedback' and ending = 'answered' and accepted_at < until
      and ended_at >= starts and ended_at < until) as feedback_resolved
  from work cross join day
),
counted as (
  select
    count(*) filter (where is_accepted and accepted_at >= starts) as received,
    count(*) filter (where is_accepted and accepted_at >= starts and channel = 'online') as received_online,
    count(*) filter (where is_accepted and accepted_at < starts and (not is_ended or ended_at >= starts)) as carried_over,
    count(*) filter (where is_ended and ended_at >= starts and ending = 'settled') as resolved,
    count(*) filter (where is_ended and ended_at >= starts and ending = 'settled' and timeliness = 'late') as resolved_late,
    count(*) filter (where is_accepted and is_ended and ended_at >= starts and ending = 'withdrawn') as withdrawn,
    count(*) filter (where is_accepted and not is_ended) as open,
    count(*) filter (where is_accepted and not is_ended and late_from <= ends) as open_overdue
  from dossier
)
select figure.id, figure.value
from counted cross join worked
  cross join lateral (values
    ('dossiers.received', counted.received),
    ('dossiers.received_online', counted.received_online),
    ('dossiers.carried_over', counted.carried_over),
    ('dossiers.resolved', counted.resolved),
    ('dossiers.resolved_late', counted.resolved_late),
    ('dossiers.withdrawn', counted.withdrawn),
    ('dossiers.open', counted.open),
    ('dossiers.open_overdue', counted.open_overdue),
    ('tasks.city.done', worked.tasks_done),
    ('tasks.city.in_progress', worked.tasks_in_progress),
    ('tasks.city.overdue', worked.tasks_overdue),
    ('inspections.total', worked.inspections),
    ('feedback.resolved', worked.feedback_resolved)
  ) as figure (id, value)
union all
-- Units in force on the last day.
select 'org.communes', count(*) from unit
where kind in ('ward', 'rural-commune', 'township') and valid @> :'last'::date
union all
-- Wards whose chair had empowered someone in writing to certify: in force on the last day, recorded by then.
select 'delegation.wards', count(distinct unit.id)
from delegation
  join unit on unit.id = delegation.unit_id and unit.kind = 'ward' and unit.valid @> :'last'::date
  cross join day
where delegation.form = 'TUQ'
  and delegation.granted_at <= day.known
  and :'last'::date between delegation.valid_from and delegation.valid_to
  and (delegation.revoked_from is null or delegation.revoked_from > day.ends or delegation.revoked_at > day.known)
  and delegation.kinds && (
    select array_agg(code) || array['chung-thuc'] from procedure_version where definition -> 'field' ->> 'code' = 'chung-thuc'
  )
order by 1;
