package io.crewsmith.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Prints what 1,000 reviews that are open at once and decided at once take, with one instance and with two. Each is decided by
 * two people at the same time, of whom one is too late. Runs when asked for.
 */
class ReviewMeasurement {

    private static final int REVIEWS = 1_000;
    private static final int REVIEWERS = 20;

    @Test
    void reviewsOfManyPeople() {
        RunningReview.service();
        try (var stopwatch = new Stopwatch(Topics.REVIEWS)) {
            measure("warm-up", stopwatch);
            measure("one instance", stopwatch);
            try (var second = RunningReview.another()) {
                assertThat(second.isRunning()).isTrue();
                measure("two instances, warm-up", stopwatch);
                measure("two instances", stopwatch);
            }
        }
    }

    private static void measure(String what, Stopwatch stopwatch) {
        List<ScanCompleted> scans = new ArrayList<>();
        List<SubmitForReview> submits = new ArrayList<>();
        List<DecideReview> decisions = new ArrayList<>();
        List<DecideReview> late = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            ScanCompleted scan = RunningReview.scan(UUID.randomUUID(), true, false);
            scans.add(scan);
            submits.add(new SubmitForReview(Samples.sameRun(scan.getEnvelope(), "ann"), false));
            decisions.add(RunningReview.decide(scan, "reviewer-" + i % REVIEWERS, Decision.APPROVED));
            late.add(RunningReview.decide(scan, "late-" + i % REVIEWERS, Decision.APPROVED));
        }
        stopwatch.publish(Topics.SCANS, scans);
        stopwatch.publish(Topics.COMMANDS, submits);
        stopwatch.await(submits, ReviewRequested.class).print(what + ": until all are asked for");

        stopwatch.publish(Topics.COMMANDS, decisions);
        stopwatch.publish(Topics.COMMANDS, late);
        stopwatch.await(decisions, ReviewApproved.class).print(what + ": until all are approved");
        stopwatch.await(late, ReviewRefused.class);
        assertThat(stopwatch.count(ReviewApproved.class, scans)).as("approved").isEqualTo(REVIEWS);
    }
}
