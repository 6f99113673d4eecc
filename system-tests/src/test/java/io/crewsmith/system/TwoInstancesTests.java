package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two instances of each service at once, on one repository and one deployment folder, behind two gateways. */
class TwoInstancesTests {

    private static final int STORIES = 20;

    /** What happens in the life of a deployment, each exactly once. */
    private static final List<String> LIFE = List.of(
            "GenerateCode",
            "AgentSaved",
            "CodeGenerated",
            "ScanCompleted",
            "SubmitForReview",
            "ReviewRequested",
            "BranchPushed",
            "DecideReview",
            "ReviewApproved",
            "Merged",
            "Deployed");

    private Fleet fleet;

    @BeforeEach
    void twoOfEach() {
        fleet = Fleet.of(2);
    }

    @Test
    void manyAgentsAtOnceAreEachDeployedOnce() throws Exception {
        List<Answer> deployed = inParallel(STORIES, this::tell);

        for (Answer answer : deployed) {
            requireDeployedOnce(answer);
        }
    }

    @Test
    void killingAnInstanceOfEachServiceLosesNothingAndDoesNothingTwice() throws Exception {
        var proposed = new CountDownLatch(STORIES / 4);
        List<ServiceProcess> doomed = ComposeFile.ownServices().stream()
                .map(service -> fleet.instances(service).getLast())
                .toList();

        List<Answer> deployed;
        try (ExecutorService killer = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> killed = killer.submit(() -> {
                boolean inTheMiddle = proposed.await(60, TimeUnit.SECONDS);
                doomed.forEach(ServiceProcess::kill);
                return inTheMiddle;
            });
            deployed = inParallel(STORIES, () -> {
                Journey journey = new Journey(fleet).save();
                String deployment = journey.propose();
                proposed.countDown();
                return journey.approve(deployment);
            });
            assertThat(killed.get()).isTrue();
        }

        assertThat(fleet.instances()).hasSize(ComposeFile.ownServices().size());
        for (Answer answer : deployed) {
            requireDeployedOnce(answer);
        }
    }

    @Test
    void aPreviewIsAnsweredByTheGatewayThatWasAsked() throws Exception {
        List<Api> gateways = fleet.gateways().stream()
                .map(gateway -> new Api(gateway, fleet.token("author")))
                .toList();
        assertThat(gateways).hasSize(2);

        List<Boolean> right = inParallel(STORIES, () -> {
            var agent = Agents.agent();
            Answer preview = gateways.get(agent.hashCode() & 1).post("/api/agents/preview", agent.toString());
            return preview.text("/generated_code")
                    .contains(agent.path("agent_key").asString());
        });

        assertThat(right).hasSize(STORIES).containsOnly(true);
    }

    private Answer tell() {
        Journey journey = new Journey(fleet).save();
        return journey.approve(journey.propose());
    }

    private void requireDeployedOnce(Answer deployed) throws IOException {
        String id = deployed.text("/deployment_id");
        Map<String, Long> happened = happened(id);

        assertThat(happened)
                .as("deployment %s", id)
                .containsExactlyInAnyOrderEntriesOf(
                        LIFE.stream().collect(Collectors.toMap(Function.identity(), type -> 1L)));
        assertThat(MainBranch.of(fleet).commitsNaming(id)).isEqualTo(2);
        assertThat(MainBranch.of(fleet).text(deployed)).isEqualTo(deployed.text("/generated_code"));
        assertThat(Files.readString(Path.of(deployed.text("/deployment_path"))))
                .isEqualTo(deployed.text("/generated_code"));
    }

    /** From the ledger, which knows events by their id: one that a topic holds twice counts once. */
    private Map<String, Long> happened(String deployment) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> trail(deployment), trail -> trail.containsKey(LIFE.getLast()));
    }

    private Map<String, Long> trail(String deployment) {
        return fleet.as("author")
                .get("/api/audit?run_id=" + deployment)
                .body()
                .valueStream()
                .map((JsonNode entry) -> entry.path("type").asString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(work))
                    .toList();
            List<T> done = new ArrayList<>();
            for (Future<T> result : results) {
                done.add(result.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new AssertionError("A story did not end well: " + e.getCause(), e.getCause());
        }
    }
}
