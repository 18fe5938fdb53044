-- A question about a late period looks at the cases that were open in it, not at all that ever ended.
create index case_fact_by_end on case_fact ((coalesce(ended_known_at, ended_at, 'infinity'::timestamptz)));
