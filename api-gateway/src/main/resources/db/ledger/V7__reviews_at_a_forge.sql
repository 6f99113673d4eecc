-- What people decide at the forge names a pull request.
create index runs_at_forge on runs (pr_number) where pr_number is not null;

-- Whether the checks of continuous integration must pass, and how they went last.
alter table runs add column checks_required boolean;
alter table runs add column checks_result text check (checks_result in ('pending', 'passed', 'failed'));
alter table runs add column checks_details text;
alter table runs add column checks_reported_at timestamptz;

-- The commit that the forge shows: what is decided there must be about it. Of several runs in one pull request it is that of all.
alter table runs add column pr_commit text;
update runs set pr_commit = git_commit_hash where pr_number is not null;

-- Whoever checks names a commit.
create index runs_to_check on runs (coalesce(pr_commit, git_commit_hash)) where checks_required;

create or replace view agent_code_deployments as
select
  deployment_id, coalesce(kind, 'agent') as kind, agent_id, agent_key, revision, created_at, generated_by,
  generated_code, configuration, configuration_digest, code_digest, template, template_version, warnings,
  generation_timestamp, verdict, reviewer, review_comments, reviewed_at, git_branch, git_commit_hash,
  merge_commit_hash, deployment_path, deployment_timestamp, deployed_digest, is_active, replaced_by,
  case
    when rolled_back_at is not null then 'rolled_back'
    when deployment_timestamp is not null then 'deployed'
    when coalesce(generation_problem, nullif(git_problem, ''), nullif(deployment_problem, '')) is not null
      or not scan_passed then 'failed'
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
  coalesce(generation_problem, nullif(git_problem, ''), nullif(deployment_problem, '')) as problem,
  missing, revises,
  rolled_back_at is null and coalesce(nullif(git_problem, ''), nullif(deployment_problem, '')) is not null as resumable,
  risk, pr_number, pr_url, checks_required, checks_result, checks_details, checks_reported_at,
  pr_commit, review_requested_at
from runs;

