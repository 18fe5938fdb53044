-- Lists of work stay quick at millions of cases: what is open, or waits to be handed out, is a small part of what there is.
create index cases_open_by_receiver on cases (receiving_unit_id, due_at, id) where open;
create index cases_to_return on cases (holder_unit_id, due_at, id) where state = 'settled';
create index cases_to_return_by_receiver on cases (receiving_unit_id, due_at, id) where state = 'settled';
