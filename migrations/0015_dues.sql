-- Dues: what a person owes, what came in, what went back. A ledger: every row stays, every amount is whole đồng above nought,
-- and no sum of it can be wrong (NĐ 61/2018/NĐ-CP art. 22: at the desk, by transfer, online; settled quarterly with the agencies).

-- Where transfers to an agency go; the row without an agency is for every agency that has none of its own.
create table receiving_account (
  id bigint generated always as identity primary key,
  agency_id text unique,
  bank_bin text not null check (bank_bin ~ '^[0-9]{6}$'),
  account_number text not null check (account_number ~ '^[0-9A-Z]{1,19}$'),
  account_name text not null check (account_name <> ''),
  source text not null check (source <> '')
);
create unique index one_common_receiving_account on receiving_account ((true)) where agency_id is null;

create sequence bill_number;

create table bill (
  id uuid primary key,
  -- Stands in the text of a transfer and in the address of the pay page.
  code text not null unique check (code ~ '^MC[0-9A-Z]{7}$'),
  -- A dossier received at the desk is written after its bill, in the same transaction.
  case_id uuid not null references cases (id) deferrable initially deferred,
  reason text not null check (reason in ('procedure', 'obligation')),
  -- Whose desk collects, and for which unit.
  agency_id text not null,
  payee_unit_id text not null,
  basis text not null,
  total bigint not null check (total >= 0),
  issued_at timestamptz not null,
  issued_by jsonb not null
);
create index bill_by_case on bill (case_id, issued_at);

create table bill_line (
  bill_id uuid not null references bill (id),
  line smallint not null check (line >= 1),
  item_id text not null,
  kind text not null check (kind in ('fee', 'charge', 'obligation')),
  label jsonb not null,
  -- Before the reduction; the reduction is why less is asked, and by which proof.
  amount bigint not null check (amount > 0),
  reduction bigint not null default 0 check (reduction between 0 and amount),
  reduced_for text,
  why jsonb not null,
  source text not null,
  primary key (bill_id, line),
  constraint reduction_is_for_someone check ((reduction = 0) = (reduced_for is null))
);

-- A bill that is no longer asked for: the dossier ended unpaid, or a reduction was proven and another bill replaces it.
create table bill_end (
  bill_id uuid primary key references bill (id),
  at timestamptz not null,
  by jsonb not null,
  reason text not null check (reason <> ''),
  replaced_by uuid references bill (id)
);

-- Money that came in from outside: a line of the bank's statement, a capture of the gateway. It came in whether we like it or not.
create table incoming_money (
  id uuid primary key,
  way text not null check (way in ('transfer', 'gateway')),
  -- The account's bank or the gateway, and the number it gave: the same line brought twice is one line.
  source text not null,
  external_id text not null check (external_id <> ''),
  agency_id text,
  amount bigint not null check (amount > 0),
  arrived_at timestamptz not null,
  text text not null,
  bill_id uuid references bill (id),
  recorded_at timestamptz not null,
  unique (way, source, external_id)
);
create index incoming_money_by_bill on incoming_money (bill_id);
create index incoming_money_by_moment on incoming_money (arrived_at);

create table payment (
  id uuid primary key,
  bill_id uuid not null references bill (id),
  amount bigint not null check (amount > 0),
  -- elsewhere: paid to another body, whose voucher was shown (State Treasury, bank, tax office).
  way text not null check (way in ('cash', 'transfer', 'gateway', 'elsewhere')),
  incoming_id uuid references incoming_money (id),
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  by jsonb not null,
  -- Cash: who took it, on which day of the till, how much was put on the table.
  officer_account_id uuid,
  cash_on date,
  tendered bigint,
  voucher text,
  constraint cash_has_a_till check ((way = 'cash') = (officer_account_id is not null and cash_on is not null and tendered is not null)),
  constraint cash_is_enough check (tendered is null or tendered >= amount),
  constraint outside_money_came_in check ((way in ('transfer', 'gateway')) = (incoming_id is not null)),
  constraint elsewhere_has_a_voucher check ((way = 'elsewhere') = (voucher is not null)),
  -- The same money pays the same bill once.
  unique (incoming_id, bill_id)
);
create index payment_by_bill on payment (bill_id);
create index payment_by_till on payment (officer_account_id, cash_on) where way = 'cash';
create index payment_by_moment on payment (received_at);

