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
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.Risk;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInPull;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with GitHub, by settings alone. */
class GitHubServiceTests {

    @TempDir
    private Path folder;

    @Test
    void aReviewIsShownAtGitHubAndMergedThere() throws Exception {
        Path shared = folder.resolve("shared.git");
        git(folder, "init", "-q", "--bare", "-b", "main", shared.toString());
        ReviewRequested requested = requested();
        Candidate code = requested.getCandidate();
        var approved = new ReviewApproved(
                sameRun(requested.getEnvelope(), "bob"), code, "f".repeat(64), null, List.of(), List.of("bob"));
        try (var github = new GitHubStandIn(shared, Clock.systemUTC());
                var service = ServiceApplication.of(
                                GitServiceApplication.class,
                                Map.of(
                                        "server.port",
                                        0,
                                        "spring.kafka.bootstrap-servers",
                                        TestServices.bootstrapServers(),
                                        "crewsmith.git.repository",
                                        folder.resolve("agents.git"),
                                        "crewsmith.git.remote.url",
                                        shared.toString(),
                                        "crewsmith.git.github.repository",
                                        "acme/agents",
                                        "crewsmith.git.github.api",
                                        github.api(),
                                        "crewsmith.git.github.token",
                                        "t0ken"))
                        .run()) {
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
