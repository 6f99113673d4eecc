-- A run as far as the people's gate knows it. The scan's own bytes are kept: they are what an approval binds.
create table runs (
  run_id       uuid primary key,
  agent_id     uuid not null,
  agent_key    text not null,
  status       text not null check (status in
    ('PENDING', 'REVIEW_REQUIRED', 'NEEDS_CHANGES', 'APPROVED', 'REJECTED', 'FAILED', 'ROLLED_BACK')),
  active       boolean not null default false,
  author       text not null,
  requested_by text not null,
  scan         bytea not null,
  opened_at    timestamptz not null,
  requested_at timestamptz,
  decided_at   timestamptz,
  reviewer     text,
  comments     text
);

-- One approved version an agent.
create unique index runs_one_active_version on runs (agent_id) where active;
create index runs_approved_versions on runs (agent_id, decided_at) where status = 'APPROVED';

-- Commands that overtook the scan of their run: two topics, so no order between them. Worked off when the scan arrives.
create table early_commands (
  event_id uuid primary key,
  run_id   uuid not null,
  position bigint generated always as identity,
  command  bytea not null
);

create index early_commands_of_run on early_commands (run_id, position);
