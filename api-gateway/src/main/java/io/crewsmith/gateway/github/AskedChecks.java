package io.crewsmith.gateway.github;

import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.github.Outcome.Accepted;
import io.crewsmith.gateway.github.Outcome.Ignored;
import io.crewsmith.gateway.github.Outcome.Repeated;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.platform.events.Envelopes;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks GitHub how the checks of commits stand, and makes commands of what is new. */
final class AskedChecks implements CommitChecks {

    /** In whose name that is said. */
    private static final String GITHUB = "github";

    private static final List<Integer> NO_COMMIT = List.of(404, 422);

    private final GitHubReader github;
    private final ReviewDoor door;
    private final String repository;
    private final Clock clock;

    AskedChecks(GitHubReader github, ReviewDoor door, String repository, Clock clock) {
        this.github = github;
        this.door = door;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Mono<Outcome> take(String commit) {
        return door.toCheckAt(commit)
                .collectList()
                .flatMap(runs -> runs.isEmpty()
                        ? Mono.just(new Ignored("No deployment waits for checks of this commit."))
                        : ask(commit, runs));
    }

    private Mono<Outcome> ask(String commit, List<Deployment> runs) {
        return github.statuses(commit)
                .collectList()
                .zipWhen(statuses -> github.checkRuns(commit).collectList(), CheckState::of)
                .flatMapMany(state -> Flux.fromIterable(runs).concatMap(run -> report(commit, run, state)))
                .collectList()
                .map(Outcome::of)
                .onErrorResume(
                        WebClientResponseException.class,
                        answer -> NO_COMMIT.contains(answer.getStatusCode().value())
                                ? Mono.just(new Ignored("GitHub has no such commit."))
                                : Mono.error(answer));
    }

    private Mono<Outcome> report(String commit, Deployment run, CheckState state) {
        if (isSaid(run.checks(), state)) {
            return Mono.just(new Repeated(List.of(run.id())));
        }
        // What it follows on is a part of its name: of two questions at once the older answer may have come last.
        UUID id = Envelopes.namedId("GitHub %s checks of %s for %s: %s, %s, after %s"
                .formatted(
                        repository,
                        commit,
                        run.id(),
                        state.result(),
                        state.version(),
                        run.checks().reportedAt()));
        return door.knows(id)
                .flatMap(known -> known ? Mono.just(new Repeated(List.of(run.id()))) : report(run, state, id));
    }

    /** Where GitHub has no check, whatever another system said stands. */
    private static boolean isSaid(Checks said, CheckState state) {
        return said.result() != null
                && (state.isEmpty()
                        || said.result().equals(state.result().name().toLowerCase(Locale.ROOT))
                                && Objects.equals(said.details(), state.details()));
    }

    private Mono<Outcome> report(Deployment run, CheckState state, UUID id) {
        var command = new ReportChecks(
                Envelopes.first(id, run.id(), run.agentId(), GITHUB, clock.instant()),
                state.result(),
                state.details(),
                Objects.requireNonNull(run.codeDigest()));
        return door.report(command).thenReturn(new Accepted(List.of(run.id())));
    }
}
