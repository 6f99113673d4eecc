package io.crewsmith.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInPeople.Answer;
import io.crewsmith.platform.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What deliveries about checks lead to: questions to a stand-in that is held against GitHub's description. */
class AskedChecksTests {

    @TempDir
    private Path folder;

    private final FakeReviewDoor door = new FakeReviewDoor();
    private final List<Outcome> outcomes = new ArrayList<>();
    private GitHubStandIn github;
    private CommitChecks checks;

    @BeforeEach
    void start() throws Exception {
        github = new GitHubStandIn(folder, Clock.systemUTC());
        door.commit = github.people.propose("bundles/0f0f0f0f");
        door.checks = new Checks(true, null, null, null);
        var settings = new WebhookSettings(
                "acme/agents", "main", List.of(), Map.of(), github.api(), new Secret("t0ken"), Duration.ofMinutes(5));
        checks = new AskedChecks(new GitHubReader(settings, "t0ken"), door, settings.repository(), Clock.systemUTC());
        var deliveries = new Deliveries(new Decisions(door, settings, Clock.systemUTC()), checks, settings);
        github.people.tell((event, payload) -> {
            outcomes.add(deliveries
                    .take(event, JsonMapper.shared().readTree(payload))
                    .block());
            return new Answer(202, "");
        });
    }

    @AfterEach
    void stop() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    @Test
    void aCheckThatPassedIsReportedForExactlyTheCodeOfTheRun() {
        github.people.check(door.commit, "test", "success");

        assertThat(outcomes).containsExactly(new Outcome.Accepted(List.of(door.run)));
        ReportChecks report = door.reported.getFirst();
        assertThat(report.getResult()).isEqualTo(CheckResult.PASSED);
        assertThat(report.getDetails()).isNull();
        assertThat(report.getCodeDigest()).isEqualTo(FakeReviewDoor.CODE_DIGEST);
        assertThat(report.getEnvelope().getActor()).isEqualTo("github");
        assertThat(report.getEnvelope().getRunId()).isEqualTo(door.run.toString());
    }

    @Test
    void thoseOfACommitThatShowsManyAreThoseOfEach() {
        UUID other = UUID.randomUUID();
        door.runs.add(other);

        github.people.check(door.commit, "test", "success");

        assertThat(outcomes).containsExactly(new Outcome.Accepted(List.of(door.run, other)));
        assertThat(door.reported).hasSize(2);
    }

    @Test
    void allMustPassAndWhichDidNotIsSaid() {
        github.people.check(door.commit, "test", "failure");
        github.people.check(door.commit, "build", null);
        github.people.status(door.commit, "jenkins", "error");

        assertThat(door.reported.getLast().getResult()).isEqualTo(CheckResult.FAILED);
        assertThat(door.reported.getLast().getDetails()).isEqualTo("jenkins (error), test (failure)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure", "cancelled", "timed_out", "action_required"})
    void whateverIsNoPassIsAFailure(String conclusion) {
        github.people.check(door.commit, "lint", "success");
        github.people.check(door.commit, "test", conclusion);

        assertThat(door.reported.getLast().getDetails()).isEqualTo("test (%s)".formatted(conclusion));
    }

    @Test
    void asLongAsOneRunsNothingHasPassed() {
        github.people.check(door.commit, "build", null);
        github.people.check(door.commit, "test", "success");
        assertThat(results()).containsOnly(CheckResult.PENDING);

        github.people.check(door.commit, "build", "skipped");

        assertThat(results()).endsWith(CheckResult.PASSED);
    }

    @Test
    void aCheckThatRunsAgainTakesThePassBack() {
        github.people.check(door.commit, "test", "success");
        door.heard();
        github.people.check(door.commit, "test", null);
        door.heard();
        github.people.check(door.commit, "test", "success");

        assertThat(results()).containsExactly(CheckResult.PASSED, CheckResult.PENDING, CheckResult.PASSED);
    }

    @Test
    void ourOwnStatusIsNoCheck() {
        github.people.status(door.commit, "crewsmith/scan", "success");

        assertThat(results()).containsExactly(CheckResult.PENDING);
    }

    @Test
    void whatAnotherSystemReportedStandsWhereGitHubHasNoCheck() {
        door.checks = new Checks(true, "passed", null, Instant.EPOCH);

        github.people.status(door.commit, "crewsmith/scan", "success");

        assertThat(outcomes).containsExactly(new Outcome.Repeated(List.of(door.run)));
    }

    @Test
    void theSameStateIsOneCommandHoweverOftenItIsHeardOf() {
        github.people.check(door.commit, "test", "success");
        Outcome beforeItArrived = checks.take(door.commit).block();
        door.heard();
        Outcome afterIt = checks.take(door.commit).block();

        assertThat(List.of(beforeItArrived, afterIt)).containsOnly(new Outcome.Repeated(List.of(door.run)));
        assertThat(door.reported).hasSize(1);
    }

    @Test
    void whatWasOvertakenByAnOlderAnswerIsSaidAgain() {
        github.people.check(door.commit, "test", "success");
        door.heard();
        door.checks = new Checks(true, "pending", null, Instant.EPOCH.plusSeconds(60));

        checks.take(door.commit).block();

        assertThat(results()).containsExactly(CheckResult.PASSED, CheckResult.PASSED);
        assertThat(door.reported)
                .extracting(report -> report.getEnvelope().getEventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void noneOfMoreThanAPageIsForgotten() {
        github.people.tell(null);
        github.people.check(door.commit, "first", "success");
        for (int more = 0; more < 100; more++) {
            github.people.check(door.commit, "more-" + more, "neutral");
        }
        github.people.check(door.commit, "last", "failure");

        checks.take(door.commit).block();

        assertThat(door.reported.getFirst().getDetails()).isEqualTo("last (failure)");
    }

    @Test
    void gitHubIsNotAskedAboutACommitThatNobodyWaitsFor() {
        github.people.check("e".repeat(40), "test", "success");
        door.checks = new Checks(false, null, null, null);
        github.people.check(door.commit, "test", "success");

        assertThat(outcomes).containsOnly(new Outcome.Ignored("No deployment waits for checks of this commit."));
        assertThat(github.reads).isEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerIsNoAnswer() {
        github.close();
        Mono<Outcome> asked = checks.take(door.commit);

        assertThatThrownBy(asked::block).isInstanceOf(WebClientException.class);
        assertThat(door.reported).isEmpty();
    }

    private List<CheckResult> results() {
        return door.reported.stream().map(ReportChecks::getResult).toList();
    }
}
