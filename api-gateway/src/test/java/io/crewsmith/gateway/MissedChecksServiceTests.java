package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that GitHub cannot reach asks by itself how checks went. */
class MissedChecksServiceTests {

    private static final String COMMIT = "b".repeat(40);

    @TempDir
    private Path folder;

    @Test
    void checksOfWhichNoDeliveryCameAreReported() throws Exception {
        try (var github = new GitHubStandIn(folder, Clock.systemUTC());
                var gateway = new RunningGateway(Map.of(
                        "crewsmith.gateway.github.repository", "acme/agents",
                        "crewsmith.gateway.github.api", github.api().toString(),
                        "crewsmith.gateway.github.token", "t0ken",
                        "crewsmith.gateway.github.ask-every", "10s"))) {
            github.people.check(COMMIT, "test", "success");

            ReviewRequested run = underReview();

            ReportChecks report = reported(run);
            assertThat(report.getResult()).isEqualTo(CheckResult.PASSED);
            assertThat(report.getCodeDigest()).isEqualTo(run.getCandidate().getCodeDigest());
            assertThat(report.getEnvelope().getActor()).isEqualTo("github");
            assertThat(gateway.awaitedIn(
                                    "/api/audit?run_id=" + run.getEnvelope().getRunId(), "ReportChecks")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(github.violations()).isEmpty();
        }
    }

    private static ReviewRequested underReview() {
        var requested = new ReviewRequested(
                Samples.envelope(UUID.randomUUID(), "author"),
                Samples.candidate("author", "x = 1\n", new GenerationRequest(true, false)),
                "f".repeat(64),
                true,
                1,
                List.of(),
                null,
                null,
                null,
                true);
        var envelope = requested.getEnvelope();
        publish(Topics.CODE, new CodeGenerated(Samples.sameRun(envelope, "author"), requested.getCandidate()));
        publish(Topics.REVIEWS, requested);
        publish(
                Topics.COMMITS,
                new BranchPushed(Samples.sameRun(envelope, "author"), "market-analyst", "agent-code/1", COMMIT));
        return requested;
    }

    private static ReportChecks reported(ReviewRequested run) {
        var record = await(
                Topics.COMMANDS, candidate -> run.getEnvelope().getSubject().equals(candidate.key()));
        return (ReportChecks) new EventCodec().decode(record.value());
    }
}
