-- What has ended is most of what there is: it is listed of one agency or of all, the latest first, without being sorted.
create index cases_ended_by_receiver on cases (receiving_unit_id, ended_at, id) where not open and state <> 'settled';
create index cases_ended on cases (ended_at, id) where not open and state <> 'settled';
alter table cases add constraint ended_case_has_moment check (open or ended_at is not null) not valid;
alter table cases validate constraint ended_case_has_moment;
