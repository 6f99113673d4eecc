package io.crewsmith.deployment;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.DeploymentFailed;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.MergeKind;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service alone, as its own main class runs it, on a real broker and without any database. */
class DeploymentServiceTests {

    @TempDir
    private Path folder;

    @Test
    void whatWasMergedIsActiveOrSaysWhyNot() throws Exception {
        Envelope begun = Samples.envelope(UUID.randomUUID(), "bob");
        var first = merged(begun, "x = 1\n");
        var obstructed = merged(sameRun(begun, "bob"), "x = 2\n");
        try (var service = ServiceApplication.of(
                        DeploymentServiceApplication.class,
                        Map.of(
                                "server.port",
                                0,
                                "spring.kafka.bootstrap-servers",
                                TestServices.bootstrapServers(),
                                "crewsmith.deployment.folder",
                                folder))
                .run()) {
            publish(Topics.COMMITS, first);
            Deployed deployed = await(Topics.DEPLOYMENTS, Deployed.class, first);
            assertThat(Path.of(deployed.getPath()))
                    .isEqualTo(folder.resolve("app/agents/market_analyst.py"))
                    .hasContent("x = 1\n");
            Files.writeString(folder.resolve("manifests/agents/market-analyst.json"), "rubbish");

            publish(Topics.COMMITS, obstructed);

            assertThat(await(Topics.DEPLOYMENTS, DeploymentFailed.class, obstructed)
                            .getReason())
                    .contains("market-analyst.json is not a manifest any more; repair or remove it");
            assertThat(Path.of(deployed.getPath())).hasContent("x = 1\n");
            assertThat(service.isRunning()).isTrue();
        }
    }

    private static Merged merged(Envelope envelope, String code) {
        return new Merged(
                envelope,
                MergeKind.RELEASE,
                envelope.getRunId(),
                candidate("ann", code, new GenerationRequest(true, false)),
                "agent-code/market-analyst-1",
                "c".repeat(40));
    }
}
