package io.crewsmith.git;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.GitFailed;
import io.crewsmith.events.v1.MergeKind;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service alone, as its own main class runs it, on a real broker and without any database. */
class GitServiceTests {

    @TempDir
    private Path folder;

    @Test
    void aReviewIsFollowedFromItsBranchToItsRollback() {
        Candidate code = candidate("ann", "x = 1\n", new GenerationRequest(true, false));
        var requested = new ReviewRequested(
                Samples.envelope(UUID.randomUUID(), "ann"),
                code,
                "f".repeat(64),
                true,
                1,
                List.of(),
                null,
                null,
                null,
                false);
        var approved = new ReviewApproved(
                sameRun(requested.getEnvelope(), "bob"), code, "f".repeat(64), null, List.of(), List.of("bob"));
        var rollback = new RollbackApproved(
                sameRun(requested.getEnvelope(), "olga"),
                requested.getEnvelope().getRunId(),
                code);
        try (var service = ServiceApplication.of(
                        GitServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "crewsmith.git.repository", folder.resolve("agents.git")))
                .run()) {
            publish(Topics.REVIEWS, requested, approved, rollback);

            BranchPushed pushed = await(Topics.COMMITS, BranchPushed.class, requested);
            assertThat(pushed.getBranch()).startsWith("agent-code/market-analyst-");
            Merged merged = await(Topics.COMMITS, Merged.class, approved);
            assertThat(merged.getKind()).isEqualTo(MergeKind.RELEASE);
            assertThat(merged.getCandidate()).isEqualTo(code);
            Merged rolledBack = await(Topics.COMMITS, Merged.class, rollback);
            assertThat(rolledBack.getKind()).isEqualTo(MergeKind.ROLLBACK);
            assertThat(rolledBack.getCommit()).isNotEqualTo(merged.getCommit());
        }
    }

    @Test
    void aRunThatPausedGoesOnWhenItIsRetried() {
        Candidate code = candidate("ann", "x = 1\n", new GenerationRequest(true, false));
        Envelope run = Samples.envelope(UUID.randomUUID(), "ann");
        var retriedBranch = new StageRetried(run, Stage.BRANCH, run.getRunId(), code);
        var retriedMerge = new StageRetried(sameRun(run, "olga"), Stage.MERGE, run.getRunId(), code);
        var retriedRollback = new StageRetried(sameRun(run, "olga"), Stage.ROLLBACK, run.getRunId(), code);
        try (var service = ServiceApplication.of(
                        GitServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "crewsmith.git.repository", folder.resolve("agents.git")))
                .run()) {
            publish(Topics.REVIEWS, retriedBranch, retriedMerge, retriedRollback);

            assertThat(service.isRunning()).isTrue();
            await(Topics.COMMITS, BranchPushed.class, retriedBranch);
            assertThat(await(Topics.COMMITS, Merged.class, retriedMerge).getKind())
                    .isEqualTo(MergeKind.RELEASE);
            assertThat(await(Topics.COMMITS, Merged.class, retriedRollback).getKind())
                    .isEqualTo(MergeKind.ROLLBACK);
        }
    }

    @Test
    void anApprovalOfWhatIsNotOnTheBranchIsRefused() {
        Candidate code = candidate("ann", "x = 1\n", new GenerationRequest(true, false));
        var approved = new ReviewApproved(
                Samples.envelope(UUID.randomUUID(), "bob"), code, "f".repeat(64), null, List.of(), List.of("bob"));
        try (var service = ServiceApplication.of(
                        GitServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "crewsmith.git.repository", folder.resolve("agents.git")))
                .run()) {
            publish(Topics.REVIEWS, approved);

            assertThat(await(Topics.COMMITS, GitFailed.class, approved).getReason())
                    .endsWith("does not hold the approved code alone.");
            assertThat(service.isRunning()).isTrue();
        }
    }
}
