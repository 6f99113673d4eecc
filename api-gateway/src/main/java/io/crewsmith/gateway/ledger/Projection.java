package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.RolledBack;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the views of configurations and runs up to date with the events. */
class Projection {

    private static final String NOTE = """
            insert into ledger.runs (deployment_id, agent_id, created_at, %s)
            select deployment_id, agent_id, created_at, %s
            from json_populate_recordset(null::ledger.runs, cast(? as json))
            on conflict (deployment_id) do update set %s
            """.formatted(
                    String.join(", ", RunFacts.COLUMNS),
                    String.join(", ", RunFacts.COLUMNS),
                    RunFacts.COLUMNS.stream()
                            .map(column -> "%1$s = coalesce(excluded.%1$s, runs.%1$s)".formatted(column))
                            .collect(Collectors.joining(", ")));

    private static final String SAVE = """
            insert into ledger.configurations (kind, id, key, revision, configuration, author, saved_at, deleted)
            select kind, id, key, revision, configuration, author, saved_at, deleted
            from json_populate_recordset(null::ledger.configurations, cast(? as json))
            on conflict (id) do update set key = excluded.key,
              revision = excluded.revision, configuration = excluded.configuration,
              author = excluded.author, saved_at = excluded.saved_at, deleted = excluded.deleted
            """;

    private static final String RULE = """
            insert into ledger.rules (rule, revision, author, saved_at, title, severity, text)
            select rule, revision, author, saved_at, title, severity, text
            from json_populate_recordset(null::ledger.rules, cast(? as json))
            on conflict (rule, revision) do nothing
            """;

    private final JdbcClient jdbc;

    Projection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Applies the events in their order. */
    void apply(List<Entry> entries) {
        write(NOTE, runs(entries).values());
        applyToConfigurations(entries);
        write(RULE, entries.stream().map(RuleRow::of).flatMap(Optional::stream).toList());
        entries.forEach(this::applyToDeployments);
    }

    /** What the events say about each run, the later over the earlier. */
    private static Map<UUID, Map<String, Object>> runs(List<Entry> entries) {
        var runs = new LinkedHashMap<UUID, Map<String, Object>>();
        for (Entry entry : entries) {
            Map<String, Object> facts = RunFacts.of(entry);
            if (!facts.isEmpty()) {
                runs.computeIfAbsent(entry.runId(), run -> beginning(entry)).putAll(facts);
            }
        }
        return runs;
    }

    private static Map<String, Object> beginning(Entry entry) {
        return new HashMap<>(Map.of(
                "deployment_id", entry.runId(),
                "agent_id", entry.subject(),
                "created_at", entry.envelope().getOccurredAt()));
    }

    /** The last word on each configuration: how it is, or that it is gone. */
    private void applyToConfigurations(List<Entry> entries) {
        var last = new LinkedHashMap<UUID, Optional<Map<String, Object>>>();
        for (Entry entry : entries) {
            ConfigurationRow.of(entry).ifPresent(row -> last.put(entry.subject(), Optional.of(row)));
            if (ConfigurationRow.isGone(entry)) {
                last.put(entry.subject(), Optional.empty());
            }
        }
        write(SAVE, last.values().stream().flatMap(Optional::stream).toList());
        last.forEach((id, row) -> {
            if (row.isEmpty()) {
                delete(id);
            }
        });
    }

    private void write(String statement, Collection<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(statement)
                    .param(JsonMapper.shared().writeValueAsString(rows))
                    .update();
        }
    }

    private void delete(UUID id) {
        jdbc.sql("update ledger.configurations set deleted = true where id = ?")
                .param(id)
                .update();
    }

    private void applyToDeployments(Entry entry) {
        switch (entry.event()) {
            case Deployed deployed -> activate(entry.subject(), entry.runId());
            case RolledBack rolledBack -> activate(entry.subject(), UUID.fromString(rolledBack.getActiveRunId()));
            default -> {}
        }
    }

    private void activate(UUID agentId, UUID runId) {
        jdbc.sql("""
                        update ledger.runs set is_active = (deployment_id = :run_id),
                          replaced_by = case when deployment_id = :run_id then null
                            when is_active then :run_id else replaced_by end
                        where agent_id = :agent_id and (is_active or deployment_id = :run_id)
                        """).param("agent_id", agentId).param("run_id", runId).update();
    }
}
