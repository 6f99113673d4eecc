package io.crewsmith.agent;

import io.crewsmith.agent.model.Change;
import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.ChangeRules;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.platform.events.Received;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where changes of one kind are laid before the rules, and the outcome is stored and said. Always in a transaction. */
final class ConfigurationDesk {

    private final ChangeRules rules = new ChangeRules();
    private final ConfigurationJson configurations;
    private final ConfigurationStore store;
    private final References references;
    private final Answers answers;
    private final Clock clock;

    ConfigurationDesk(
            ConfigurationJson configurations,
            ConfigurationStore store,
            References references,
            Answers answers,
            Clock clock) {
        this.configurations = configurations;
        this.store = store;
        this.references = references;
        this.answers = answers;
        this.clock = clock;
    }

    void save(
            Received received,
            String configuration,
            Expectation expectation,
            @Nullable Integer expectedRevision,
            @Nullable GenerationRequest generation) {
        switch (configurations.read(store.kind(), configuration)) {
            case Invalid(List<Problem> problems) -> answers.invalid(received, problems, clock.instant());
            case Valid(Configuration valid) -> {
                List<Problem> missing = references.missing(store.kind(), valid);
                if (missing.isEmpty()) {
                    save(received, change(received, valid, expectation, expectedRevision), generation);
                } else {
                    answers.invalid(received, missing, clock.instant());
                }
            }
        }
    }

    private void save(Received received, Change change, @Nullable GenerationRequest generation) {
        Instant now = clock.instant();
        String author = received.envelope().getActor();
        switch (rules.save(change, store.known(change.id(), change.key()))) {
            case Stored(int revision) -> {
                store.store(change, revision, author, now);
                answers.saved(received, stored(change, revision, author, now), generation, now);
            }
            case Unchanged(StoredConfiguration unchanged) -> answers.saved(received, unchanged, generation, now);
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    void remove(Received received, @Nullable Integer expectedRevision) {
        Instant now = clock.instant();
        UUID id = received.subject();
        Optional<StoredConfiguration> existing = store.find(id);
        Optional<Refused> refused =
                rules.remove(store.kind(), id, existing, expectedRevision, references.users(store.kind(), id));
        if (refused.isPresent()) {
            answers.refused(received, refused.get(), now);
            return;
        }
        store.remove(id);
        existing.ifPresent(stored -> answers.deleted(received, stored, now));
    }

    private Change change(
            Received received,
            Configuration configuration,
            Expectation expectation,
            @Nullable Integer expectedRevision) {
        return new Change(
                store.kind(),
                received.subject(),
                configuration.key(store.kind()),
                expectation,
                expectedRevision,
                configurations.write(configuration),
                configurations.digest(configuration));
    }

    private static StoredConfiguration stored(Change change, int revision, String author, Instant now) {
        return new StoredConfiguration(
                change.id(), change.key(), revision, author, change.configuration(), change.digest(), now);
    }
}
