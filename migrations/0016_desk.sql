-- The desk as people meet it: counters, opening hours, booked visits, queue tickets, ratings. What the law and the city set is data.

-- When a desk receives people. Apart from working_hours, by which limits are counted: a Saturday morning receives and counts nothing.
create table desk_opening (
  id bigint generated always as identity primary key,
  desk_id text not null references unit (id),
  weekday smallint not null check (weekday between 1 and 7),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  -- [{"from": "08:00", "to": "11:30"}, …], local time, in order.
  stretches jsonb not null check (jsonb_typeof(stretches) = 'array' and jsonb_array_length(stretches) > 0),
  source text not null,
  constraint desk_opening_once_a_day exclude using gist (desk_id with =, weekday with =, valid with &&)
);

create table counter (
  desk_id text not null references unit (id),
  number integer not null check (number between 1 and 99),
  name_vi text not null check (name_vi is nfc normalized and name_vi <> ''),
  name_en text not null check (name_en is nfc normalized and name_en <> ''),
  primary key (desk_id, number)
);

-- Which fields of procedures a counter serves, from a day to a day; none named: every field.
create table counter_service (
  desk_id text not null,
  number integer not null,
  field_codes text[] not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  foreign key (desk_id, number) references counter (desk_id, number),
  constraint counter_service_once_a_day exclude using gist (desk_id with =, number with =, valid with &&)
);

create table desk_policy (
  id bigint generated always as identity primary key,
  -- Null: every desk that has no policy of its own.
  desk_id text references unit (id),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  slot_minutes integer not null check (slot_minutes in (15, 20, 30, 60)),
  slot_capacity integer not null check (slot_capacity between 1 and 200),
  book_ahead_days integer not null check (book_ahead_days between 1 and 90),
  bookings_a_phone integer not null check (bookings_a_phone between 1 and 20),
  -- So many hours before a visit its holder is reminded.
  remind_hours integer not null check (remind_hours between 1 and 72),
  -- A booked visitor may come so early, and is expected so long.
  early_minutes integer not null check (early_minutes between 0 and 60),
  late_minutes integer not null check (late_minutes between 0 and 60),
  -- So many with priority or a booking may be called one after the other while others wait; then one of the others.
  firsts_in_a_row integer not null check (firsts_in_a_row between 1 and 20),
  wait_target_minutes integer not null check (wait_target_minutes between 1 and 240),
  -- With fewer people served today no wait is estimated.
  served_to_estimate integer not null check (served_to_estimate between 1 and 100),
  source text not null,
  unsure text,
  constraint desk_policy_once_a_day exclude using gist ((coalesce(desk_id, '')) with =, valid with &&)
);

insert into desk_policy (
  desk_id, valid, slot_minutes, slot_capacity, book_ahead_days, bookings_a_phone, remind_hours, early_minutes, late_minutes,
  firsts_in_a_row, wait_target_minutes, served_to_estimate, source, unsure
) values
  (null, '[2020-01-01,2025-01-01)', 30, 4, 14, 2, 20, 15, 15, 2, 30, 5,
    'Quyết định 468/QĐ-TTg ngày 27/3/2021: chờ trung bình không quá 30 phút (2021–2022)',
    'Thời gian chờ 2023–2024 chưa đối chiếu; khung giờ, sức chứa và tỷ lệ gọi do thành phố quy định'),
  (null, '[2025-01-01,)', 30, 4, 14, 2, 20, 15, 15, 2, 15, 5,
    'Quyết định 468/QĐ-TTg ngày 27/3/2021: chờ trung bình không quá 15 phút vào năm 2025',
    'Khung giờ, sức chứa và tỷ lệ gọi do thành phố quy định');

-- Who is helped first. The papers behind it differ in how firmly they say it: what is not certain is said.
create table priority_group (
  code text primary key check (code ~ '^[a-z-]+$'),
  place integer not null unique,
  name_vi text not null check (name_vi is nfc normalized),
  name_en text not null check (name_en is nfc normalized),
  valid daterange not null check (not isempty(valid)),
  source text not null,
  unsure text
);

