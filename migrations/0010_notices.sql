-- What a citizen is told: born of a journal entry, sent once by each channel, retried until it is sent or given up in sight of all.

-- Journal entries that a notice may come from and nobody has looked at yet. A queue, not a position: transactions commit in
-- another order than they began, and a row that is taken away can be neither skipped nor read twice.
create table notice_due (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  seq integer not null,
  -- Put off, after a defect on this entry, so that one entry never holds up the others.
  not_before timestamptz
);

comment on table notice_due is 'Journal entries to derive notices from; written by the transaction that writes the entry, deleted by the one that writes its notices';

create function keep_for_notices() returns trigger language plpgsql as $$
begin
  insert into notice_due (case_id, seq) values (new.case_id, new.seq);
  return null;
end $$;

-- A wider net than the rule noticesOf, which decides: it lets through every entry that could concern the citizen. The condition
-- is looked at before anything is queued, so an entry that concerns nobody costs nothing more.
create trigger journal_is_kept_for_notices after insert on journal
  for each row when (
    new.effect ->> 'state' in ('submitted', 'accepted', 'awaiting-supplement', 'refused', 'awaiting-payment', 'settled', 'withdrawn', 'discontinued')
    or new.verb in ('confirm-payment', 'apologise', 'reappoint')
  ) execute function keep_for_notices();

-- How an account wants to be told. In the account's own pages it is always told.
create table notice_preference (
  account_id uuid primary key references account (id),
  language text not null check (language in ('vi', 'en')),
  channels text[] not null check (channels <@ array['email', 'sms', 'zalo']),
  email text check (email is nfc normalized),
  -- Set by opening the link that was sent to it; nothing else is sent to an address before.
  email_proved_at timestamptz,
  -- Templates the person does not want outside the pages, of those the law leaves to them.
  left_out text[] not null,
  changed_at timestamptz not null,
  constraint proved_address_is_there check (email_proved_at is null or email is not null)
);

-- An e-mail address that says it belongs to an account. The link in the mail carries a token derived from the id and the
-- installation's key: no table holds it.
create table email_proof (
  id uuid primary key,
  account_id uuid not null references account (id),
  email text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  proved_at timestamptz
);
create index email_proof_by_account on email_proof (account_id, asked_at);

create table notice (
  id uuid primary key,
  case_id uuid references cases (id),
  seq integer,
  email_proof_id uuid references email_proof (id),
  template text not null,
  channel text not null check (channel in ('in-app', 'email', 'sms', 'zalo')),
  language text not null check (language in ('vi', 'en')),
  account_id uuid references account (id),
  -- Address or number; null in the pages.
  recipient text,
  -- All it says, names as they were: sent again it reads the same.
  facts jsonb not null,
  made_at timestamptz not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  next_try_at timestamptz,
  -- While a worker has it in hand. A worker that dies leaves it to the next one after this moment.
  claimed_until timestamptz,
  sent_at timestamptz,
  -- Of the last attempt.
  fault text,
  tried_again_by uuid references account (id),
  tried_again_at timestamptz,
  constraint notice_once unique (case_id, seq, template, channel),
  constraint notice_of_an_entry foreign key (case_id, seq) references journal (case_id, seq),
  constraint notice_of_entry_or_proof check (
    (case_id is null) = (seq is null) and (case_id is null) = (email_proof_id is not null)
  ),
  constraint notice_in_app_has_no_recipient check ((channel = 'in-app') = (recipient is null)),
  constraint sent_notice_has_moment check ((state = 'sent') = (sent_at is not null)),
  constraint waiting_notice_has_next_try check ((state = 'waiting') = (next_try_at is not null)),
  constraint failed_notice_says_why check (state <> 'failed' or fault is not null)
);

create index notice_to_send on notice (next_try_at) where state = 'waiting';
create index notice_failed on notice (made_at desc) where state = 'failed';
create index notice_by_account on notice (account_id, made_at desc) where channel = 'in-app';

-- A notice that is sent stays as it is.
create function refuse_change_of_sent_notice() returns trigger language plpgsql as $$
begin
  raise exception 'a notice that was sent is never changed';
end $$;
create trigger sent_notice_stays before update on notice
  for each row when (old.state = 'sent') execute function refuse_change_of_sent_notice();
create trigger notice_is_never_deleted before delete on notice
  for each row execute function refuse_change();
