package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.approved;
import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.scan;
import static io.crewsmith.review.RunningReview.submitted;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.Samples.verdict;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service alone, as its own main class runs it, on a real broker and a real database. */
class ReviewServiceTests {

    @BeforeAll
    static void start() {
        RunningReview.service();
    }

    @Test
    void aScannedRunIsReviewedOnceItIsSubmittedAndApprovedByAnother() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, false);
        var submit = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);
        publish(Topics.SCANS, scan);
        publish(Topics.COMMANDS, submit);
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, submit).getCandidate())
                .isEqualTo(scan.getCandidate());
        var own = decide(scan, "ann", Decision.APPROVED);
        publish(Topics.COMMANDS, own);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, own).getRefusal()).isEqualTo(Refusal.FOUR_EYES);
        var others = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, others);

        ReviewApproved approved = await(Topics.REVIEWS, ReviewApproved.class, others);
        assertThat(approved.getCandidate()).isEqualTo(scan.getCandidate());
        assertThat(approved.getComments()).isEqualTo("Read it.");
        assertThat(approved.getEnvelope().getActor()).isEqualTo("bob");
    }

    @Test
    void aReviewMayBeAskedForWithTheGeneration() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewRequested.class, scan).getCreatePullRequest())
                .isTrue();
    }

    @Test
    void codeThatFailedItsScanCannotBeReviewed() {
        ScanCompleted scan = scan(UUID.randomUUID(), false, true);
        var submit = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);

        publish(Topics.SCANS, scan);
        publish(Topics.COMMANDS, submit);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, scan).getRefusal())
                .isEqualTo(Refusal.SCAN_FAILED);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, submit).getReason())
                .isEqualTo("Cannot submit for review: the security scan of this run failed.");
    }

    @Test
    void aVerdictWithoutItsChecksOrAboutOtherCodeCannotBeReviewedThoughItSaysPassed() {
        ScanCompleted whole = scan(UUID.randomUUID(), true, true);
        ScanCompleted unchecked = judged(verdict -> verdict.setChecks(List.of("syntax", "literals")));
        ScanCompleted other = judged(verdict -> verdict.setScannedDigest(Samples.sha256("other")));

        publish(Topics.SCANS, unchecked, other, whole);

        await(Topics.REVIEWS, ReviewRequested.class, whole);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, unchecked).getReason())
                .startsWith("The scan lacks the checks allow-list");
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, other).getRefusal())
                .isEqualTo(Refusal.SCAN_FAILED);
    }

    private static ScanCompleted judged(UnaryOperator<Verdict.Builder> change) {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);
        return new ScanCompleted(
                scan.getEnvelope(),
                scan.getCandidate(),
                change.apply(Verdict.newBuilder(scan.getVerdict())).build());
    }

    @Test
    void aCommandThatOvertakesItsScanIsNotLost() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, false);
        ScanCompleted other = scan(UUID.randomUUID(), true, false);
        var early = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), true);
        var later = new SubmitForReview(sameRun(other.getEnvelope(), "ann"), false);
        publish(Topics.COMMANDS, early);
        publish(Topics.SCANS, other);
        publish(Topics.COMMANDS, later);
        await(Topics.REVIEWS, ReviewRequested.class, later);

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewRequested.class, early).getCreatePullRequest())
                .isTrue();
    }

    @Test
    void aDecisionIsMadeOnceHoweverOftenItComes() {
        ScanCompleted scan = submitted();
        var reject = decide(scan, "bob", Decision.REJECTED);
        var approve = decide(scan, "eve", Decision.APPROVED);

        publish(Topics.COMMANDS, reject, reject, approve);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, approve).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(answers(Topics.REVIEWS, reject)).hasSize(1).hasOnlyElementsOfType(ReviewRejected.class);
    }

    @Test
    void whatNeedsChangesMayBeSubmittedAgain() {
        ScanCompleted scan = submitted();
        var changes = decide(scan, "bob", Decision.NEEDS_CHANGES);
        var again = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);

        publish(Topics.COMMANDS, changes, again);

        assertThat(await(Topics.REVIEWS, ChangesRequested.class, changes).getComments())
                .isEqualTo("Read it.");
        await(Topics.REVIEWS, ReviewRequested.class, again);
    }

    @Test
    void aRollbackGoesToTheVersionBeforeAndOnlyFromTheActiveOne() {
        UUID agent = UUID.randomUUID();
        ScanCompleted first = approved(agent);
        ScanCompleted second = approved(agent);
        var notActive = new RollBack(sameRun(first.getEnvelope(), "olga"), null);
        var active = new RollBack(sameRun(second.getEnvelope(), "olga"), null);

        publish(Topics.COMMANDS, notActive, active);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, notActive).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
        RollbackApproved approved = await(Topics.REVIEWS, RollbackApproved.class, active);
        assertThat(approved.getToRunId()).isEqualTo(first.getEnvelope().getRunId());
        assertThat(approved.getCandidate()).isEqualTo(first.getCandidate());
    }
}
