package io.crewsmith.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.agent.model.Outcome.Ground;
import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.Outcome.Stored;
import io.crewsmith.agent.model.Outcome.Unchanged;
import io.crewsmith.catalogue.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests for {@link ChangeRules}. */
class ChangeRulesTests {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final StoredConfiguration STORED =
            new StoredConfiguration(ID, "market-analyst", 3, "ann", "{}", "digest", Instant.EPOCH);

    private static final Known KNOWN =
            new Known(Optional.of(STORED), Optional.of("market-analyst"), Optional.of(ID), 3);
    private static final Known DELETED = new Known(Optional.empty(), Optional.of("market-analyst"), Optional.of(ID), 7);
    private static final Known TAKEN = new Known(Optional.empty(), Optional.empty(), Optional.of(OTHER), 0);

    private final ChangeRules rules = new ChangeRules();

    @Test
    void theFirstRevisionIsOne() {
        assertThat(rules.save(change(Expectation.NEW, null, "new"), Known.NOTHING))
                .isEqualTo(new Stored(1));
    }

    @Test
    void anAgentThatWasDeletedOnceGoesOnCounting() {
        assertThat(rules.save(change(Expectation.NEW, null, "new"), DELETED)).isEqualTo(new Stored(8));
    }

    @Test
    void anAgentThatIsThereIsNotNew() {
        assertRefused(rules.save(change(Expectation.NEW, null, "new"), KNOWN), Ground.CONFLICT, "/agent_id");
    }

    @Test
    void anAgentThatIsNotThereCannotBeReplaced() {
        assertRefused(rules.save(change(Expectation.EXISTING, null, "new"), Known.NOTHING), Ground.NOT_FOUND, "");
    }

    @Test
    void theKeyOfAnotherAgentIsTaken() {
        assertRefused(rules.save(change(Expectation.ANY, null, "new"), TAKEN), Ground.CONFLICT, "/agent_key");
    }

    @Test
    void aChangeMakesTheNextRevision() {
        assertThat(rules.save(change(Expectation.ANY, 3, "new"), KNOWN)).isEqualTo(new Stored(4));
    }

    @Test
    void theSameConfigurationTwiceIsOneRevision() {
        assertThat(rules.save(change(Expectation.ANY, null, "digest"), KNOWN)).isEqualTo(new Unchanged(STORED));
    }

    @Test
    void aChangeOfWhatIsNoLongerTheNewestIsStale() {
        assertRefused(rules.save(change(Expectation.EXISTING, 2, "new"), KNOWN), Ground.STALE, "");
    }

    @Test
    void theKeyNeverChanges() {
        var renamed = new Known(Optional.of(STORED), Optional.of("old-name"), Optional.empty(), 3);

        assertRefused(rules.save(change(Expectation.ANY, null, "new"), renamed), Ground.INVALID, "/agent_key");
    }

    @Test
    void aDeletedAgentComesBackUnderItsKeyAlone() {
        var otherKey = new Known(Optional.empty(), Optional.of("old-name"), Optional.empty(), 3);

        assertRefused(rules.save(change(Expectation.NEW, null, "new"), otherKey), Ground.INVALID, "/agent_key");
    }

    @Test
    void removingKnowsTheSameRefusals() {
        assertThat(remove(Optional.of(STORED), null)).isEmpty();
        assertThat(remove(Optional.of(STORED), 3)).isEmpty();
        assertThat(remove(Optional.of(STORED), 2))
                .hasValueSatisfying(refused -> assertThat(refused.ground()).isEqualTo(Ground.STALE));
        assertThat(remove(Optional.empty(), null))
                .hasValueSatisfying(refused -> assertThat(refused.ground()).isEqualTo(Ground.NOT_FOUND));
    }

    @Test
    void whatACrewNeedsIsNotRemoved() {
        assertThat(rules.remove(Kind.AGENT, ID, Optional.of(STORED), null, List.of("crew market-brief")))
                .hasValueSatisfying(refused -> {
                    assertThat(refused.ground()).isEqualTo(Ground.CONFLICT);
                    assertThat(refused.reason()).isEqualTo("It is needed by crew market-brief. Change that first.");
                });
    }

    private Optional<Refused> remove(Optional<StoredConfiguration> existing, @Nullable Integer expectedRevision) {
        return rules.remove(Kind.AGENT, ID, existing, expectedRevision, List.of());
    }

    private static Change change(Expectation expectation, @Nullable Integer expectedRevision, String digest) {
        return new Change(Kind.AGENT, ID, "market-analyst", expectation, expectedRevision, "{}", digest);
    }

    private static void assertRefused(Outcome outcome, Ground ground, String pointer) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.ground()).isEqualTo(ground);
            assertThat(refused.pointer()).isEqualTo(pointer);
        });
    }
}