insert into priority_group (code, place, name_vi, name_en, valid, source, unsure) values
  ('elderly', 1, 'Người từ 60 tuổi', 'Aged 60 or over', '[2018-06-21,)',
    'Luật Người cao tuổi 39/2009/QH12, Điều 2; Nghị định 61/2018/NĐ-CP, Điều 29 khoản 4', 'Thứ tự ưu tiên tại quầy do cơ quan quy định'),
  ('pregnant', 2, 'Phụ nữ mang thai', 'Pregnant', '[2018-06-21,)',
    'Nghị định 61/2018/NĐ-CP, Điều 29 khoản 4', 'Thứ tự ưu tiên tại quầy do cơ quan quy định'),
  ('disabled', 3, 'Người khuyết tật', 'With a disability', '[2018-06-21,)',
    'Luật Người khuyết tật 51/2010/QH12; Nghị định 61/2018/NĐ-CP, Điều 29 khoản 4', 'Thứ tự ưu tiên tại quầy do cơ quan quy định'),
  ('with-infant', 4, 'Người đi cùng trẻ dưới 36 tháng', 'With a child under 36 months', '[2018-06-21,)',
    'Nghị định 61/2018/NĐ-CP, Điều 29 khoản 4', 'Mốc 36 tháng do cơ quan quy định'),
  ('war-invalid', 5, 'Thương binh, người có công', 'War invalid or person of merit', '[2018-06-21,)',
    'Pháp lệnh Ưu đãi người có công với cách mạng; Nghị định 61/2018/NĐ-CP, Điều 29 khoản 4', 'Thứ tự ưu tiên tại quầy do cơ quan quy định');

-- How many places of a half hour are taken. Whoever writes a booking, the trigger counts it and the check refuses one too many.
create table visit_slot (
  desk_id text not null references unit (id),
  starts_at timestamptz not null,
  capacity integer not null,
  taken integer not null default 0,
  primary key (desk_id, starts_at),
  constraint visit_slot_not_overfull check (taken between 0 and capacity)
);

create table booking (
  id uuid primary key,
  code text not null unique check (code ~ '^[2-9A-Z]{6}$'),
  desk_id text not null,
  starts_at timestamptz not null,
  procedure_code text not null,
  name text not null check (name is nfc normalized and name <> ''),
  phone text not null check (phone ~ '^0[0-9]{9,10}$'),
  state text not null check (state in ('booked', 'came', 'cancelled', 'missed')),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of the form: sent twice, it books once.
  form_key text unique,
  -- Whoever was signed in: finds it again without its code.
  account_id uuid references account (id),
  -- The beginning the holder was reminded of; a visit that was moved is reminded of anew.
  reminded_for timestamptz,
  foreign key (desk_id, starts_at) references visit_slot (desk_id, starts_at)
);
create index booking_by_account on booking (account_id, starts_at) where account_id is not null;
create index booking_to_remind on booking (starts_at) where state = 'booked' and reminded_for is distinct from starts_at;
create index booking_by_desk on booking (desk_id, starts_at);
create index booking_by_phone on booking (phone, starts_at) where state = 'booked';

create function count_visit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state in ('booked', 'came') then
    update visit_slot set taken = taken - 1 where desk_id = old.desk_id and starts_at = old.starts_at;
  end if;
  if new.state in ('booked', 'came') then
    update visit_slot set taken = taken + 1 where desk_id = new.desk_id and starts_at = new.starts_at;
  end if;
  return null;
end $$;
create trigger booking_takes_a_place after insert or update of state, desk_id, starts_at on booking
  for each row execute function count_visit();
create trigger booking_is_never_deleted before delete on booking for each row execute function refuse_change();

-- The numbers of a desk's day. The row is locked until the transaction ends: no gap, no double; and calls come one after the other.
create table queue_day (
  desk_id text not null references unit (id),
  on_day date not null,
  last integer not null check (last between 0 and 999),
  primary key (desk_id, on_day)
);

create table counter_shift (
  id uuid primary key,
  desk_id text not null,
  number integer not null,
  account_id uuid not null,
  opened_at timestamptz not null,
  paused_at timestamptz,
  closed_at timestamptz check (closed_at >= opened_at),
  -- How many firsts it called in a row while others waited.
  firsts_in_a_row integer not null default 0,
  foreign key (desk_id, number) references counter (desk_id, number)
);
create unique index one_officer_a_counter on counter_shift (desk_id, number) where closed_at is null;
create unique index one_counter_an_officer on counter_shift (account_id) where closed_at is null;

create table queue_ticket (
  id uuid primary key,
  desk_id text not null,
  on_day date not null,
  number integer not null check (number >= 1),
  purpose text not null check (purpose in ('file', 'result', 'advice')),
  field_code text,
  procedure_code text,
  booking_id uuid unique references booking (id),
  priority_code text references priority_group (code),
  taken_at timestamptz not null,
  -- From when the wait counts: a booked visitor who is early waits from the booked moment.
  waits_from timestamptz not null check (waits_from >= taken_at),
  state text not null check (state in ('waiting', 'called', 'done', 'missed')),
  state_at timestamptz not null,
  first_called_at timestamptz,
  -- At counters before the last one, after a transfer.
  served_seconds integer not null default 0 check (served_seconds >= 0),
  calls integer not null default 0,
  counter_number integer,
  -- After a transfer: the one counter that calls it.
  only_counter integer,
  shift_id uuid references counter_shift (id),
  dossier_id uuid references dossier (case_id),
  form_key text unique,
  foreign key (desk_id, on_day) references queue_day (desk_id, on_day),
  constraint ticket_number_once_a_day unique (desk_id, on_day, number),
  constraint called_ticket_has_counter check (state <> 'called' or (shift_id is not null and counter_number is not null)),
  constraint called_ticket_was_called check (state not in ('called', 'done') or first_called_at is not null)
);
create unique index one_person_a_counter on queue_ticket (shift_id) where state = 'called';
create index queue_ticket_by_day on queue_ticket (desk_id, on_day, state);
create index queue_ticket_by_dossier on queue_ticket (dossier_id) where dossier_id is not null;

