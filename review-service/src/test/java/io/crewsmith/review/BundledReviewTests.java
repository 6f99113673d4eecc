package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.submitted;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.BundleReviews;
import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reviews that are shown together at a forge, and still are decided one by one. */
class BundledReviewTests {

    @BeforeAll
    static void start() {
        RunningReview.service();
    }

    @Test
    void thoseThatStillWaitAreShownTogether() {
        ScanCompleted first = submitted();
        ScanCompleted approved = submitted();
        ScanCompleted second = submitted();
        var approve = decide(approved, "bob", Decision.APPROVED);
        publish(Topics.COMMANDS, approve);
        await(Topics.REVIEWS, ReviewApproved.class, approve);

        ReviewsBundled bundled = bundled(first, approved, second);

        assertThat(bundled.getReviews())
                .extracting(BundledReview::getRunId)
                .containsExactly(
                        first.getEnvelope().getRunId(), second.getEnvelope().getRunId());
        BundledReview review = bundled.getReviews().getFirst();
        assertThat(review.getSubject()).isEqualTo(first.getEnvelope().getSubject());
        assertThat(review.getCodeDigest()).isEqualTo(first.getCandidate().getCodeDigest());
        assertThat(review.getRisk().getLevel()).isEqualTo(RiskLevel.MEDIUM);
    }

    @Test
    void whatIsRejectedSaysWhereItIsShown() {
        ScanCompleted one = submitted();
        ScanCompleted other = submitted();
        ReviewsBundled bundled = bundled(one, other);
        var reject = decide(one, "bob", Decision.REJECTED);
        publish(Topics.COMMANDS, reject);

        assertThat(await(Topics.REVIEWS, ReviewRejected.class, reject).getBundle())
                .isEqualTo(bundled.getEnvelope().getRunId());
    }

    @Test
    void whatIsSubmittedAgainIsShownForItself() {
        ScanCompleted one = submitted();
        bundled(one);
        publish(Topics.COMMANDS, decide(one, "bob", Decision.NEEDS_CHANGES));
        var submit = new SubmitForReview(Samples.sameRun(one.getEnvelope(), "ann"), true);
        publish(Topics.COMMANDS, submit);
        await(Topics.REVIEWS, ReviewRequested.class, submit);
        var reject = decide(one, "bob", Decision.REJECTED);
        publish(Topics.COMMANDS, reject);

        assertThat(await(Topics.REVIEWS, ReviewRejected.class, reject).getBundle())
                .isNull();
    }

    private static ReviewsBundled bundled(ScanCompleted... scans) {
        List<String> runs =
                Stream.of(scans).map(scan -> scan.getEnvelope().getRunId()).toList();
        var command = new BundleReviews(Samples.envelope(UUID.randomUUID(), "ann"), runs);
        publish(Topics.COMMANDS, command);
        return await(Topics.REVIEWS, ReviewsBundled.class, command);
    }
}
