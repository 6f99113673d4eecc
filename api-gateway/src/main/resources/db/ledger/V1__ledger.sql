-- Every event of every topic of the audit trail, once, in the order in which the ledger saw it.
create table events (
  position      bigint generated always as identity primary key,
  event_id      uuid not null unique,
  type          text not null,
  topic         text not null,
  partition     integer not null,
  topic_offset  bigint not null,
  run_id        uuid not null,
  subject       uuid not null,
  actor         text not null,
  causation_id  uuid,
  cause_digest  text,
  digest        text not null,
  occurred_at   timestamptz not null,
  recorded_at   timestamptz not null,
  event         json not null
);

create index events_of_run on events (run_id, position);
create index events_of_cause on events (causation_id);

-- The newest revision of each agent.
create table agents (
  agent_id      uuid primary key,
  agent_key     text not null,
  revision      integer not null,
  configuration json not null,
  author        text not null,
  saved_at      timestamptz not null,
  deleted       boolean not null default false
);

create index agents_by_key on agents (agent_key, agent_id) where not deleted;

-- A run that asks for code. Each topic writes columns of its own, so that topics may arrive in any order.
create table runs (
  deployment_id        uuid primary key,
  agent_id             uuid not null,
  created_at           timestamptz not null,
  -- commands
  generated_by         text,
  -- code
  agent_key            text,
  revision             integer,
  generated_code       text,
  configuration        json,
  configuration_digest text,
  code_digest          text,
  template             json,
  template_version     text,
  warnings             json,
  generation_timestamp timestamptz,
  generation_problem   text,
  -- scans
  verdict              json,
  scan_passed          boolean,
  -- reviews
  review_state         text check (review_state in ('requested', 'approved', 'rejected', 'needs_changes')),
  review_requested_at  timestamptz,
  reviewer             text,
  review_comments      text,
  reviewed_at          timestamptz,
  -- commits
  git_branch           text,
  git_commit_hash      text,
  merge_commit_hash    text,
  git_problem          text,
  -- deployments
  deployment_path      text,
  deployment_timestamp timestamptz,
  deployed_digest      text,
  deployment_problem   text,
  rolled_back_at       timestamptz,
  is_active            boolean not null default false,
  replaced_by          uuid
);

create index runs_of_agent on runs (agent_id, deployment_id desc);

-- agent_code_deployments of the source design: the facts above with the two statuses that follow from them.
create view agent_code_deployments as
select runs.*,
  case
    when rolled_back_at is not null then 'rolled_back'
    when deployment_timestamp is not null then 'deployed'
    when coalesce(generation_problem, git_problem, deployment_problem) is not null or not scan_passed then 'failed'
    when review_state = 'approved' then 'approved'
    when review_state = 'rejected' then 'rejected'
    when review_state = 'needs_changes' then 'needs_changes'
    when review_state = 'requested' then 'review_required'
    else 'pending'
  end as deployment_status,
  case
    when review_state in ('approved', 'rejected', 'needs_changes') then review_state
    else 'pending'
  end as review_status,
  coalesce(generation_problem, git_problem, deployment_problem) as problem
from runs;
