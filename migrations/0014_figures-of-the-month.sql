-- What the city did since a moment is asked on its first page: by when a dossier was accepted and when it ended.

create index cases_by_acceptance on cases (accepted_at) where kind = 'dossier';
create index cases_by_end on cases (ended_at) where kind = 'dossier' and ended_at is not null;
create index cases_by_lateness on cases (late_at) where open;
