package io.crewsmith.gateway.github;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.gateway.github.Outcome.Accepted;
import io.crewsmith.gateway.github.Outcome.Ignored;
import io.crewsmith.gateway.github.Outcome.Repeated;
import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.platform.events.Envelopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes commands of what people decide at GitHub. Whether a decision counts is for the review service to say, as with any
 * other; here it is only found out who decides, about which run, and whether they saw its code.
 */
final class Decisions {

    private static final String WAITING = "review_required";

    /** GitHub says whole seconds, by a clock that is not ours. */
    private static final Duration DIFFERENCE_OF_CLOCKS = Duration.ofSeconds(10);

    /** Of the runs that one pull request shows, so that GitHub has its answer in time for all of them. */
    private static final int AT_ONCE = 8;

    private static final Pattern LOGIN = Pattern.compile("[\\w\\[\\]-]{1,50}");

    private final ReviewDoor door;
    private final WebhookSettings settings;
    private final Clock clock;

    Decisions(ReviewDoor door, WebhookSettings settings, Clock clock) {
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Outcome> take(PersonsDecision said) {
        Optional<String> objection = objection(said);
        if (objection.isPresent()) {
            return Mono.just(new Ignored(objection.get()));
        }
        return door.shownBy(said.pullRequest().number())
                .flatMapSequential(run -> take(said, run), AT_ONCE)
                .collectList()
                .map(each -> each.isEmpty() ? new Ignored("No deployment has this pull request.") : Outcome.of(each));
    }

    private Mono<Outcome> take(PersonsDecision said, Deployment run) {
        UUID id = Envelopes.namedId("GitHub %s %s %s".formatted(settings.repository(), said.name(), run.id()));
        return door.knows(id)
                .flatMap(known -> known ? Mono.<Outcome>just(new Repeated(List.of(run.id()))) : decide(said, run, id));
    }

    private Mono<Outcome> decide(PersonsDecision said, Deployment run, UUID id) {
        Optional<Reviewer> reviewer =
                Optional.ofNullable(settings.users().get(said.login())).flatMap(door::user);
        Optional<String> objection = objection(said, run).or(() -> objection(said, reviewer));
        if (objection.isPresent()) {
            return Mono.just(new Ignored(objection.get()));
        }
        Reviewer person = reviewer.orElseThrow();
        var command = new DecideReview(
                Envelopes.first(id, run.id(), run.agentId(), person.name(), clock.instant()),
                said.decision(),
                said.comments(),
                List.of(),
                run.codeDigest(),
                person.roles());
        return door.decide(command).thenReturn(new Accepted(List.of(run.id())));
    }

    private Optional<String> objection(PersonsDecision said) {
        if (!said.pullRequest().source().equalsIgnoreCase(settings.repository())) {
            return Optional.of("The branch is in another repository.");
        }
        if (!said.pullRequest().target().equals(settings.branch())) {
            return Optional.of("The pull request is not into %s; crewsmith.gateway.github.branch names that."
                    .formatted(settings.branch()));
        }
        return said.byCollaborator()
                ? Optional.empty()
                : Optional.of("%s is no collaborator of the repository.".formatted(shown(said.login())));
    }

    private static Optional<String> objection(PersonsDecision said, Deployment run) {
        if (!isWaiting(run)) {
            return Optional.of("The deployment waits for no review, it is %s.".formatted(run.status()));
        }
        if (!said.commit().equals(run.pullRequestCommit())) {
            return Optional.of("The decision is about commit %s, the deployment is shown by %s."
                    .formatted(shown(said.commit()), run.pullRequestCommit()));
        }
        return isOfThisReview(said.madeAt(), run.reviewRequestedAt())
                ? Optional.empty()
                : Optional.of("The decision was made at %s, the review was requested at %s."
                        .formatted(
                                said.madeAt() == null ? "no readable time" : said.madeAt(), run.reviewRequestedAt()));
    }

    /** What somebody decided before the review began anew is not their last word. */
    private static boolean isOfThisReview(@Nullable Instant madeAt, @Nullable Instant requestedAt) {
        return madeAt != null && requestedAt != null && !madeAt.isBefore(requestedAt.minus(DIFFERENCE_OF_CLOCKS));
    }

    private static Optional<String> objection(PersonsDecision said, Optional<Reviewer> reviewer) {
        if (reviewer.isEmpty()) {
            return Optional.of("No user belongs to the login %s; crewsmith.gateway.github.users names them."
                    .formatted(shown(said.login())));
        }
        return reviewer.get().mayReview()
                ? Optional.empty()
                : Optional.of(
                        "The user %s may not review.".formatted(reviewer.get().name()));
    }

    static boolean isWaiting(Deployment run) {
        return run.status().equals(WAITING);
    }

    /** What comes from outside is repeated only if it is what it should be. */
    private static String shown(String text) {
        return LOGIN.matcher(text).matches() ? text : "(unreadable)";
    }
}
