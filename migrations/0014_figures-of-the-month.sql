-- What the city did since a moment is asked on its first page: by when a dossier was accepted and when it ended. Ranges of
-- blocks are enough, because cases come in the order of time, and cost a move next to nothing.

create index cases_by_acceptance on cases using brin (accepted_at);
create index cases_by_end on cases using brin (ended_at);
