package io.crewsmith.agent;

import io.crewsmith.agent.model.Change;
import io.crewsmith.agent.model.StoredAgent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps agents and revisions in the schema {@code agents}. */
final class AgentStore {

    private static final String SELECT = """
            select agent.id, agent.agent_key, agent.revision, agent.author, revision.configuration,
              revision.configuration_digest, revision.saved_at
            from agents.crewai_agents agent
            join agents.agent_revisions revision on revision.agent_id = agent.id and revision.revision = agent.revision
            """;

    private final JdbcClient jdbc;

    AgentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredAgent> find(UUID agentId) {
        return jdbc.sql(SELECT + "where agent.id = ?")
                .param(agentId)
                .query(AgentStore::agent)
                .optional();
    }

    Optional<UUID> ownerOf(String agentKey) {
        return jdbc.sql("select id from agents.crewai_agents where agent_key = ?")
                .param(agentKey)
                .query(UUID.class)
                .optional();
    }

    int lastRevision(UUID agentId) {
        return jdbc.sql("select coalesce(max(revision), 0) from agents.agent_revisions where agent_id = ?")
                .param(agentId)
                .query(Integer.class)
                .single();
    }

    void store(Change change, int revision, String author, Instant now) {
        jdbc.sql("""
                        insert into agents.agent_revisions
                          (agent_id, revision, configuration, configuration_digest, author, saved_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(change.agentId())
                .param(revision)
                .param(change.configuration())
                .param(change.digest())
                .param(author)
                .param(Timestamp.from(now))
                .update();
        remove(change.agentId());
        insert(change, revision, author, now);
    }

    /** Fills the rows by the names of the parameters: each is a column of the same name. */
    private void insert(Change change, int revision, String author, Instant now) {
        jdbc.sql("""
                        with given as (select cast(:configuration as jsonb) as configuration),
                        memory as (
                          insert into agents.agent_memory_configs
                          select memory.* from given, jsonb_populate_record(null::agents.agent_memory_configs,
                            configuration -> 'memory_config' || jsonb_build_object('id', :memory_id::uuid)) memory
                          where jsonb_typeof(configuration -> 'memory_config') = 'object'
                          returning id)
                        insert into agents.crewai_agents
                        select agent.* from given, jsonb_populate_record(null::agents.crewai_agents,
                          configuration || jsonb_build_object('id', :id::uuid, 'revision', :revision::int,
                            'author', :author::text, 'memory_config_id', (select id from memory),
                            'created_at', :now::timestamptz, 'updated_at', :now::timestamptz)) agent
                        """)
                .param("configuration", change.configuration())
                .param("memory_id", UUID.randomUUID())
                .param("id", change.agentId())
                .param("revision", revision)
                .param("author", author)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Removes the agent; its revisions stay. */
    void remove(UUID agentId) {
        jdbc.sql("""
                        with gone as (delete from agents.crewai_agents where id = ? returning memory_config_id)
                        delete from agents.agent_memory_configs where id in (select memory_config_id from gone)
                        """).param(agentId).update();
    }

    private static StoredAgent agent(ResultSet row, int number) throws SQLException {
        return new StoredAgent(
                row.getObject("id", UUID.class),
                row.getString("agent_key"),
                row.getInt("revision"),
                row.getString("author"),
                row.getString("configuration"),
                row.getString("configuration_digest"),
                row.getTimestamp("saved_at").toInstant());
    }
}