create table refund (
  id uuid primary key,
  -- Of a payment, or of money that came in and paid nothing.
  payment_id uuid references payment (id),
  incoming_id uuid references incoming_money (id),
  amount bigint not null check (amount > 0),
  way text not null check (way in ('cash', 'transfer', 'gateway')),
  -- The number the bank or gateway gave.
  source text,
  external_id text,
  reason text not null check (reason <> ''),
  clause text not null,
  -- Taken back by the gateway: the person owes again. Given back by us: not.
  owed_again boolean not null,
  refunded_at timestamptz not null,
  recorded_at timestamptz not null,
  by jsonb not null,
  officer_account_id uuid,
  cash_on date,
  constraint refund_of_one_thing check (num_nonnulls(payment_id, incoming_id) = 1),
  constraint cash_refund_has_a_till check ((way = 'cash') = (officer_account_id is not null and cash_on is not null)),
  constraint outside_refund_is_numbered check ((way = 'cash') = (external_id is null and source is null)),
  -- money that paid a bill in part may go back in two rows under one number
  unique (way, source, external_id, payment_id),
  unique (way, source, external_id, incoming_id)
);
create index refund_by_payment on refund (payment_id);
create index refund_by_incoming on refund (incoming_id);

-- Receipts (biên lai) and refund slips, numbered by agency, book and year without gap or double.
create table dues_paper_count (
  agency_id text not null,
  book text not null,
  year integer not null,
  last integer not null check (last >= 1),
  primary key (agency_id, book, year)
);

create table dues_paper (
  id uuid primary key,
  agency_id text not null,
  book text not null check (book in ('BL', 'PH')),
  year integer not null,
  number integer not null check (number >= 1),
  payment_id uuid unique references payment (id),
  refund_id uuid unique references refund (id),
  issued_at timestamptz not null,
  -- What it says, as it said it: a reprint never reads otherwise.
  content jsonb not null,
  unique (agency_id, book, year, number),
  constraint paper_of_one_thing check (num_nonnulls(payment_id, refund_id) = 1)
);

-- An order given to the gateway, and what the gateway said of it, in whatever order it said it.
create table gateway_order (
  id uuid primary key,
  bill_id uuid not null references bill (id),
  gateway text not null,
  amount bigint not null check (amount > 0),
  currency text not null check (currency = 'VND'),
  created_at timestamptz not null
);
create index gateway_order_by_bill on gateway_order (bill_id, created_at);

create table gateway_event (
  gateway text not null,
  event_id text not null,
  order_id uuid not null references gateway_order (id),
  kind text not null check (kind in ('created', 'paid', 'failed', 'refunded')),
  -- The gateway's own number of the money moved.
  transaction_id text,
  amount bigint check (amount > 0),
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  -- How we learned it.
  told_by text not null check (told_by in ('answer', 'callback', 'query')),
  primary key (gateway, event_id),
  constraint moved_money_is_numbered check (kind not in ('paid', 'refunded') or (transaction_id is not null and amount is not null))
);
create index gateway_event_by_order on gateway_event (order_id);

-- The till of an officer is counted and closed once a day; nothing is taken into a closed till.
create table cash_closing (
  id uuid primary key,
  agency_id text not null,
  officer_account_id uuid not null,
  cash_on date not null,
  expected bigint not null check (expected >= 0),
  counted bigint not null check (counted >= 0),
  note text not null,
  closed_at timestamptz not null,
  by jsonb not null,
  unique (officer_account_id, cash_on),
  constraint difference_is_explained check (expected = counted or note <> '')
);

-- The quarterly settlement of a desk with a unit it collected for: frozen with the first signature.
create table dues_settlement (
  id uuid primary key,
  agency_id text not null,
  payee_unit_id text not null,
  year integer not null,
  quarter smallint not null check (quarter between 1 and 4),
  collected bigint not null check (collected >= 0),
  refunded bigint not null check (refunded >= 0),
  signed_at timestamptz not null,
  signed_by jsonb not null,
  unique (agency_id, payee_unit_id, year, quarter)
);

-- Each payment and each refund is settled once: what came too late for its quarter stands in the next.
create table dues_settlement_line (
  settlement_id uuid not null references dues_settlement (id),
  line integer not null check (line >= 1),
  payment_id uuid unique references payment (id),
  refund_id uuid unique references refund (id),
  amount bigint not null check (amount > 0),
  primary key (settlement_id, line),
  constraint line_of_one_thing check (num_nonnulls(payment_id, refund_id) = 1)
);

create table dues_settlement_countersignature (
  settlement_id uuid primary key references dues_settlement (id),
  at timestamptz not null,
  by jsonb not null
);

-- A comparison of our ledger with a report from outside, and what it found.
create table dues_reconciliation (
  id uuid primary key,
  agency_id text not null,
  way text not null check (way in ('transfer', 'gateway')),
  source text not null,
  from_on date not null,
  to_on date not null,
  compared integer not null check (compared >= 0),
  differences jsonb not null,
  made_at timestamptz not null,
  made_by jsonb not null
);
create index dues_reconciliation_by_agency on dues_reconciliation (agency_id, made_at desc);

