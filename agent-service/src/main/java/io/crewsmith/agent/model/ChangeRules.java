package io.crewsmith.agent.model;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.Outcome.Ground;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import io.crewsmith.catalogue.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of changing configurations: one key an id, for ever, because deployed code bears it; no lost updates; no
 * revision without a change; nothing is removed that something else needs.
 */
public final class ChangeRules {

    /** Decides about a change. */
    public Outcome save(Change change, Known known) {
        if (known.existing().isEmpty() && change.expectation() == Expectation.EXISTING) {
            return notFound(change.kind(), change.id());
        }
        if (known.existing().isPresent() && change.expectation() == Expectation.NEW) {
            return new Refused(
                    Ground.CONFLICT,
                    "/%s_id".formatted(change.kind().word()),
                    "There is %s %s already.".formatted(article(change.kind()), change.id()));
        }
        return key(change, known)
                .orElseGet(() -> known.existing()
                        .map(stored -> replace(change, stored))
                        .orElse(new Stored(known.lastRevision() + 1)));
    }

    /**
     * Decides about a removal; empty if it is allowed.
     *
     * @param users what needs it, in words
     */
    public Optional<Refused> remove(
            Kind kind,
            UUID id,
            Optional<StoredConfiguration> existing,
            @Nullable Integer expectedRevision,
            List<String> users) {
        if (existing.isEmpty()) {
            return Optional.of(notFound(kind, id));
        }
        Optional<Refused> stale = stale(kind, existing.get(), expectedRevision);
        return stale.isPresent() || users.isEmpty()
                ? stale
                : Optional.of(new Refused(
                        Ground.CONFLICT,
                        "",
                        "It is needed by %s. Change that first.".formatted(String.join(", ", users))));
    }

    /** There is nothing of this id. */
    public Refused notFound(Kind kind, UUID id) {
        return new Refused(Ground.NOT_FOUND, "", "There is no %s %s.".formatted(kind.word(), id));
    }

    private static Optional<Outcome> key(Change change, Known known) {
        String pointer = "/" + change.kind().keyParameter();
        String word = change.kind().word();
        if (known.key().isPresent() && !known.key().get().equals(change.key())) {
            return Optional.of(new Refused(
                    Ground.INVALID,
                    pointer,
                    "The key names code that may be deployed, so it stays %s. Make a new %s for another key."
                            .formatted(known.key().get(), word)));
        }
        return known.keyOwner()
                .filter(owner -> !owner.equals(change.id()))
                .map(owner -> new Refused(
                        Ground.CONFLICT,
                        pointer,
                        "The key %s belongs to %s %s, there or deleted. Take another key, or save with that %s_id."
                                .formatted(change.key(), word, owner, word)));
    }

    private static Outcome replace(Change change, StoredConfiguration stored) {
        Optional<Refused> stale = stale(change.kind(), stored, change.expectedRevision());
        if (stale.isPresent()) {
            return stale.get();
        }
        return stored.digest().equals(change.digest()) ? new Unchanged(stored) : new Stored(stored.revision() + 1);
    }

    private static Optional<Refused> stale(Kind kind, StoredConfiguration stored, @Nullable Integer expectedRevision) {
        if (expectedRevision == null || expectedRevision == stored.revision()) {
            return Optional.empty();
        }
        return Optional.of(new Refused(
                Ground.STALE,
                "",
                "You saw revision %d, but it is revision %d now. Read the %s again."
                        .formatted(expectedRevision, stored.revision(), kind.word())));
    }

    private static String article(Kind kind) {
        return (kind == Kind.AGENT ? "an " : "a ") + kind.word();
    }
}
