-- The few that wait, among the many that are decided: asked for with each scrape of the metrics.
create index runs_waiting on runs (requested_at) where status = 'REVIEW_REQUIRED';
