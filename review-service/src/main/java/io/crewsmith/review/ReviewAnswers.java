package io.crewsmith.review;

import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.ChecksReported;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Outbox;
import io.crewsmith.review.Comparison.Compared;
import io.crewsmith.review.model.Approval;
import io.crewsmith.review.model.Outcome.Ground;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.Risk;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Says on {@code reviews} what was decided, in the transaction of the decision. */
final class ReviewAnswers {

    private final Outbox outbox;

    ReviewAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    void requested(
            Received cause,
            ScanCompleted scan,
            boolean createPullRequest,
            Requirement requirement,
            Compared compared,
            Instant now) {
        append(new ReviewRequested(
                cause.followedBy(ReviewRequested.class, now),
                scan.getCandidate(),
                digest(scan.getVerdict()),
                createPullRequest,
                requirement.approvals(),
                requirement.roles().stream().sorted().toList(),
                scan.getVerdict(),
                compared.earlier(),
                risk(compared.risk()),
                requirement.checks()));
    }

    /** These wait, and are to be shown together. */
    void bundled(Received cause, List<BundledReview> reviews, Instant now) {
        append(new ReviewsBundled(cause.followedBy(ReviewsBundled.class, now), reviews));
    }

    /** In the name of somebody other than whoever caused it: by policy alone, or by checks that an approval waited for. */
    void approvedInNameOf(
            String actor, Received cause, ScanCompleted scan, String comments, List<Approval> approvals, Instant now) {
        append(new ReviewApproved(
                Envelope.newBuilder(cause.followedBy(ReviewApproved.class, now))
                        .setActor(actor)
                        .build(),
                scan.getCandidate(),
                digest(scan.getVerdict()),
                comments,
                List.of(),
                names(approvals)));
    }

    /** Everybody who had to approve did. */
    void approved(Received cause, ScanCompleted scan, DecideReview command, List<Approval> approvals, Instant now) {
        append(new ReviewApproved(
                cause.followedBy(ReviewApproved.class, now),
                scan.getCandidate(),
                digest(scan.getVerdict()),
                command.getComments(),
                command.getLineComments(),
                names(approvals)));
    }

    /** Continuous integration said how its checks went. */
    void checked(Received cause, ScanCompleted scan, ReportChecks command, List<String> missing, Instant now) {
        append(new ChecksReported(
                cause.followedBy(ChecksReported.class, now),
                scan.getCandidate().getAgentKey(),
                command.getResult(),
                command.getDetails(),
                missing));
    }

    /** One more approved, and more is needed. */
    void counted(
            Received cause,
            ScanCompleted scan,
            DecideReview command,
            List<Approval> approvals,
            List<String> missing,
            Instant now) {
        append(new ApprovalGiven(
                cause.followedBy(ApprovalGiven.class, now),
                scan.getCandidate().getAgentKey(),
                scan.getCandidate().getCodeDigest(),
                digest(scan.getVerdict()),
                command.getComments(),
                command.getLineComments(),
                names(approvals),
                missing));
    }

    void rejected(Received cause, String agentKey, DecideReview command, @Nullable String bundle, Instant now) {
        append(new ReviewRejected(
                cause.followedBy(ReviewRejected.class, now),
                agentKey,
                command.getComments(),
                command.getLineComments(),
                bundle));
    }

    void changesRequested(Received cause, String agentKey, DecideReview command, @Nullable String bundle, Instant now) {
        append(new ChangesRequested(
                cause.followedBy(ChangesRequested.class, now),
                agentKey,
                command.getComments(),
                command.getLineComments(),
                bundle));
    }

    void voided(Received cause, UUID runId, String agentKey, String changedBy, @Nullable String bundle, Instant now) {
        append(new ReviewVoided(
                cause.followedBy(ReviewVoided.class, runId, now),
                agentKey,
                "%s changed the configuration since: generate its code anew.".formatted(changedBy),
                bundle));
    }

    void rollbackApproved(Received cause, UUID toRun, ScanCompleted scan, Instant now) {
        append(new RollbackApproved(
                cause.followedBy(RollbackApproved.class, now), toRun.toString(), scan.getCandidate()));
    }

    void retried(Received cause, Stage stage, UUID codeRun, ScanCompleted scan, Instant now) {
        append(new StageRetried(
                cause.followedBy(StageRetried.class, now), stage, codeRun.toString(), scan.getCandidate()));
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

    static io.crewsmith.events.v1.Risk risk(Risk risk) {
        RiskLevel level = switch (risk.level()) {
            case LOW -> RiskLevel.LOW;
            case MEDIUM -> RiskLevel.MEDIUM;
            case HIGH -> RiskLevel.HIGH;
        };
        return new io.crewsmith.events.v1.Risk(level, risk.reasons());
    }

    private static List<String> names(List<Approval> approvals) {
        return approvals.stream().map(Approval::reviewer).toList();
    }

    static String digest(Verdict verdict) {
        try {
            return Digests.sha256(Verdict.getEncoder().encode(verdict).array());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
    }
}
