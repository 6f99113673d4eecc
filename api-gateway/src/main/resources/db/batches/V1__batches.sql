-- A batch: code for many at once, one run each.
create table batches (
  batch_id            uuid primary key,
  requested_by        text not null,
  create_pull_request boolean not null,
  deploy_immediately  boolean not null,
  created_at          timestamptz not null
);

create table items (
  batch_id   uuid not null references batches,
  position   integer not null,
  kind       text not null check (kind in ('agent', 'crew')),
  subject_id uuid not null,
  run_id     uuid not null unique,
  state      text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  begun_at   timestamptz,
  done_at    timestamptz,
  primary key (batch_id, position)
);

-- The few that are still to do, among the many that are done.
create index items_left on items (state, position) where state <> 'done';
