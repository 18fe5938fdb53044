-- Officers are told too: what has come to their post, what they are reminded of or urged about. In their pages always, by mail at
-- an address that is proved. What was typed of feedback for a quarter is counted now and goes.

drop table feedback_count;

alter table notice add column for_officer boolean not null default false;
comment on column notice.for_officer is 'Told to whoever holds a post, with whole words in facts; else to the person a case belongs to';
alter table notice add constraint notice_for_officer_has_account check (not for_officer or account_id is not null);

-- Several officers may be told of one entry.
alter table notice drop constraint notice_once;
create unique index notice_once on notice (case_id, seq, template, channel, coalesce(account_id, '00000000-0000-0000-0000-000000000000'));
create index notice_of_officer on notice (account_id, made_at desc) where for_officer and channel = 'in-app';

-- The same wide net as in 0010, and every entry by which work of other kinds comes to a post (src/modules/notices/rules/officer-notices.ts).
drop trigger journal_is_kept_for_notices on journal;
create trigger journal_is_kept_for_notices after insert on journal
  for each row when (
    new.effect ->> 'state' in ('submitted', 'accepted', 'awaiting-supplement', 'refused', 'awaiting-payment', 'settled', 'withdrawn',
      'discontinued', 'in-handling', 'awaiting-review', 'awaiting-approval')
    or new.verb in ('confirm-payment', 'apologise', 'reappoint', 'remind', 'urge', 'return-work', 'request-extension',
      'grant-extension', 'refuse-extension', 'record-sanction', 'assign', 'reassign', 'return-draft')
    or new.effect ? 'counted'
  ) execute function keep_for_notices();
