package io.crewsmith.gateway.ledger;

import static java.util.Objects.requireNonNull;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.gateway.model.SavedConfiguration;
import io.crewsmith.gateway.model.TrailEntry;
import io.crewsmith.gateway.model.Version;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the ledger. */
final class Rows {

    private Rows() {}

    static SavedConfiguration configuration(Readable row) {
        return new SavedConfiguration(
                kind(required(row, "kind", String.class)),
                required(row, "id", UUID.class),
                required(row, "key", String.class),
                required(row, "revision", Integer.class),
                required(row, "configuration", String.class),
                required(row, "author", String.class),
                required(row, "saved_at", Instant.class));
    }

    static Effect effect(Readable row) {
        return new Effect(required(row, "type", String.class), required(row, "event", String.class));
    }

    static TrailEntry trailEntry(Readable row) {
        return new TrailEntry(
                required(row, "position", Long.class),
                required(row, "event_id", UUID.class),
                required(row, "type", String.class),
                required(row, "topic", String.class),
                required(row, "partition", Integer.class),
                required(row, "topic_offset", Long.class),
                required(row, "run_id", UUID.class),
                required(row, "subject", UUID.class),
                required(row, "actor", String.class),
                row.get("causation_id", UUID.class),
                text(row, "cause_digest"),
                required(row, "digest", String.class),
                required(row, "occurred_at", Instant.class),
                required(row, "recorded_at", Instant.class),
                text(row, "trace_parent"),
                required(row, "event", String.class));
    }

    static Version version(Readable row) {
        return new Version(
                required(row, "deployment_id", UUID.class),
                required(row, "agent_id", UUID.class),
                required(row, "configuration", String.class),
                required(row, "generated_code", String.class));
    }

    static Deployment deployment(Readable row) {
        return new Deployment(
                required(row, "deployment_id", UUID.class),
                kind(required(row, "kind", String.class)),
                required(row, "agent_id", UUID.class),
                text(row, "agent_key"),
                row.get("revision", Integer.class),
                required(row, "deployment_status", String.class),
                required(row, "review_status", String.class),
                required(row, "is_active", Boolean.class),
                text(row, "problem"),
                text(row, "generated_by"),
                text(row, "generated_code"),
                text(row, "code_digest"),
                text(row, "configuration_digest"),
                text(row, "template_version"),
                row.get("generation_timestamp", Instant.class),
                text(row, "warnings"),
                text(row, "verdict"),
                row.get("review_requested_at", Instant.class),
                text(row, "reviewer"),
                filled(row, "review_comments"),
                row.get("reviewed_at", Instant.class),
                text(row, "git_branch"),
                text(row, "git_commit_hash"),
                text(row, "merge_commit_hash"),
                text(row, "deployment_path"),
                row.get("deployment_timestamp", Instant.class),
                row.get("replaced_by", UUID.class),
                text(row, "missing"),
                row.get("revises", UUID.class),
                required(row, "resumable", Boolean.class),
                text(row, "risk"),
                row.get("pr_number", Integer.class),
                text(row, "pr_url"),
                text(row, "pr_commit"),
                checks(row));
    }

    private static Checks checks(Readable row) {
        return new Checks(
                Boolean.TRUE.equals(row.get("checks_required", Boolean.class)),
                text(row, "checks_result"),
                filled(row, "checks_details"),
                row.get("checks_reported_at", Instant.class));
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String text(Readable row, String column) {
        return row.get(column, String.class);
    }

    /** The view keeps what was said without a text as an empty one, so that it takes the place of an earlier one. */
    private static @Nullable String filled(Readable row, String column) {
        String text = text(row, column);
        return text == null || text.isEmpty() ? null : text;
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
