package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.scan;
import static io.crewsmith.review.RunningReview.submitted;
import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewReminded;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.TestTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a review waits for, and for how long. */
class WaitingReviewTests {

    private static final EventCodec CODEC = new EventCodec();

    @BeforeAll
    static void start() {
        RunningReview.service();
    }

    @Test
    void aReviewThatWaitsForLongIsRemindedOfOnce() {
        ScanCompleted scan = submitted();
        var reminders = new Reminders(
                RunningReview.service().getBean("reviewsSchema", ServiceSchema.class),
                Duration.ofHours(24),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));

        assertThat(reminders.remind()).isPositive();
        assertThat(reminders.remind()).isZero();

        var record = TestTopics.await(
                Topics.REVIEWS,
                candidate -> CODEC.decode(candidate.value()) instanceof ReviewReminded reminded
                        && reminded.getEnvelope()
                                .getRunId()
                                .equals(scan.getEnvelope().getRunId()));
        assertThat(((ReviewReminded) CODEC.decode(record.value())).getAgentKey())
                .isEqualTo("market-analyst");
    }

    @Test
    void aPolicyMayWantTwoPeople() {
        ScanCompleted any = scan(UUID.randomUUID(), true, true);
        var careful = Candidate.newBuilder(any.getCandidate())
                .setConfiguration("{\"department_id\":\"%s\"}".formatted(RunningReview.CAREFUL_DEPARTMENT))
                .build();
        var scan = new ScanCompleted(any.getEnvelope(), careful, any.getVerdict());
        var first = decide(scan, "bob", Decision.APPROVED);
        var second = decide(scan, "eve", Decision.APPROVED);
        publish(Topics.SCANS, scan);
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, scan).getRequiredApprovals())
                .isEqualTo(2);

        publish(Topics.COMMANDS, first, second);

        assertThat(await(Topics.REVIEWS, ApprovalGiven.class, first).getMissing())
                .containsExactly("1 more approval");
        assertThat(await(Topics.REVIEWS, ReviewApproved.class, second).getApprovers())
                .containsExactly("bob", "eve");
    }
}
