-- Agents are one kind of configuration among three.
alter table agents rename to configurations;
alter table configurations rename column agent_id to id;
alter table configurations rename column agent_key to key;
alter table configurations add column kind text not null default 'agent' check (kind in ('agent', 'crew', 'task'));
alter table configurations alter column kind drop default;

drop index agents_by_key;
create index configurations_by_key on configurations (kind, key, id) where not deleted;

-- A run asks for the code of an agent or of a crew: agent_id and agent_key are then the crew's.
alter table runs add column kind text check (kind in ('agent', 'crew'));

drop view agent_code_deployments;

create view agent_code_deployments as
select
  deployment_id, coalesce(kind, 'agent') as kind, agent_id, agent_key, revision, created_at, generated_by,
  generated_code, configuration, configuration_digest, code_digest, template, template_version, warnings,
  generation_timestamp, verdict, reviewer, review_comments, reviewed_at, git_branch, git_commit_hash,
  merge_commit_hash, deployment_path, deployment_timestamp, deployed_digest, is_active, replaced_by,
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
