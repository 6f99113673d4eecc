package io.crewsmith.agent;

import io.crewsmith.agent.model.AgentRules;
import io.crewsmith.agent.model.Change;
import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import io.crewsmith.agent.model.StoredAgent;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.platform.events.Received;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where changes are laid before the rules, and the outcome is stored and said. Always in a transaction. */
final class AgentDesk {

    private final AgentRules rules = new AgentRules();
    private final ConfigurationJson configurations;
    private final AgentStore agents;
    private final AgentAnswers answers;
    private final Clock clock;

    AgentDesk(ConfigurationJson configurations, AgentStore agents, AgentAnswers answers, Clock clock) {
        this.configurations = configurations;
        this.agents = agents;
        this.answers = answers;
        this.clock = clock;
    }

    void save(
            Received received,
            String configuration,
            Expectation expectation,
            @Nullable Integer expectedRevision,
            @Nullable GenerationRequest generation) {
        switch (configurations.read(Kind.AGENT, configuration)) {
            case Invalid(var problems) ->
                answers.rejected(
                        received,
                        Rejection.INVALID,
                        problems.stream()
                                .map(problem -> new Problem(problem.pointer(), problem.code(), problem.message()))
                                .toList(),
                        clock.instant());
            case Valid(Configuration valid) ->
                save(received, change(received, valid, expectation, expectedRevision), generation);
        }
    }

    private void save(Received received, Change change, @Nullable GenerationRequest generation) {
        Instant now = clock.instant();
        String author = received.envelope().getActor();
        Optional<StoredAgent> existing = agents.find(change.agentId());
        switch (rules.save(
                change, existing, agents.ownerOf(change.agentKey()), agents.lastRevision(change.agentId()))) {
            case Stored(int revision) -> {
                agents.store(change, revision, author, now);
                answers.saved(received, stored(change, revision, author, now), generation, now);
            }
            case Unchanged(StoredAgent agent) -> answers.saved(received, agent, generation, now);
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    void remove(Received received, @Nullable Integer expectedRevision) {
        Instant now = clock.instant();
        Optional<StoredAgent> existing = agents.find(agentId(received));
        Optional<Refused> refused = rules.remove(agentId(received), existing, expectedRevision);
        if (refused.isPresent()) {
            answers.refused(received, refused.get(), now);
            return;
        }
        agents.remove(agentId(received));
        existing.ifPresent(agent -> answers.deleted(received, agent, now));
    }

    void generate(Received received, GenerationRequest request) {
        Instant now = clock.instant();
        agents.find(agentId(received))
                .ifPresentOrElse(
                        agent -> answers.saved(received, agent, request, now),
                        () -> answers.refused(received, rules.notFound(agentId(received)), now));
    }

    private Change change(
            Received received,
            Configuration configuration,
            Expectation expectation,
            @Nullable Integer expectedRevision) {
        return new Change(
                agentId(received),
                configuration.key(Kind.AGENT),
                expectation,
                expectedRevision,
                configurations.write(configuration),
                configurations.digest(configuration));
    }

    private static StoredAgent stored(Change change, int revision, String author, Instant now) {
        return new StoredAgent(
                change.agentId(), change.agentKey(), revision, author, change.configuration(), change.digest(), now);
    }

    private static UUID agentId(Received received) {
        return UUID.fromString(received.envelope().getSubject());
    }
}
