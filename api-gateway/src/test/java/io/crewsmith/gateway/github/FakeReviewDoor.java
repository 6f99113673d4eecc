package io.crewsmith.gateway.github;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Runs under review at GitHub, which may need passed checks, and users bob, who may review, and ann, who may not. */
final class FakeReviewDoor implements ReviewDoor {

    static final String COMMIT = "c".repeat(40);
    static final String CODE_DIGEST = "d".repeat(64);

    private static final Map<String, List<String>> USERS =
            Map.of("bob", List.of("AUTHOR", "REVIEWER"), "ann", List.of("AUTHOR"));

    private final Sinks.Empty<Void> arrived = Sinks.empty();

    final UUID run = UUID.randomUUID();

    /** That the pull request shows. */
    final List<UUID> runs = new ArrayList<>(List.of(run));

    final List<DecideReview> decided = new ArrayList<>();
    final List<ReportChecks> reported = new ArrayList<>();

    /** So many decisions must be under way before the first of them arrives. */
    int arrivingTogether = 1;

    int pullRequest = 7;

    /** That shows the same, too. */
    int otherPullRequest = 7;

    String commit = COMMIT;
    String status = "review_required";
    Instant waitingSince = Instant.EPOCH;

    @Nullable
    Instant reviewRequestedAt = Instant.EPOCH;

    Checks checks = new Checks(false, null, null, null);

    @Override
    public Optional<Reviewer> user(String name) {
        return Optional.ofNullable(USERS.get(name)).map(roles -> new Reviewer(name, roles));
    }

    @Override
    public Flux<Deployment> shownBy(int number) {
        return number == pullRequest || number == otherPullRequest
                ? Flux.fromIterable(runs).map(this::deployment)
                : Flux.empty();
    }

    @Override
    public Mono<Instant> waitingSince() {
        return status.equals("review_required") ? Mono.just(waitingSince) : Mono.empty();
    }

    @Override
    public Mono<Boolean> knows(UUID commandId) {
        return Mono.just(Stream.concat(
                        decided.stream().map(DecideReview::getEnvelope),
                        reported.stream().map(ReportChecks::getEnvelope))
                .anyMatch(envelope -> envelope.getEventId().equals(commandId.toString())));
    }

    @Override
    public Mono<Void> decide(DecideReview decision) {
        return Mono.defer(() -> {
            decided.add(decision);
            if (decided.size() >= arrivingTogether) {
                arrived.tryEmitEmpty();
            }
            return arrived.asMono();
        });
    }

    @Override
    public Flux<Deployment> toCheckAt(String shown) {
        return isToCheck() && shown.equals(commit) ? Flux.fromIterable(runs).map(this::deployment) : Flux.empty();
    }

    @Override
    public Flux<String> unchecked() {
        return isToCheck() && !"passed".equals(checks.result()) ? Flux.just(commit) : Flux.empty();
    }

    private boolean isToCheck() {
        return checks.required() && status.equals("review_required");
    }

    @Override
    public Mono<Void> report(ReportChecks report) {
        return Mono.fromRunnable(() -> reported.add(report));
    }

    /** From now on the run is as if the last report had arrived. */
    void heard() {
        ReportChecks last = reported.getLast();
        checks = new Checks(
                true,
                last.getResult().name().toLowerCase(Locale.ROOT),
                last.getDetails(),
                Instant.EPOCH.plusSeconds(reported.size()));
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
                reviewRequestedAt,
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
                commit,
                checks);
    }
}
