-- A policy may want several people, and what an approval binds is said with it.
alter table runs add column configuration_digest text;
-- Runs from before this do not know it: what is said to be older than a revision is never one of them.
alter table runs add column revision integer;
alter table runs add column required_approvals integer not null default 1;
alter table runs add column required_roles text[] not null default '{}';
alter table runs drop constraint runs_status_check;
alter table runs add constraint runs_status_check check (status in
  ('PENDING', 'REVIEW_REQUIRED', 'NEEDS_CHANGES', 'OUTDATED', 'APPROVED', 'REJECTED', 'FAILED', 'ROLLED_BACK'));

create table approvals (
  run_id         uuid not null references runs,
  position       bigint generated always as identity,
  reviewer       text not null,
  roles          text[] not null,
  code_digest    text not null,
  verdict_digest text not null,
  template_digest text not null,
  given_at       timestamptz not null,
  primary key (run_id, reviewer)
);

-- How often the configuration of an agent or a crew was changed, counted in the order of the commands.
create table subjects (
  subject    uuid primary key,
  changes    bigint not null default 0,
  digest     text,
  revision   integer not null default 0,
  changed_by text
);

-- At which count a run was asked for. A change after it makes the run outdated, even before its code is there.
create table bases (
  run_id  uuid primary key,
  subject uuid not null,
  changes bigint not null
);

create index runs_open on runs (agent_id) where status in ('PENDING', 'REVIEW_REQUIRED', 'NEEDS_CHANGES');
