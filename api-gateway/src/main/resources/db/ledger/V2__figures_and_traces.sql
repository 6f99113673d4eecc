-- Figures look at hours or days of events. They come in the order of time, so a few bytes a block are index enough.
create index events_by_time on events using brin (recorded_at);
create index runs_by_time on runs using brin (generation_timestamp);
create index runs_in_review on runs (review_requested_at) where review_state = 'requested';

-- W3C's traceparent of the record, so that what a person decides days later goes on in the run's trace.
alter table events add column trace_parent text;
