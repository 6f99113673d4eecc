package io.crewsmith.gateway.ledger;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.CrewDeleted;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.TaskDeleted;
import io.crewsmith.events.v1.TaskSaved;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.util.RawValue;

/** What an event says about a configuration, as columns of {@code ledger.configurations}. */
final class ConfigurationRow {

    private ConfigurationRow() {}

    static Optional<Map<String, Object>> of(Entry entry) {
        return switch (entry.event()) {
            case AgentSaved saved ->
                row(
                        entry,
                        Kind.AGENT,
                        saved.getAgentKey(),
                        saved.getRevision(),
                        saved.getConfiguration(),
                        saved.getAuthor(),
                        saved.getSavedAt());
            case CrewSaved saved ->
                row(
                        entry,
                        Kind.CREW,
                        saved.getCrewKey(),
                        saved.getRevision(),
                        saved.getConfiguration(),
                        saved.getAuthor(),
                        saved.getSavedAt());
            case TaskSaved saved ->
                row(
                        entry,
                        Kind.TASK,
                        saved.getTaskKey(),
                        saved.getRevision(),
                        saved.getConfiguration(),
                        saved.getAuthor(),
                        saved.getSavedAt());
            default -> Optional.empty();
        };
    }

    static boolean isGone(Entry entry) {
        return switch (entry.event()) {
            case AgentDeleted agent -> true;
            case CrewDeleted crew -> true;
            case TaskDeleted task -> true;
            default -> false;
        };
    }

    private static Optional<Map<String, Object>> row(
            Entry entry, Kind kind, String key, int revision, String configuration, String author, Instant savedAt) {
        return Optional.of(Map.of(
                "kind",
                kind.word(),
                "id",
                entry.subject(),
                "key",
                key,
                "revision",
                revision,
                "configuration",
                new RawValue(configuration),
                "author",
                author,
                "saved_at",
                savedAt,
                "deleted",
                false));
    }
}
