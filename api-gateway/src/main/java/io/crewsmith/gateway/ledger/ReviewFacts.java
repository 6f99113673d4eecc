package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.ChecksReported;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** What an event says about the review of its run, as columns of {@code ledger.runs}. */
final class ReviewFacts {

    private ReviewFacts() {}

    static Map<String, Object> of(Entry entry) {
        Instant at = entry.recordedAt();
        String reviewer = entry.envelope().getActor();
        return switch (entry.event()) {
            case ReviewRequested requested -> requested(requested, at);
            case ApprovalGiven approval -> Map.of("missing", words(approval.getMissing()));
            case ChecksReported checks -> reported(checks, at);
            case ReviewVoided voided ->
                decision("needs_changes", voided.getEnvelope().getActor(), voided.getReason(), at);
            case ReviewApproved approved -> decision("approved", reviewer, approved.getComments(), at);
            case ReviewRejected rejected -> decision("rejected", reviewer, rejected.getComments(), at);
            case ChangesRequested changes -> decision("needs_changes", reviewer, changes.getComments(), at);
            default -> Map.of();
        };
    }

    private static Map<String, Object> requested(ReviewRequested requested, Instant at) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "review_state",
                "requested",
                "review_requested_at",
                at,
                "missing",
                missing(requested),
                "checks_required",
                requested.getRequiresChecks()));
        if (requested.getRisk() != null) {
            facts.put("risk", new RawValue(requested.getRisk().toString()));
        }
        return facts;
    }

    private static Map<String, Object> reported(ChecksReported checks, Instant at) {
        return Map.of(
                "missing",
                words(checks.getMissing()),
                "checks_result",
                checks.getResult().name().toLowerCase(Locale.ROOT),
                "checks_details",
                checks.getDetails() == null ? "" : checks.getDetails(),
                "checks_reported_at",
                at);
    }

    private static RawValue missing(ReviewRequested requested) {
        int approvals = requested.getRequiredApprovals();
        return words(Stream.concat(
                        Stream.of(approvals == 1 ? "1 approval" : "%d approvals".formatted(approvals)),
                        requested.getRequiredRoles().stream()
                                .map(role -> "an approval by somebody with the role " + role))
                .toList());
    }

    private static RawValue words(List<String> missing) {
        return new RawValue(JsonMapper.shared().writeValueAsString(missing));
    }

    private static Map<String, Object> decision(String state, String reviewer, @Nullable String comments, Instant at) {
        return Map.of(
                "review_state", state,
                "reviewer", reviewer,
                "review_comments", comments == null ? "" : comments,
                "reviewed_at", at);
    }
}
