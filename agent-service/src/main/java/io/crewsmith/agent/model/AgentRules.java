package io.crewsmith.agent.model;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.Outcome.Ground;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of changing agents: one key an agent, no lost updates, no revision without a change. */
public final class AgentRules {

    /**
     * Decides about a change.
     *
     * @param existing the agent of the same id
     * @param keyOwner the agent of the same key
     * @param lastRevision the highest revision that this id ever had; 0 for none
     */
    public Outcome save(Change change, Optional<StoredAgent> existing, Optional<UUID> keyOwner, int lastRevision) {
        if (existing.isEmpty() && change.expectation() == Expectation.EXISTING) {
            return notFound(change.agentId());
        }
        if (existing.isPresent() && change.expectation() == Expectation.NEW) {
            return new Refused(
                    Ground.CONFLICT, "/agent_id", "There is an agent %s already.".formatted(change.agentId()));
        }
        if (keyOwner.isPresent() && !keyOwner.get().equals(change.agentId())) {
            return new Refused(
                    Ground.CONFLICT,
                    "/agent_key",
                    "The key %s belongs to another agent. Choose another one.".formatted(change.agentKey()));
        }
        return existing.map(agent -> replace(change, agent)).orElse(new Stored(lastRevision + 1));
    }

    /** Decides about a removal; empty if it is allowed. */
    public Optional<Refused> remove(UUID agentId, Optional<StoredAgent> existing, @Nullable Integer expectedRevision) {
        return existing.map(agent -> stale(agent, expectedRevision)).orElse(Optional.of(notFound(agentId)));
    }

    /** There is no such agent. */
    public Refused notFound(UUID agentId) {
        return new Refused(Ground.NOT_FOUND, "", "There is no agent %s.".formatted(agentId));
    }

    private static Outcome replace(Change change, StoredAgent agent) {
        Optional<Refused> stale = stale(agent, change.expectedRevision());
        if (stale.isPresent()) {
            return stale.get();
        }
        return agent.digest().equals(change.digest()) ? new Unchanged(agent) : new Stored(agent.revision() + 1);
    }

    private static Optional<Refused> stale(StoredAgent agent, @Nullable Integer expectedRevision) {
        if (expectedRevision == null || expectedRevision == agent.revision()) {
            return Optional.empty();
        }
        return Optional.of(new Refused(
                Ground.STALE,
                "",
                "You saw revision %d, but it is revision %d now. Read the agent again."
                        .formatted(expectedRevision, agent.revision())));
    }
}
