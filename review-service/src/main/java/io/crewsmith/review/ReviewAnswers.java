package io.crewsmith.review;

import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Outbox;
import io.crewsmith.review.model.Outcome.Ground;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.ReviewDecision;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Says on {@code reviews} what was decided, in the transaction of the decision. */
final class ReviewAnswers {

    private final Outbox outbox;

    ReviewAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    void requested(Received cause, ScanCompleted scan, boolean createPullRequest, Instant now) {
        append(new ReviewRequested(
                cause.followedBy(ReviewRequested.class, now),
                scan.getCandidate(),
                digest(scan.getVerdict()),
                createPullRequest));
    }

    void decided(Received cause, ScanCompleted scan, ReviewDecision decision, @Nullable String comments, Instant now) {
        String agentKey = scan.getCandidate().getAgentKey();
        append(
                switch (decision) {
                    case APPROVED ->
                        new ReviewApproved(
                                cause.followedBy(ReviewApproved.class, now),
                                scan.getCandidate(),
                                digest(scan.getVerdict()),
                                comments);
                    case REJECTED ->
                        new ReviewRejected(cause.followedBy(ReviewRejected.class, now), agentKey, comments);
                    case NEEDS_CHANGES ->
                        new ChangesRequested(cause.followedBy(ChangesRequested.class, now), agentKey, comments);
                });
    }

    void rollbackApproved(Received cause, UUID toRun, ScanCompleted scan, Instant now) {
        append(new RollbackApproved(
                cause.followedBy(RollbackApproved.class, now), toRun.toString(), scan.getCandidate()));
    }

    void refused(Received cause, Refused refused, Instant now) {
        append(new ReviewRefused(
                cause.followedBy(ReviewRefused.class, now), refusal(refused.ground()), refused.reason()));
    }

    private void append(SpecificRecord event) {
        outbox.append(Topics.REVIEWS, event);
    }

    private static Refusal refusal(Ground ground) {
        return switch (ground) {
            case SCAN_FAILED -> Refusal.SCAN_FAILED;
            case FOUR_EYES -> Refusal.FOUR_EYES;
            case WRONG_STATE -> Refusal.WRONG_STATE;
            case UNKNOWN_RUN -> Refusal.UNKNOWN_RUN;
        };
    }

    private static String digest(Verdict verdict) {
        try {
            return Digests.sha256(Verdict.getEncoder().encode(verdict).array());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
    }
}
