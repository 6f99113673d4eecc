package io.crewsmith.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.Outcome.Ground;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests for {@link AgentRules}. */
class AgentRulesTests {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final StoredAgent STORED =
            new StoredAgent(ID, "market-analyst", 3, "ann", "{}", "digest", Instant.EPOCH);

    private final AgentRules rules = new AgentRules();

    @Test
    void theFirstRevisionIsOne() {
        assertThat(rules.save(change(Expectation.NEW, null, "new"), Optional.empty(), Optional.empty(), 0))
                .isEqualTo(new Stored(1));
    }

    @Test
    void anAgentThatWasDeletedOnceGoesOnCounting() {
        assertThat(rules.save(change(Expectation.NEW, null, "new"), Optional.empty(), Optional.empty(), 7))
                .isEqualTo(new Stored(8));
    }

    @Test
    void anAgentThatIsThereIsNotNew() {
        assertRefused(
                rules.save(change(Expectation.NEW, null, "new"), Optional.of(STORED), Optional.of(ID), 3),
                Ground.CONFLICT,
                "/agent_id");
    }

    @Test
    void anAgentThatIsNotThereCannotBeReplaced() {
        assertRefused(
                rules.save(change(Expectation.EXISTING, null, "new"), Optional.empty(), Optional.empty(), 0),
                Ground.NOT_FOUND,
                "");
    }

    @Test
    void theKeyOfAnotherAgentIsTaken() {
        assertRefused(
                rules.save(change(Expectation.ANY, null, "new"), Optional.empty(), Optional.of(OTHER), 0),
                Ground.CONFLICT,
                "/agent_key");
    }

    @Test
    void aChangeMakesTheNextRevision() {
        assertThat(rules.save(change(Expectation.ANY, 3, "new"), Optional.of(STORED), Optional.of(ID), 3))
                .isEqualTo(new Stored(4));
    }

    @Test
    void theSameConfigurationTwiceIsOneRevision() {
        assertThat(rules.save(change(Expectation.ANY, null, "digest"), Optional.of(STORED), Optional.of(ID), 3))
                .isEqualTo(new Unchanged(STORED));
    }

    @Test
    void aChangeOfWhatIsNoLongerTheNewestIsStale() {
        assertRefused(
                rules.save(change(Expectation.EXISTING, 2, "new"), Optional.of(STORED), Optional.of(ID), 3),
                Ground.STALE,
                "");
    }

    @Test
    void removingKnowsTheSameRefusals() {
        assertThat(rules.remove(ID, Optional.of(STORED), null)).isEmpty();
        assertThat(rules.remove(ID, Optional.of(STORED), 3)).isEmpty();
        assertThat(rules.remove(ID, Optional.of(STORED), 2))
                .hasValueSatisfying(refused -> assertThat(refused.ground()).isEqualTo(Ground.STALE));
        assertThat(rules.remove(ID, Optional.empty(), null))
                .hasValueSatisfying(refused -> assertThat(refused.ground()).isEqualTo(Ground.NOT_FOUND));
    }

    private static Change change(Expectation expectation, @Nullable Integer expectedRevision, String digest) {
        return new Change(ID, "market-analyst", expectation, expectedRevision, "{}", digest);
    }

    private static void assertRefused(Outcome outcome, Ground ground, String pointer) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.ground()).isEqualTo(ground);
            assertThat(refused.pointer()).isEqualTo(pointer);
        });
    }
}
