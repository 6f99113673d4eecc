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
import io.crewsmith.review.model.Ruling.Counted;
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

    private static final String DIGEST = "a".repeat(64);
    private static final List<String> CHECKS =
            List.of("syntax", "allow-list", "literals", "custom-rules", "decode-proof", "page");
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
    @ValueSource(strings = {"syntax", "allow-list", "literals", "custom-rules", "decode-proof"})
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
    @EnumSource(names = {"REVIEW_REQUIRED", "OUTDATED", "APPROVED", "REJECTED", "ROLLED_BACK"})
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

        assertThat(rules.decide(run(REVIEW_REQUIRED), by("reviewer", decision))).isEqualTo(new Accepted(next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "requester"})
    void whoeverWroteOrAskedForTheChangeMayNotDecideIt(String reviewer) {
        assertRefused(rules.decide(run(REVIEW_REQUIRED), by(reviewer, ReviewDecision.APPROVED)), Ground.FOUR_EYES);
    }

    @ParameterizedTest
    @EnumSource(names = "REVIEW_REQUIRED", mode = EnumSource.Mode.EXCLUDE)
    void nothingElseThanAWaitingRunCanBeDecided(RunStatus status) {
        assertRefused(rules.decide(run(status), by("reviewer", ReviewDecision.APPROVED)), Ground.WRONG_STATE);
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

    private static void assertRefused(Ruling ruling, Ground ground) {
        assertThat(ruling).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.ground()).isEqualTo(ground);
            assertThat(refused.reason()).endsWith(".");
        });
    }

    @Test
    void aPolicyMayWantSeveralPeople() {
        var two = new Requirement(2, Set.of(), false);

        assertThat(rules.decide(waiting(two), by("bob", ReviewDecision.APPROVED)))
                .isEqualTo(new Counted(List.of("1 more approval")));
        assertThat(rules.decide(waiting(two, approval("bob")), by("eve", ReviewDecision.APPROVED)))
                .isEqualTo(new Accepted(APPROVED));
    }

    @Test
    void aPolicyMayWantSomebodyOfARole() {
        var admin = new Requirement(1, Set.of("ADMIN"), false);

        assertThat(rules.decide(waiting(admin), by("bob", ReviewDecision.APPROVED)))
                .isEqualTo(new Counted(List.of("an approval by somebody with the role ADMIN")));
        assertThat(rules.decide(
                        waiting(admin, approval("bob")),
                        new Judgement("amy", Set.of("ADMIN"), ReviewDecision.APPROVED, null)))
                .isEqualTo(new Accepted(APPROVED));
    }

    @Test
    void nobodyCountsTwice() {
        assertRefused(
                rules.decide(
                        waiting(new Requirement(2, Set.of(), false), approval("bob")),
                        by("bob", ReviewDecision.APPROVED)),
                Ground.WRONG_STATE);
    }

    @Test
    void oneNoIsEnough() {
        assertThat(rules.decide(waiting(new Requirement(3, Set.of(), false)), by("bob", ReviewDecision.REJECTED)))
                .isEqualTo(new Accepted(REJECTED));
    }

    @Test
    void whoReadOtherCodeDoesNotDecideThis() {
        assertRefused(
                rules.decide(
                        run(REVIEW_REQUIRED),
                        new Judgement("reviewer", Set.of(), ReviewDecision.APPROVED, "b".repeat(64))),
                Ground.WRONG_STATE);
        assertThat(rules.decide(
                        run(REVIEW_REQUIRED), new Judgement("reviewer", Set.of(), ReviewDecision.APPROVED, DIGEST)))
                .isEqualTo(new Accepted(APPROVED));
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEW_REQUIRED", "ROLLED_BACK"})
    void whatWasDecidedMayBeCarriedOutOnceMore(RunStatus status) {
        assertThat(rules.retry(run(status))).isEqualTo(new Accepted(status));
        assertThat(rules.retry(active())).isEqualTo(new Accepted(APPROVED));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "NEEDS_CHANGES", "OUTDATED", "REJECTED", "FAILED", "APPROVED"})
    void whatWasNotDecidedOrNoLongerCountsIsNotCarriedOut(RunStatus status) {
        assertRefused(rules.retry(run(status)), Ground.WRONG_STATE);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOutdatesWhatIsStillOpen(RunStatus status) {
        assertThat(status.isOpen())
                .isEqualTo(Set.of(PENDING, REVIEW_REQUIRED, NEEDS_CHANGES).contains(status));
    }

    private static Judgement by(String reviewer, ReviewDecision decision) {
        return new Judgement(reviewer, Set.of("REVIEWER"), decision, null);
    }

    private static Approval approval(String reviewer) {
        return new Approval(reviewer, Set.of("REVIEWER"));
    }

    private static Run waiting(Requirement requirement, Approval... approvals) {
        return new Run(
                RUN,
                AGENT,
                REVIEW_REQUIRED,
                false,
                DIGEST,
                Set.of("author"),
                requirement,
                List.of(approvals),
                Checks.NONE);
    }

    private static Run run(RunStatus status) {
        return run(RUN, AGENT, status, false);
    }

    private static Run active() {
        return run(RUN, AGENT, APPROVED, true);
    }

    private static Run earlier(UUID agent, RunStatus status) {
        return run(EARLIER, agent, status, false);
    }

    private static Run run(UUID id, UUID agent, RunStatus status, boolean active) {
        return new Run(
                id,
                agent,
                status,
                active,
                DIGEST,
                Set.of("author", "requester"),
                Requirement.ONE,
                List.of(),
                Checks.NONE);
    }
}
