package io.crewsmith.review.model;

import static io.crewsmith.review.model.RunStatus.APPROVED;
import static io.crewsmith.review.model.RunStatus.NEEDS_CHANGES;
import static io.crewsmith.review.model.RunStatus.PENDING;
import static io.crewsmith.review.model.RunStatus.REVIEW_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.review.model.Checks.Result;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Ground;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.Risk.Level;
import io.crewsmith.review.model.Ruling.Counted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ReviewRules} and {@link AutoMerge} make of the checks of continuous integration. */
class RequiredChecksTests {

    private static final String DIGEST = "a".repeat(64);
    private static final Requirement ONE_AND_CHECKS = new Requirement(1, Set.of(), true);
    private static final Checks PASSED = new Checks(Result.PASSED, null);
    private static final Checks FAILED = new Checks(Result.FAILED, "lint");
    private static final Approval BOB = new Approval("bob", Set.of("REVIEWER"));
    private static final Judgement YES = new Judgement("bob", Set.of("REVIEWER"), ReviewDecision.APPROVED, null);
    private static final Risk LOW = new Risk(Level.LOW, List.of("/goal was changed."));
    private static final String CHECKS_MISSING = "passed checks of continuous integration";

    private final ReviewRules rules = new ReviewRules();

    @Test
    void anApprovalWaitsForChecksOfWhichNobodySaidAnything() {
        assertThat(rules.decide(run(ONE_AND_CHECKS, Checks.NONE), YES)).isEqualTo(new Counted(List.of(CHECKS_MISSING)));
    }

    @Test
    void anApprovalWaitsForChecksThatFailedAndSaysWhich() {
        assertThat(rules.decide(run(ONE_AND_CHECKS, FAILED), YES))
                .isEqualTo(new Counted(List.of(CHECKS_MISSING + ", which failed: lint")));
    }

    @Test
    void anApprovalAfterPassedChecksIsEnough() {
        assertThat(rules.decide(run(ONE_AND_CHECKS, PASSED), YES)).isEqualTo(new Accepted(APPROVED));
    }

    @Test
    void checksThatNobodyRequiresHoldUpNothing() {
        assertThat(rules.decide(run(Requirement.ONE, FAILED), YES)).isEqualTo(new Accepted(APPROVED));
    }

    @Test
    void whatWasApprovedBeforeGoesOnWhenItsChecksPass() {
        assertThat(rules.report(run(ONE_AND_CHECKS, Checks.NONE, BOB), "ci", DIGEST, PASSED))
                .isEqualTo(new Accepted(APPROVED));
    }

    @Test
    void whoeverAskedForTheCodeDoesNotSayHowItsChecksWent() {
        Run run = run(ONE_AND_CHECKS, Checks.NONE, BOB);
        String author = run.authors().iterator().next();

        assertThat(rules.report(run, author, DIGEST, PASSED))
                .isEqualTo(new Refused(
                        Ground.FOUR_EYES,
                        author + " wrote or asked for this change; somebody else must say how its checks went."));
    }

    @Test
    void passedChecksAreNoApproval() {
        assertThat(rules.report(run(ONE_AND_CHECKS, Checks.NONE), "ci", DIGEST, PASSED))
                .isEqualTo(new Counted(List.of("1 more approval")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Result.class,
            names = {"FAILED", "PENDING"})
    void checksThatFailOrRunAgainTakeAPassBack(Result result) {
        assertThat(rules.report(run(ONE_AND_CHECKS, PASSED), "ci", DIGEST, new Checks(result, null)))
                .isInstanceOfSatisfying(
                        Counted.class,
                        counted -> assertThat(counted.missing()).anyMatch(words -> words.startsWith(CHECKS_MISSING)));
    }

    @Test
    void otherCodeThatWasCheckedCountsForNothing() {
        assertThat(rules.report(run(ONE_AND_CHECKS, Checks.NONE, BOB), "ci", "b".repeat(64), PASSED))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.ground()).isEqualTo(Ground.WRONG_STATE);
                    assertThat(refused.reason()).startsWith("What was checked is not the code of this run");
                });
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PENDING", "REVIEW_REQUIRED", "NEEDS_CHANGES"},
            mode = EnumSource.Mode.EXCLUDE)
    void aReportChangesNothingThatIsDecided(RunStatus status) {
        assertThat(rules.report(run(status, ONE_AND_CHECKS, PASSED, BOB), "ci", DIGEST, FAILED))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.ground()).isEqualTo(Ground.WRONG_STATE));
    }

    @Test
    void aReportBeforeTheReviewIsKeptAndApprovesNothing() {
        assertThat(rules.report(run(PENDING, ONE_AND_CHECKS, Checks.NONE), "ci", DIGEST, PASSED))
                .isInstanceOf(Counted.class);
        assertThat(rules.report(run(NEEDS_CHANGES, ONE_AND_CHECKS, Checks.NONE, BOB), "ci", DIGEST, PASSED))
                .isInstanceOf(Counted.class);
    }

    @ParameterizedTest
    @EnumSource(Result.class)
    void codeOfLowRiskGoesOnAloneOnlyWithPassedChecks(Result result) {
        assertThat(new AutoMerge(true).allows(ONE_AND_CHECKS, new Checks(result, null), LOW))
                .isEqualTo(result == Result.PASSED);
    }

    @Test
    void whoeverDemandsMoreThanOnePlainApprovalMeansAPerson() {
        assertThat(new AutoMerge(true).allows(Requirement.ONE, Checks.NONE, LOW))
                .isTrue();
        assertThat(new AutoMerge(true).allows(new Requirement(2, Set.of(), true), PASSED, LOW))
                .isFalse();
        assertThat(new AutoMerge(true).allows(new Requirement(1, Set.of("ADMIN"), true), PASSED, LOW))
                .isFalse();
        assertThat(new AutoMerge(false).allows(ONE_AND_CHECKS, PASSED, LOW)).isFalse();
    }

    private static Run run(Requirement requirement, Checks checks, Approval... approvals) {
        return run(REVIEW_REQUIRED, requirement, checks, approvals);
    }

    private static Run run(RunStatus status, Requirement requirement, Checks checks, Approval... approvals) {
        return new Run(
                new UUID(0, 2),
                new UUID(0, 1),
                status,
                false,
                DIGEST,
                Set.of("author"),
                requirement,
                List.of(approvals),
                checks);
    }
}
