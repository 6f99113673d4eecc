package io.crewsmith.gateway.github;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One run under review at GitHub, and users bob, who may review, and ann, who may not. */
final class FakeReviewDoor implements ReviewDoor {

    static final String BRANCH = "agent-code/market-analyst-0f0f0f0f";
    static final String COMMIT = "c".repeat(40);
    static final String CODE_DIGEST = "d".repeat(64);

    private static final Map<String, List<String>> USERS =
            Map.of("bob", List.of("AUTHOR", "REVIEWER"), "ann", List.of("AUTHOR"));

    final UUID run = UUID.randomUUID();
    final List<DecideReview> decided = new ArrayList<>();
    int pullRequest = 7;
    String branch = BRANCH;
    String commit = COMMIT;
    String status = "review_required";
    Checks checks = new Checks(false, null, null, null);

    @Override
    public Optional<Reviewer> user(String name) {
        return Optional.ofNullable(USERS.get(name)).map(roles -> new Reviewer(name, roles));
    }

    @Override
    public Mono<Deployment> shownBy(int number, String shownBranch) {
        return number == pullRequest && shownBranch.equals(branch) ? Mono.just(deployment()) : Mono.empty();
    }

    @Override
    public Mono<Instant> waitingSince() {
        return status.equals("review_required") ? Mono.just(Instant.EPOCH) : Mono.empty();
    }

    @Override
    public Mono<Boolean> knows(UUID commandId) {
        return Mono.just(decided.stream()
                .anyMatch(decision -> decision.getEnvelope().getEventId().equals(commandId.toString())));
    }

    @Override
    public Mono<Void> decide(DecideReview decision) {
        return Mono.fromRunnable(() -> decided.add(decision));
    }

    private Deployment deployment() {
        return new Deployment(
                run,
                Kind.AGENT,
                UUID.randomUUID(),
                "market-analyst",
                1,
                status,
                "pending",
                false,
                null,
                "ann",
                "x = 1\n",
                CODE_DIGEST,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                branch,
                commit,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                pullRequest,
                null,
                checks);
    }
}