create function refuse_change_of_done_ticket() returns trigger language plpgsql as $$
begin
  raise exception 'a ticket that is done is never changed';
end $$;
create trigger done_ticket_stays before update on queue_ticket
  for each row when (old.state = 'done') execute function refuse_change_of_done_ticket();
create trigger queue_ticket_is_never_deleted before delete on queue_ticket
  for each row execute function refuse_change();

-- What happened to a ticket, by whom: for whoever says they were passed over.
create table queue_event (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references queue_ticket (id),
  at timestamptz not null,
  what text not null check (what in ('taken', 'called', 'recalled', 'missed', 'returned', 'transferred', 'served', 'done')),
  counter_number integer,
  account_id uuid
);
create index queue_event_by_ticket on queue_event (ticket_id, id);
create trigger queue_event_is_append_only before update or delete on queue_event
  for each row execute function refuse_change();

-- What a citizen answered, once a dossier. Only what the journal cannot know is asked (TT 01/2018/TT-VPCP art. 13-15).
create table rating (
  case_id uuid primary key references dossier (case_id),
  rated_on date not null,
  given_at text not null check (given_at in ('link', 'tablet')),
  attitude text not null check (attitude in ('good', 'fair', 'complaint')),
  -- Did the person have to go to another agency?
  elsewhere boolean not null,
  organisation text not null check (organisation in ('good', 'fair', 'bad')),
  publication text not null check (publication in ('right', 'missing', 'wrong', 'not-seen')),
  comment text not null check (comment is nfc normalized and length(comment) <= 2000)
);
comment on table rating is 'Confidential: who answered what is never shown; figures from it appear from three answers up';
create trigger rating_is_never_changed before update or delete on rating for each row execute function refuse_change();

-- Feedback received and answered in time in a quarter, as reported by the agency: indicator 8.
create table feedback_count (
  agency_id text not null references unit (id),
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  received integer not null check (received >= 0),
  in_time integer not null check (in_time between 0 and received),
  account_id uuid not null,
  at timestamptz not null,
  primary key (agency_id, year, quarter)
);

-- What stands at a desk and may do there what only a device may: give numbers, show calls, take ratings. Its key is known to it
-- alone, here lies the hash; revoked it stays on record and opens nothing.
create table desk_device (
  id uuid primary key,
  desk_id text not null references unit (id),
  kind text not null check (kind in ('kiosk', 'display', 'tablet')),
  -- Of a tablet: the counter whose people it asks.
  counter_number integer,
  label text not null check (label is nfc normalized and label <> ''),
  key_hash bytea not null unique check (length(key_hash) = 32),
  enrolled_by uuid not null,
  enrolled_at timestamptz not null,
  seen_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz check (revoked_at >= enrolled_at),
  form_key text unique,
  foreign key (desk_id, counter_number) references counter (desk_id, number),
  constraint tablet_has_a_counter check ((kind = 'tablet') = (counter_number is not null)),
  constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index desk_device_by_desk on desk_device (desk_id, enrolled_at);
create trigger desk_device_is_never_deleted before delete on desk_device for each row execute function refuse_change();
create function refuse_to_enrol_again() returns trigger language plpgsql as $$
begin
  raise exception 'a device that was revoked stays revoked';
end $$;
create trigger revoked_device_stays before update on desk_device
  for each row when (old.revoked_at is not null) execute function refuse_to_enrol_again();

-- A notice may be born of a booked visit too: its words were written whole when it was made.
alter table notice
  add column booking_id uuid references booking (id),
  add column words text check (words is nfc normalized and words <> ''),
  drop constraint notice_of_entry_or_proof,
  add constraint notice_of_entry_proof_or_booking check (
    (case_id is null) = (seq is null) and num_nonnulls(case_id, email_proof_id, booking_id) = 1
      and (booking_id is null) = (words is null)
  );
create index notice_by_booking on notice (booking_id) where booking_id is not null;
