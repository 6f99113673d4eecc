package io.crewsmith.gateway.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Finds what happened while no delivery came, as long as anything waits for it: what people decided in what was touched
 * since, and how checks stand that have not passed, which touch no pull request.
 */
final class MissedDecisions {

    /** What the ledger did not know then, it knows now; and GitHub's clock is not ours. */
    private static final Duration ONCE_MORE = Duration.ofMinutes(15);

    private final GitHubReader github;
    private final Decisions decisions;
    private final CommitChecks checks;
    private final ReviewDoor door;
    private final DeliveryMetrics metrics;

    /** How far GitHub was read; before the first time, as far back as the oldest that waits. */
    private Instant readUntil = Instant.MIN;

    MissedDecisions(
            GitHubReader github, Decisions decisions, CommitChecks checks, ReviewDoor door, DeliveryMetrics metrics) {
        this.github = github;
        this.decisions = decisions;
        this.checks = checks;
        this.door = door;
        this.metrics = metrics;
    }

    /** Looks once. */
    Mono<Void> look() {
        return lookForDecisions().then(lookForChecks());
    }

    private Mono<Void> lookForChecks() {
        return door.unchecked()
                .collectList()
                .flatMapIterable(commits -> commits)
                .concatMap(checks::take)
                .doOnNext(outcome -> metrics.count(DeliveryMetrics.POLL, outcome))
                .then();
    }

    private Mono<Void> lookForDecisions() {
        return door.waitingSince()
                .map(oldest -> (oldest.isAfter(readUntil) ? oldest : readUntil).minus(ONCE_MORE))
                .flatMap(since -> touchedSince(since).collectList())
                .flatMap(touched -> Flux.fromIterable(touched)
                        .concatMap(this::take)
                        .then(Mono.fromRunnable(() -> readUntil(touched))));
    }

    private Flux<JsonNode> touchedSince(Instant since) {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(github::pulls, 0)
                .takeUntil(page -> page.size() < GitHubReader.PAGE
                        || touchedAt(page.getLast()).isBefore(since))
                .flatMapIterable(page -> page)
                .takeWhile(pull -> !touchedAt(pull).isBefore(since));
    }

    /** The newest of a page is its first. */
    private void readUntil(List<JsonNode> touched) {
        if (!touched.isEmpty()) {
            readUntil = touchedAt(touched.getFirst());
        }
    }

    private Mono<Void> take(JsonNode pull) {
        int number = pull.path("number").asInt();
        return door.shownBy(number)
                .any(Decisions::isWaiting)
                .flatMap(waiting -> waiting ? take(pull, number) : Mono.empty());
    }

    private Mono<Void> take(JsonNode touched, int number) {
        PullRequest pull = PullRequestJson.pullRequest(touched);
        Flux<PersonsDecision> reviews = github.reviews(number)
                .collectList()
                .flatMapIterable(MissedDecisions::lastOfEach)
                .concatMap(review -> Mono.justOrEmpty(PullRequestJson.review(pull, review)));
        Flux<PersonsDecision> closing = touched.path("state").asString("").equals("closed")
                ? github.whoClosed(number)
                        .map(person -> PullRequestJson.closing(pull, person))
                        .flux()
                : Flux.empty();
        return reviews.concatWith(closing)
                .concatMap(decisions::take)
                .doOnNext(outcome -> metrics.count(DeliveryMetrics.POLL, outcome))
                .then();
    }

    /** Who decided twice has changed their mind; a comment between decides nothing. */
    private static Iterable<JsonNode> lastOfEach(List<JsonNode> reviews) {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        reviews.stream()
                .filter(review -> !review.path("state").asString("").equals("COMMENTED"))
                .filter(PullRequestJson::isByCollaborator)
                .sorted(Comparator.comparing(
                        review -> review.path("submitted_at").asString("")))
                .forEach(review ->
                        last.put(review.path("user").path("login").asString("").toLowerCase(Locale.ROOT), review));
        return last.values();
    }

    private static Instant touchedAt(JsonNode pull) {
        return Instant.parse(pull.path("updated_at").asString());
    }
}
