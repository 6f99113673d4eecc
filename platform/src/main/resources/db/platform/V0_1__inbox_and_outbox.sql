-- What this service has processed. A redelivered event is found here and has no effect.
create table inbox (
  event_id    uuid primary key,
  received_at timestamptz not null default now()
);

create index inbox_received_at on inbox (received_at);

-- What this service has to say, stored with the change it tells of, published by the relay in the order of ids.
create table outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  event        bytea not null,
  trace_parent text,
  created_at   timestamptz not null default now()
);
