package io.crewsmith.review.model;

import static io.crewsmith.review.model.RunStatus.APPROVED;
import static io.crewsmith.review.model.RunStatus.FAILED;
import static io.crewsmith.review.model.RunStatus.NEEDS_CHANGES;
import static io.crewsmith.review.model.RunStatus.PENDING;
import static io.crewsmith.review.model.RunStatus.REJECTED;
import static io.crewsmith.review.model.RunStatus.REVIEW_REQUIRED;
import static io.crewsmith.review.model.RunStatus.ROLLED_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Ground;
import io.crewsmith.review.model.Outcome.Refused;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link ReviewRules}. */
class ReviewRulesTests {

    private static final UUID AGENT = new UUID(0, 1);
    private static final UUID RUN = new UUID(0, 2);
    private static final UUID EARLIER = new UUID(0, 3);

    private static final List<String> CHECKS = List.of("syntax", "allow-list", "literals", "page");
    private static final Scan SCAN = new Scan(true, CHECKS, 0, "d", "d");

    private final ReviewRules rules = new ReviewRules();

    @Test
    void aRunThatPassedWaitsUntilSomebodySubmitsIt() {
        assertThat(rules.open(SCAN, false)).isEqualTo(new Accepted(PENDING));
    }

    @Test
    void aRunThatPassedGoesToReviewAtOnceWhereThatWasAskedFor() {
        assertThat(rules.open(SCAN, true)).isEqualTo(new Accepted(REVIEW_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunThatDidNotPassIsNeverReviewed(boolean reviewWanted) {
        assertRefused(rules.open(new Scan(false, CHECKS, 0, "d", "d"), reviewWanted), Ground.SCAN_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"syntax", "allow-list", "literals"})
    void aScanThatLacksACheckIsNoScan(String check) {
        List<String> others =
                CHECKS.stream().filter(other -> !other.equals(check)).toList();

        assertThat(rules.open(new Scan(true, others, 0, "d", "d"), true))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.ground()).isEqualTo(Ground.SCAN_FAILED);
                    assertThat(refused.reason()).contains(check);
                });
    }

    @Test
    void aScanOfOtherCodeIsNoScan() {
        assertThat(rules.open(new Scan(true, CHECKS, 0, "other", "d"), true))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("not the code of this run"));
    }

    @Test
    void aScanThatPassedInSpiteOfWhatItFoundIsNoScan() {
        assertRefused(rules.open(new Scan(true, CHECKS, 1, "d", "d"), true), Ground.SCAN_FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "NEEDS_CHANGES"})
    void canBeSubmittedFrom(RunStatus status) {
        assertThat(rules.submit(run(status))).isEqualTo(new Accepted(REVIEW_REQUIRED));
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEW_REQUIRED", "APPROVED", "REJECTED", "ROLLED_BACK"})
    void cannotBeSubmittedFrom(RunStatus status) {
        assertRefused(rules.submit(run(status)), Ground.WRONG_STATE);
    }

    @Test
    void aFailedRunCannotBeSubmitted() {
        assertRefused(rules.submit(run(FAILED)), Ground.SCAN_FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void anotherPersonMayDecide(ReviewDecision decision) {
        RunStatus next = switch (decision) {
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case NEEDS_CHANGES -> NEEDS_CHANGES;
        };

        assertThat(rules.decide(run(REVIEW_REQUIRED), "reviewer", decision)).isEqualTo(new Accepted(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "requester"})
    void whoeverWroteOrAskedForTheChangeMayNotDecideIt(String reviewer) {
        assertRefused(rules.decide(run(REVIEW_REQUIRED), reviewer, ReviewDecision.APPROVED), Ground.FOUR_EYES);
    }

    @ParameterizedTest
    @EnumSource(names = "REVIEW_REQUIRED", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseThanAWaitingRunCanBeDecided(RunStatus status) {
        assertRefused(rules.decide(run(status), "reviewer", ReviewDecision.APPROVED), Ground.WRONG_STATE);
    }

    @Test
    void theActiveVersionGivesWayToAnEarlierApprovedOne() {
        assertThat(rules.rollBack(active(), earlier(AGENT, APPROVED))).isEqualTo(new Accepted(ROLLED_BACK));
    }

    @Test
    void aVersionThatIsNotActiveCannotBeRolledBack() {
        assertRefused(rules.rollBack(run(APPROVED), earlier(AGENT, APPROVED)), Ground.WRONG_STATE);
    }

    @Test
    void theVersionOfAnotherAgentIsUnknownHere() {
        assertRefused(rules.rollBack(active(), earlier(new UUID(9, 9), APPROVED)), Ground.UNKNOWN_RUN);
    }

    @Test
    void withoutAnEarlierVersionThereIsNothingToRollBackTo() {
        assertRefused(rules.rollBack(active(), null), Ground.UNKNOWN_RUN);
    }

    @ParameterizedTest
    @EnumSource(names = "APPROVED", mode = EnumSource.Mode.EXCLUDE)
    void onlyAnApprovedVersionComesBack(RunStatus status) {
        assertRefused(rules.rollBack(active(), earlier(AGENT, status)), Ground.WRONG_STATE);
    }

    @Test
    void aVersionIsNotRolledBackToItself() {
        assertRefused(rules.rollBack(active(), active()), Ground.WRONG_STATE);
    }

    private static void assertRefused(Outcome outcome, Ground ground) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.ground()).isEqualTo(ground);
            assertThat(refused.reason()).endsWith(".");
        });
    }

    private static Run run(RunStatus status) {
        return new Run(RUN, AGENT, status, false, Set.of("author", "requester"));
    }

    private static Run active() {
        return new Run(RUN, AGENT, APPROVED, true, Set.of("author"));
    }

    private static Run earlier(UUID agent, RunStatus status) {
        return new Run(EARLIER, agent, status, false, Set.of("author"));
    }
}
