package io.crewsmith.agent;

import io.crewsmith.catalogue.Kind;

/**
 * Where one kind is kept.
 *
 * @param current the rows as they are now, a column a parameter
 * @param revisions every revision that ever was
 * @param id the column of the revisions that says whose they are
 * @param key the column of the current rows that holds the key
 * @param insert fills a current row by the names of the parameters
 */
record Tables(String current, String revisions, String id, String key, String insert) {

    private static final String INSERT = """
            insert into agents.%1$s
            select row.* from jsonb_populate_record(null::agents.%1$s,
              cast(:configuration as jsonb) || jsonb_build_object('id', :id::uuid, 'revision', :revision::int,
                'author', :author::text, 'created_at', :now::timestamptz, 'updated_at', :now::timestamptz)) row
            """;

    /** An agent's memory settings are a row of their own. */
    private static final String INSERT_AGENT = """
            with given as (select cast(:configuration as jsonb) as configuration),
            memory as (
              insert into agents.agent_memory_configs
              select memory.* from given, jsonb_populate_record(null::agents.agent_memory_configs,
                configuration -> 'memory_config' || jsonb_build_object('id', gen_random_uuid())) memory
              where jsonb_typeof(configuration -> 'memory_config') = 'object'
              returning id)
            insert into agents.crewai_agents
            select agent.* from given, jsonb_populate_record(null::agents.crewai_agents,
              configuration || jsonb_build_object('id', :id::uuid, 'revision', :revision::int,
                'author', :author::text, 'memory_config_id', (select id from memory),
                'created_at', :now::timestamptz, 'updated_at', :now::timestamptz)) agent
            """;

    static Tables of(Kind kind) {
        return switch (kind) {
            case AGENT -> new Tables("crewai_agents", "agent_revisions", "agent_id", "agent_key", INSERT_AGENT);
            case CREW -> plain("crewai_crews", kind);
            case TASK -> plain("crewai_tasks", kind);
        };
    }

    private static Tables plain(String current, Kind kind) {
        return new Tables(
                current,
                kind.word() + "_revisions",
                kind.word() + "_id",
                kind.keyParameter(),
                INSERT.formatted(current));
    }
}
