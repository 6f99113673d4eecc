package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change and an approval of the same agent at the same moment. Which comes first is decided by their order on the topic of
 * commands: after a change nothing of before is merged, what is merged is what was approved, and who was answered that it is
 * void finds nothing merged.
 */
class ApprovalRaceTests {

    private static final int PAIRS = Integer.getInteger("crewsmith.race.pairs", 60);
    private static final int AT_ONCE = 8;

    private final Api author = Api.as("author");
    private final Api reviewer = Api.as("reviewer");

    @Test
    @Timeout(600)
    void noChangeSlipsBetweenAnApprovalAndItsMerge() throws Exception {
        try (ExecutorService pairs = Executors.newFixedThreadPool(AT_ONCE);
                ExecutorService changes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = IntStream.range(0, PAIRS)
                    .mapToObj(number -> pairs.submit(() -> isMergedAfterRace(changes)))
                    .toList();
            int merged = 0;
            for (Future<Boolean> outcome : outcomes) {
                merged += outcome.get() ? 1 : 0;
            }
            System.out.printf("%d pairs: %d merged, %d void, 0 wrong%n", PAIRS, merged, PAIRS - merged);
        }
    }

    private boolean isMergedAfterRace(ExecutorService changes) throws Exception {
        ObjectNode agent = Agents.agent();
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        Answer generated = author.post("/api/agents/%s/generate-code".formatted(id), "{\"create_pr\": true}");
        String deployment = generated.text("/deployment_id");
        ObjectNode changed = agent.deepCopy().put("goal", "Something else.");
        Callable<Answer> change = () -> author.send("PUT", "/api/agents/" + id, changed.toString(), Map.of());
        Future<Answer> changing = changes.submit(change);
        Answer approval =
                reviewer.post("/api/code-deployments/%s/review".formatted(deployment), "{\"decision\": \"approved\"}");
        assertThat(changing.get().status()).isEqualTo(200);

        boolean changeFirst = offset(id, "SaveAgent") < offset(id, "DecideReview");
        JsonNode now = author.get("/api/code-deployments/" + deployment).body();
        boolean merged = !now.at("/git/merge_commit_hash").isNull();
        assertThat(merged && changeFirst)
                .as("merged though changed before: %s", now)
                .isFalse();
        assertThat(approval.status()).isEqualTo(merged ? 200 : 409);
        if (merged) {
            assertThat(now.path("generated_code").asString()).isEqualTo(generated.text("/generated_code"));
        }
        return merged;
    }

    /** Where the last of its kind lies among the commands about the agent, which are in one partition. */
    private long offset(String agent, String type) {
        return StreamSupport.stream(
                        author.get("/api/audit?agent_id=" + agent).body().spliterator(), false)
                .filter(entry -> entry.path("type").asString().equals(type))
                .mapToLong(entry -> entry.path("offset").asLong())
                .max()
                .orElseThrow();
    }
}
