package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.harmless;
import static io.crewsmith.review.RunningReview.scan;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.events.v1.ChecksReported;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What continuous integration says, where the policy wants to know. */
class ReportedChecksTests {

    private static final String MISSING = "passed checks of continuous integration";

    @BeforeAll
    static void start() {
        RunningReview.service();
    }

    @Test
    void whatIsApprovedBeforeItsChecksPassedIsApprovedOnceTheyDo() {
        ScanCompleted scan = requested(checked(scan(UUID.randomUUID(), true, true)));
        var approval = decide(scan, "bob", Decision.APPROVED);
        var report = report(scan, CheckResult.PASSED, null);
        publish(Topics.COMMANDS, approval);
        assertThat(await(Topics.REVIEWS, ApprovalGiven.class, approval).getMissing())
                .containsExactly(MISSING);

        publish(Topics.COMMANDS, report, report);

        ReviewApproved approved = await(Topics.REVIEWS, ReviewApproved.class, report);
        assertThat(approved.getEnvelope().getActor()).isEqualTo("bob");
        assertThat(approved.getApprovers()).containsExactly("bob");
        assertThat(approved.getCandidate()).isEqualTo(scan.getCandidate());
        var late = report(scan, CheckResult.FAILED, "lint");
        publish(Topics.COMMANDS, late);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, late).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(answers(Topics.REVIEWS, report)).hasSize(2);
        assertThat(await(Topics.REVIEWS, ChecksReported.class, report).getMissing())
                .isEmpty();
    }

    @Test
    void checksThatFailKeepItOpenAndSayWhatFailed() {
        ScanCompleted scan = requested(checked(scan(UUID.randomUUID(), true, true)));
        var passed = report(scan, CheckResult.PASSED, null);
        var failed = report(scan, CheckResult.FAILED, "lint");
        var approval = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, passed, failed, approval);

        String words = MISSING + ", which failed: lint";
        assertThat(await(Topics.REVIEWS, ChecksReported.class, failed).getMissing())
                .containsExactly("1 more approval", words);
        assertThat(await(Topics.REVIEWS, ApprovalGiven.class, approval).getMissing())
                .containsExactly(words);
        var again = report(scan, CheckResult.PASSED, null);
        publish(Topics.COMMANDS, again);
        await(Topics.REVIEWS, ReviewApproved.class, again);
    }

    @Test
    void checksOfOtherCodeCountForNothing() {
        ScanCompleted scan = requested(checked(scan(UUID.randomUUID(), true, true)));
        var other = new ReportChecks(
                sameRun(scan.getEnvelope(), "ci"), CheckResult.PASSED, null, Samples.sha256("other code"));
        var approval = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, other, approval);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, other).getReason())
                .startsWith("What was checked is not the code of this run");
        assertThat(await(Topics.REVIEWS, ApprovalGiven.class, approval).getMissing())
                .containsExactly(MISSING);
    }

    @Test
    void codeOfLowRiskWaitsForItsChecksAndThenGoesOnByItself() {
        UUID agent = UUID.randomUUID();
        approved(agent);
        ScanCompleted scan = requested(checked(harmless(agent, "Find more")));
        var running = report(scan, CheckResult.PENDING, null);
        var passed = report(scan, CheckResult.PASSED, null);
        publish(Topics.COMMANDS, running);
        assertThat(await(Topics.REVIEWS, ChecksReported.class, running).getMissing())
                .containsExactly("1 more approval", MISSING);
        assertThat(answers(Topics.REVIEWS, scan)).hasSize(1);

        publish(Topics.COMMANDS, passed);

        ReviewApproved approved = await(Topics.REVIEWS, ReviewApproved.class, passed);
        assertThat(approved.getEnvelope().getActor()).isEqualTo("auto-merge");
        assertThat(approved.getApprovers()).isEmpty();
        assertThat(approved.getComments()).startsWith("The risk is low").contains("/goal was changed.");
        assertThat(await(Topics.REVIEWS, ChecksReported.class, passed).getMissing())
                .isEmpty();
    }

    @Test
    void aReportThatOvertakesTheScanIsNotLost() {
        UUID agent = UUID.randomUUID();
        approved(agent);
        ScanCompleted scan = checked(harmless(agent, "Find more"));
        var early = report(scan, CheckResult.PASSED, null);
        var marker = decide(requested(checked(scan(agent, true, true))), "bob", Decision.REJECTED);
        publish(Topics.COMMANDS, early, marker);
        await(Topics.REVIEWS, ReviewRejected.class, marker);
        assertThat(answers(Topics.REVIEWS, early)).isEmpty();

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewApproved.class, early)
                        .getEnvelope()
                        .getActor())
                .isEqualTo("auto-merge");
    }

    @Test
    void aPassStaysWhenTheSameCodeIsSubmittedAgain() {
        ScanCompleted scan = requested(checked(scan(UUID.randomUUID(), true, true)));
        var passed = report(scan, CheckResult.PASSED, null);
        var changes = decide(scan, "bob", Decision.NEEDS_CHANGES);
        var again = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), true);
        var approval = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, passed, changes, again, approval);

        await(Topics.REVIEWS, ReviewApproved.class, approval);
    }

    @Test
    void checksOfAConfigurationThatWasChangedSinceCountForNothing() {
        UUID agent = UUID.randomUUID();
        approved(agent);
        ScanCompleted scan = checked(harmless(agent, "Find more"));
        publish(
                Topics.COMMANDS,
                new GenerateCode(sameRun(scan.getEnvelope(), "ann"), new GenerationRequest(true, false), null));
        requested(scan);
        var change = new SaveAgent(Samples.envelope(agent, "cleo"), SaveMode.REPLACE, null, "{\"goal\": \"other\"}");
        var passed = report(scan, CheckResult.PASSED, null);

        publish(Topics.COMMANDS, change, passed);

        await(Topics.REVIEWS, ReviewVoided.class, change);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, passed).getReason())
                .contains("outdated");
    }

    private static void approved(UUID agent) {
        ScanCompleted scan = requested(checked(scan(agent, true, true)));
        var approval = decide(scan, "bob", Decision.APPROVED);
        publish(Topics.COMMANDS, report(scan, CheckResult.PASSED, null), approval);
        await(Topics.REVIEWS, ReviewApproved.class, approval);
    }

    private static ScanCompleted requested(ScanCompleted scan) {
        publish(Topics.SCANS, scan);
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, scan).getRequiresChecks())
                .isTrue();
        return scan;
    }

    /** The same, of the department whose code needs passed checks. */
    private static ScanCompleted checked(ScanCompleted scan) {
        String configuration = scan.getCandidate().getConfiguration().equals("{}")
                ? "{\"department_id\": \"%s\"}".formatted(RunningReview.CHECKED_DEPARTMENT)
                : scan.getCandidate()
                        .getConfiguration()
                        .replace("{", "{\"department_id\": \"%s\", ".formatted(RunningReview.CHECKED_DEPARTMENT));
        return new ScanCompleted(
                scan.getEnvelope(),
                Candidate.newBuilder(scan.getCandidate())
                        .setConfiguration(configuration)
                        .build(),
                scan.getVerdict());
    }

    private static ReportChecks report(ScanCompleted scan, CheckResult result, @Nullable String details) {
        return new ReportChecks(
                sameRun(scan.getEnvelope(), "ci"),
                result,
                details,
                scan.getCandidate().getCodeDigest());
    }
}