-- What a bill still asks for: its total, less what was paid, more what was taken back again.
create function bill_paid(bill uuid) returns bigint language sql stable as $$
  select (coalesce((select sum(p.amount) from payment p where p.bill_id = bill), 0)
    - coalesce((select sum(r.amount) from refund r join payment p on p.id = r.payment_id
        where p.bill_id = bill and r.owed_again), 0))::bigint;
$$;

-- What of incoming money has neither paid a bill nor gone back.
create function incoming_left(incoming uuid) returns bigint language sql stable as $$
  select (i.amount
    - coalesce((select sum(p.amount) from payment p where p.incoming_id = i.id), 0)
    - coalesce((select sum(r.amount) from refund r where r.incoming_id = i.id), 0))::bigint
  from incoming_money i where i.id = incoming;
$$;

create function check_payment() returns trigger language plpgsql as $$
declare
  total_asked bigint;
begin
  -- whoever pays the same bill waits here, and then sees what was paid
  select total into total_asked from bill where id = new.bill_id for update;
  if exists (select 1 from bill_end e where e.bill_id = new.bill_id) then
    raise exception 'the bill is no longer asked for' using constraint = 'bill_is_asked_for';
  end if;
  if bill_paid(new.bill_id) + new.amount > total_asked then
    raise exception 'more would be paid than the bill asks' using constraint = 'bill_is_not_overpaid';
  end if;
  if new.incoming_id is not null then
    perform 1 from incoming_money where id = new.incoming_id for update;
    if incoming_left(new.incoming_id) < new.amount then
      raise exception 'more would be paid than came in' using constraint = 'incoming_is_enough';
    end if;
  end if;
  if new.way = 'cash' and exists (
    select 1 from cash_closing c where c.officer_account_id = new.officer_account_id and c.cash_on >= new.cash_on
  ) then
    raise exception 'the till of that day is closed' using constraint = 'till_is_open';
  end if;
  return new;
end $$;
create trigger payment_is_right before insert on payment for each row execute function check_payment();

create function check_refund() returns trigger language plpgsql as $$
declare
  paid bigint;
begin
  if new.payment_id is not null then
    select amount into paid from payment where id = new.payment_id for update;
    if coalesce((select sum(r.amount) from refund r where r.payment_id = new.payment_id), 0) + new.amount > paid then
      raise exception 'more would go back than was paid' using constraint = 'refund_is_not_more';
    end if;
  else
    perform 1 from incoming_money where id = new.incoming_id for update;
    if incoming_left(new.incoming_id) < new.amount then
      raise exception 'more would go back than is left' using constraint = 'refund_is_not_more';
    end if;
  end if;
  if new.way = 'cash' and exists (
    select 1 from cash_closing c where c.officer_account_id = new.officer_account_id and c.cash_on >= new.cash_on
  ) then
    raise exception 'the till of that day is closed' using constraint = 'till_is_open';
  end if;
  return new;
end $$;
create trigger refund_is_right before insert on refund for each row execute function check_refund();

-- A bill is what its lines are: looked at when the transaction ends, because the lines come after it.
create function check_bill_total() returns trigger language plpgsql as $$
begin
  if new.total <> (select coalesce(sum(l.amount - l.reduction), 0) from bill_line l where l.bill_id = new.id) then
    raise exception 'the total of the bill is not the sum of its lines' using constraint = 'bill_is_its_lines';
  end if;
  return null;
end $$;
create constraint trigger bill_is_its_lines after insert on bill
  deferrable initially deferred for each row execute function check_bill_total();

-- A bill ends unpaid or not at all: what was paid is refunded, not forgotten.
create function check_bill_end() returns trigger language plpgsql as $$
begin
  perform 1 from bill where id = new.bill_id for update;
  if bill_paid(new.bill_id) > 0 then
    raise exception 'something was paid on the bill' using constraint = 'ended_bill_is_unpaid';
  end if;
  return new;
end $$;
create trigger ended_bill_is_unpaid before insert on bill_end for each row execute function check_bill_end();

-- A number is the one after the last: the count is taken in the same transaction.
create function check_paper_number() returns trigger language plpgsql as $$
begin
  if new.number <> coalesce((select max(number) from dues_paper p
      where p.agency_id = new.agency_id and p.book = new.book and p.year = new.year), 0) + 1 then
    raise exception 'the number is not the next of its book' using constraint = 'paper_is_next';
  end if;
  return new;
end $$;
create trigger paper_is_next before insert on dues_paper for each row execute function check_paper_number();

do $$
declare
  ledger text;
begin
  foreach ledger in array array['bill', 'bill_line', 'bill_end', 'incoming_money', 'payment', 'refund', 'dues_paper',
    'gateway_order', 'gateway_event', 'cash_closing', 'dues_settlement', 'dues_settlement_line',
    'dues_settlement_countersignature', 'dues_reconciliation'] loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()',
      ledger || '_is_append_only', ledger);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      ledger || '_is_never_emptied', ledger);
  end loop;
end $$;
