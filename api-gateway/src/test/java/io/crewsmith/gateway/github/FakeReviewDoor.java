package io.crewsmith.gateway.github;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs under review at GitHub, and users bob, who may review, and ann, who may not. */
final class FakeReviewDoor implements ReviewDoor {

    static final String COMMIT = "c".repeat(40);
    static final String CODE_DIGEST = "d".repeat(64);

    private static final Map<String, List<String>> USERS =
            Map.of("bob", List.of("AUTHOR", "REVIEWER"), "ann", List.of("AUTHOR"));

    final UUID run = UUID.randomUUID();

    /** That the pull request shows. */
    final List<UUID> runs = new ArrayList<>(List.of(run));

    final List<DecideReview> decided = new ArrayList<>();
    int pullRequest = 7;
    String commit = COMMIT;
    String status = "review_required";

    @Override
    public Optional<Reviewer> user(String name) {
        return Optional.ofNullable(USERS.get(name)).map(roles -> new Reviewer(name, roles));
    }

    @Override
    public Flux<Deployment> shownBy(int number) {
        return number == pullRequest ? Flux.fromIterable(runs).map(this::deployment) : Flux.empty();
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

    private Deployment deployment(UUID id) {
        return new Deployment(
                id,
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
                "agent-code/market-analyst-0f0f0f0f",
                "b".repeat(40),
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
                commit);
    }
}
