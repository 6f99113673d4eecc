-- Memory settings of an agent, a row of their own as in the source design.
create table agent_memory_configs (
  id                        uuid primary key,
  short_term_enabled        boolean,
  long_term_enabled         boolean,
  entity_enabled            boolean,
  contextual_enabled        boolean,
  user_enabled              boolean,
  storage_type              varchar(20),
  storage_connection_string text,
  short_term_max_messages   integer,
  long_term_max_kb          integer,
  entity_max_count          integer,
  embedder_provider         varchar(40),
  embedder_model            text,
  embedder_dimensions       integer
);

-- Agents as they are now: a column a parameter, named like it, so that a configuration fills the row by its names.
create table crewai_agents (
  id                     uuid primary key,
  agent_key              varchar(100) not null unique,
  name                   varchar(200),
  role                   text not null,
  goal                   text not null,
  backstory              text not null,
  department_id          uuid,
  tools                  text[] not null,
  llm_model              text not null,
  temperature            double precision,
  max_tokens             bigint,
  max_rpm                bigint,
  max_iter               bigint,
  max_execution_time     bigint,
  max_retry_limit        bigint,
  allow_delegation       boolean,
  allow_code_execution   boolean,
  code_execution_mode    varchar(20) check (code_execution_mode in ('safe', 'unsafe')),
  respect_context_window boolean,
  cache_enabled          boolean,
  memory_enabled         boolean,
  memory_config_id       uuid references agent_memory_configs (id) on delete set null,
  reasoning_enabled      boolean,
  max_reasoning_attempts bigint,
  system_template        text,
  prompt_template        text,
  response_template      text,
  inject_date            boolean,
  date_format            varchar(200),
  multimodal_enabled     boolean,
  function_calling_llm   text,
  use_system_prompt      boolean,
  knowledge_sources      jsonb,
  embedder_config        jsonb,
  "verbose"              boolean,
  step_callback_url      text,
  revision               integer not null,
  author                 text not null,
  created_at             timestamptz not null,
  updated_at             timestamptz not null
);

-- Every revision that ever was, as the canonical text that its digest is about.
create table agent_revisions (
  agent_id             uuid not null,
  revision             integer not null,
  configuration        text not null,
  configuration_digest char(64) not null,
  author               text not null,
  saved_at             timestamptz not null,
  primary key (agent_id, revision)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A revision never changes: write a new one';
end
$$;

create trigger agent_revisions_never_change before update or delete on agent_revisions
  for each row execute function refuse_change();
