-- Crews as they are now: a column a parameter, as for agents.
create table crewai_crews (
  id                   uuid primary key,
  crew_key             varchar(100) not null unique,
  crew_name            varchar(200),
  description          text,
  agent_ids            uuid[] not null,
  task_ids             uuid[] not null,
  process_type         varchar(20) not null check (process_type in ('sequential', 'hierarchical', 'consensual')),
  manager_agent_id     uuid,
  manager_llm          text,
  planning_enabled     boolean,
  planning_llm         text,
  function_calling_llm text,
  memory_enabled       boolean,
  cache_enabled        boolean,
  max_rpm              bigint,
  "verbose"            boolean,
  step_callback_url    text,
  task_callback_url    text,
  output_log_file      text,
  config_file_path     text,
  prompt_file_path     text,
  share_crew           boolean,
  revision             integer not null,
  author               text not null,
  created_at           timestamptz not null,
  updated_at           timestamptz not null
);

create index crews_by_agent on crewai_crews using gin (agent_ids);
create index crews_by_task on crewai_crews using gin (task_ids);

-- Tasks as they are now.
create table crewai_tasks (
  id                     uuid primary key,
  task_key               varchar(100) not null unique,
  description            text not null,
  expected_output        text not null,
  assigned_agent_id      uuid,
  context_task_ids       uuid[] not null,
  tools                  text[] not null,
  async_execution        boolean,
  human_input            boolean,
  guardrail_function     text,
  guardrail_max_retries  bigint,
  markdown_enabled       boolean,
  output_file            text,
  create_directory       boolean,
  output_json_schema     jsonb,
  output_pydantic_schema jsonb,
  callback_url           text,
  revision               integer not null,
  author                 text not null,
  created_at             timestamptz not null,
  updated_at             timestamptz not null
);

create index tasks_by_agent on crewai_tasks (assigned_agent_id);
create index tasks_by_context on crewai_tasks using gin (context_task_ids);

create table crew_revisions (
  crew_id              uuid not null,
  revision             integer not null,
  configuration        text not null,
  configuration_digest char(64) not null,
  author               text not null,
  saved_at             timestamptz not null,
  primary key (crew_id, revision)
);

create table task_revisions (
  task_id              uuid not null,
  revision             integer not null,
  configuration        text not null,
  configuration_digest char(64) not null,
  author               text not null,
  saved_at             timestamptz not null,
  primary key (task_id, revision)
);

create trigger crew_revisions_never_change before update or delete on crew_revisions
  for each row execute function refuse_change();
create trigger task_revisions_never_change before update or delete on task_revisions
  for each row execute function refuse_change();

-- A key names code that may be deployed, so it belongs to its first id for ever, and an id keeps its key.
create table keys (
  kind varchar(10) not null check (kind in ('agent', 'crew', 'task')),
  key  varchar(100) not null,
  id   uuid not null,
  primary key (kind, key),
  unique (kind, id)
);

insert into keys (kind, key, id)
select 'agent', agent_key, id from crewai_agents;

-- Agents that are deleted: the key that they had last, unless another one has it now.
insert into keys (kind, key, id)
select distinct on (agent_id) 'agent', configuration::json ->> 'agent_key', agent_id
from agent_revisions
order by agent_id, revision desc
on conflict do nothing;
