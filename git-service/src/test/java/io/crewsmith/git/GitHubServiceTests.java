package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.Samples.verdict;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.EarlierVersion;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.Risk;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInPull;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with GitHub, by settings alone. */
class GitHubServiceTests {

    @TempDir
    private Path folder;

    @Test
    void aReviewIsShownAtGitHubAndMergedThere() throws Exception {
        Path shared = shared();
        ReviewRequested requested = requested();
        Candidate code = requested.getCandidate();
        var approved = new ReviewApproved(
                sameRun(requested.getEnvelope(), "bob"), code, "f".repeat(64), null, List.of(), List.of("bob"));
        try (var github = new GitHubStandIn(shared, Clock.systemUTC());
                var service = service(shared, github, Map.of())) {
            publish(Topics.REVIEWS, requested);

            PullRequestOpened opened = await(Topics.COMMITS, PullRequestOpened.class, requested);
            StandInPull pull = github.state.pull(opened.getNumber());
            assertThat(pull.body)
                    .contains("### Risk: low", "-  \"goal\" : \"Find\"", "+  \"goal\" : \"Find more\"")
                    .contains("- Scan: passed, nothing found.");
            assertThat(opened.getCommit())
                    .isEqualTo(git(shared, "rev-parse", pull.branch).strip());

            publish(Topics.REVIEWS, approved);

            Merged merged = await(Topics.COMMITS, Merged.class, approved);
            assertThat(merged.getCommit())
                    .isEqualTo(git(shared, "rev-parse", "main").strip());
            assertThat(pull.merged).isTrue();
            assertThat(github.violations()).isEmpty();
        }
    }

    @Test
    void aPullRequestIsKnownWhileTheLimitsStillHoldUpWhatMakesItComplete() throws Exception {
        Path shared = shared();
        ReviewRequested requested = requested();
        try (var github = new GitHubStandIn(shared, Clock.systemUTC());
                var service = service(
                        shared,
                        github,
                        Map.of(
                                "crewsmith.git.github.reviewers",
                                "ada",
                                "crewsmith.git.github.limits.per-minute",
                                5,
                                "crewsmith.git.github.limits.per-hour",
                                500,
                                "crewsmith.git.github.limits.at-once",
                                100))) {
            publish(Topics.REVIEWS, requested);

            PullRequestOpened opened = await(Topics.COMMITS, PullRequestOpened.class, requested);

            // Of five requests a minute one is kept for merges, and the labels are the fifth.
            assertThat(github.state.pull(opened.getNumber()).labels).isEmpty();
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void aRunThatPausedAtItsBranchIsShownOnceItIsResumed() throws Exception {
        Path shared = shared();
        ReviewRequested requested = requested();
        var retried = new StageRetried(
                requested.getEnvelope(), Stage.BRANCH, requested.getEnvelope().getRunId(), requested.getCandidate());
        try (var github = new GitHubStandIn(shared, Clock.systemUTC());
                var service = service(shared, github, Map.of())) {
            publish(Topics.REVIEWS, retried);

            PullRequestOpened opened = await(Topics.COMMITS, PullRequestOpened.class, retried);

            assertThat(github.state.pull(opened.getNumber()).body)
                    .contains("- Needed: what Crewsmith shows for the run.")
                    .contains("- Scan: passed; Crewsmith shows what it found.");
            assertThat(service.isRunning()).isTrue();
        }
    }

    @Test
    void gitHubIsNotAskedAboutARejectedRunThatHasNoBranch() throws Exception {
        Path shared = shared();
        ReviewRequested requested = requested();
        var rejected = new ReviewRejected(
                Samples.envelope(UUID.fromString(requested.getEnvelope().getSubject()), "bob"),
                "market-analyst",
                null,
                List.of(),
                null);
        try (var github = new GitHubStandIn(shared, Clock.systemUTC());
                var service = service(shared, github, Map.of())) {
            publish(Topics.REVIEWS, rejected, requested);

            await(Topics.COMMITS, PullRequestOpened.class, requested);

            // One look before the other is opened, one before it is complete.
            assertThat(github.reads).filteredOn(path -> path.endsWith("/pulls")).hasSizeLessThanOrEqualTo(2);
            assertThat(service.isRunning()).isTrue();
        }
    }

    private Path shared() throws Exception {
        Path shared = folder.resolve("shared.git");
        git(folder, "init", "-q", "--bare", "-b", "main", shared.toString());
        return shared;
    }

    private ConfigurableApplicationContext service(Path shared, GitHubStandIn github, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("server.port", 0);
        settings.put("spring.kafka.bootstrap-servers", TestServices.bootstrapServers());
        settings.put("crewsmith.git.repository", folder.resolve("agents.git"));
        settings.put("crewsmith.git.remote.url", shared.toString());
        settings.put("crewsmith.git.github.repository", "acme/agents");
        settings.put("crewsmith.git.github.api", github.api());
        settings.put("crewsmith.git.github.token", "t0ken");
        return ServiceApplication.of(GitServiceApplication.class, settings).run();
    }

    private static ReviewRequested requested() {
        Candidate code = Candidate.newBuilder(candidate("ann", "x = 1\n", new GenerationRequest(true, false)))
                .setConfiguration("{\"goal\":\"Find more\"}")
                .build();
        return new ReviewRequested(
                Samples.envelope(UUID.randomUUID(), "ann"),
                code,
                "f".repeat(64),
                true,
                1,
                List.of(),
                verdict(true, code),
                new EarlierVersion(UUID.randomUUID().toString(), "{\"goal\":\"Find\"}"),
                new Risk(RiskLevel.LOW, List.of("/goal was changed.")),
                false);
    }
}
