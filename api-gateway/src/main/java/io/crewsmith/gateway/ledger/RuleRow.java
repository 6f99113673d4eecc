package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleSaved;
import java.util.Map;
import java.util.Optional;

/** What an event says about a custom rule, as columns of {@code ledger.rules}. */
final class RuleRow {

    private RuleRow() {}

    static Optional<Map<String, Object>> of(Entry entry) {
        return switch (entry.event()) {
            case RuleSaved saved ->
                Optional.of(Map.of(
                        "rule", saved.getRule(),
                        "revision", saved.getRevision(),
                        "author", saved.getAuthor(),
                        "saved_at", saved.getSavedAt(),
                        "title", saved.getTitle(),
                        "severity", saved.getSeverity().name(),
                        "text", saved.getText()));
            case RuleDeleted deleted ->
                Optional.of(Map.of(
                        "rule", deleted.getRule(),
                        "revision", deleted.getRevision(),
                        "author", deleted.getAuthor(),
                        "saved_at", deleted.getDeletedAt()));
            default -> Optional.empty();
        };
    }
}
