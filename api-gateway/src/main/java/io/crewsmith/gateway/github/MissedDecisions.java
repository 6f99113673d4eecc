package io.crewsmith.gateway.github;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Finds what happened while no delivery came, as long as anything waits for it: what people decided in what was touched
 * since, and how checks stand that have not passed, which touch no pull request.
 */
final class MissedDecisions {

    private static final Logger log = LoggerFactory.getLogger(MissedDecisions.class);

    /** GitHub does not want us, or not now: the next question would be answered the same. */
    private static final List<Integer> REFUSALS = List.of(401, 403, 429);

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

    /** What could not be read is read again the next time, however long ago it was touched. */
    private Mono<Void> lookForDecisions() {
        return door.waitingSince()
                .map(oldest -> (oldest.isAfter(readUntil) ? oldest : readUntil).minus(ONCE_MORE))
                .flatMap(since -> touchedSince(since).collectList())
                .flatMap(touched -> Flux.fromIterable(touched)
                        .concatMap(this::takeOrPassOver)
                        .reduce(true, Boolean::logicalAnd)
                        .doOnNext(all -> readUntil(touched, all)))
                .then();
    }

    private Flux<Touched> touchedSince(Instant since) {
        return Flux.range(1, Integer.MAX_VALUE)
                .concatMap(github::pulls, 0)
                .takeUntil(page -> page.size() < GitHubReader.PAGE
                        || Touched.of(page.getLast()).at().isBefore(since))
                .flatMapIterable(page -> page)
                .map(Touched::of)
                .takeWhile(pull -> !pull.at().isBefore(since));
    }

    /** The newest of a page is its first. */
    private void readUntil(List<Touched> touched, boolean all) {
        if (all && !touched.isEmpty()) {
            readUntil = touched.getFirst().at();
        }
    }

    /** Anybody may write reviews that cannot be read, as there are too many or too long ones; others are read all the same. */
    private Mono<Boolean> takeOrPassOver(Touched pull) {
        return take(pull).thenReturn(true).onErrorResume(MissedDecisions::isOfThatAlone, failure -> {
            log.warn(
                    "Pull request #{} cannot be read, and is passed over until the next look: {}",
                    pull.pullRequest().number(),
                    failure.getClass().getSimpleName());
            return Mono.just(false);
        });
    }

    private static boolean isOfThatAlone(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && !REFUSALS.contains(answer.getStatusCode().value());
    }

    private Mono<Void> take(Touched touched) {
        PullRequest pull = touched.pullRequest();
        Flux<PersonsDecision> closing = touched.closed()
                ? github.whoClosed(pull.number())
                        .map(person -> PullRequestJson.closing(pull, person))
                        .flux()
                : Flux.empty();
        return door.shownBy(pull.number())
                .any(Decisions::isWaiting)
                .filter(waiting -> waiting)
                .flatMapMany(waiting -> reviews(pull).concatWith(closing))
                .concatMap(decisions::take)
                .doOnNext(outcome -> metrics.count(DeliveryMetrics.POLL, outcome))
                .then();
    }

    /** Of each person the last: who decided twice has changed their mind; a comment between decides nothing. */
    private Flux<PersonsDecision> reviews(PullRequest pull) {
        return github.reviews(pull.number())
                .filter(review -> !review.path("state").asString("").equals("COMMENTED"))
                // Anybody may write reviews, as many as they like: those are not kept.
                .filter(PullRequestJson::isByCollaborator)
                .collect(LinkedHashMap<String, JsonNode>::new, MissedDecisions::keepLast)
                .flatMapIterable(LinkedHashMap::values)
                .concatMap(review -> Mono.justOrEmpty(PullRequestJson.review(pull, review)));
    }

    private static void keepLast(Map<String, JsonNode> last, JsonNode review) {
        last.merge(
                review.path("user").path("login").asString("").toLowerCase(Locale.ROOT),
                review,
                (one, other) -> submittedAt(other).compareTo(submittedAt(one)) < 0 ? one : other);
    }

    private static String submittedAt(JsonNode review) {
        return review.path("submitted_at").asString("");
    }

    /** A pull request, and when it was touched last. */
    private record Touched(PullRequest pullRequest, boolean closed, Instant at) {

        static Touched of(JsonNode pull) {
            return new Touched(
                    PullRequestJson.pullRequest(pull),
                    pull.path("state").asString("").equals("closed"),
                    Instant.parse(pull.path("updated_at").asString()));
        }
    }
}
