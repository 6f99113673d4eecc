package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.RolledBack;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Keeps the views of agents and runs up to date with the events. */
class Projection {

    private static final Set<String> JSON = Set.of("configuration", "template", "verdict", "warnings");

    private final DatabaseClient database;

    Projection(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> apply(Entry entry) {
        Map<String, Object> facts = RunFacts.of(entry);
        Mono<Void> run = facts.isEmpty() ? Mono.empty() : note(entry, facts);
        return run.then(
                switch (entry.event()) {
                    case AgentSaved saved -> save(entry.subject(), saved);
                    case AgentDeleted deleted -> delete(entry.subject());
                    case Deployed deployed -> activate(entry.subject(), entry.runId());
                    case RolledBack rolledBack ->
                        activate(entry.subject(), UUID.fromString(rolledBack.getActiveRunId()));
                    default -> Mono.empty();
                });
    }

    private Mono<Void> note(Entry entry, Map<String, Object> facts) {
        var ordered = new TreeMap<>(facts);
        GenericExecuteSpec upsert = database.sql(upsert(ordered.keySet()))
                .bind("deployment_id", entry.runId())
                .bind("agent_id", entry.subject())
                .bind("created_at", entry.envelope().getOccurredAt());
        for (Map.Entry<String, Object> fact : ordered.entrySet()) {
            upsert = upsert.bind(fact.getKey(), fact.getValue());
        }
        return upsert.then();
    }

    private static String upsert(Set<String> columns) {
        return "insert into ledger.runs (deployment_id, agent_id, created_at, %s) values (:deployment_id, :agent_id, :created_at, %s) on conflict (deployment_id) do update set %s"
                .formatted(
                        String.join(", ", columns),
                        columns.stream().map(Projection::value).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ")));
    }

    private static String value(String column) {
        return JSON.contains(column) ? "cast(:%s as json)".formatted(column) : ":" + column;
    }

    private Mono<Void> save(UUID agentId, AgentSaved saved) {
        return database.sql("""
                        insert into ledger.agents
                          (agent_id, agent_key, revision, configuration, author, saved_at)
                        values (:agent_id, :agent_key, :revision, cast(:configuration as json), :author, :saved_at)
                        on conflict (agent_id) do update set agent_key = excluded.agent_key,
                          revision = excluded.revision, configuration = excluded.configuration,
                          author = excluded.author, saved_at = excluded.saved_at, deleted = false
                        """)
                .bind("agent_id", agentId)
                .bind("agent_key", saved.getAgentKey())
                .bind("revision", saved.getRevision())
                .bind("configuration", saved.getConfiguration())
                .bind("author", saved.getAuthor())
                .bind("saved_at", saved.getSavedAt())
                .then();
    }

    private Mono<Void> delete(UUID agentId) {
        return database.sql("update ledger.agents set deleted = true where agent_id = :agent_id")
                .bind("agent_id", agentId)
                .then();
    }

    private Mono<Void> activate(UUID agentId, UUID runId) {
        return database.sql("""
                        update ledger.runs set is_active = (deployment_id = :run_id),
                          replaced_by = case when deployment_id = :run_id then null
                            when is_active then :run_id else replaced_by end
                        where agent_id = :agent_id and (is_active or deployment_id = :run_id)
                        """).bind("agent_id", agentId).bind("run_id", runId).then();
    }
}
