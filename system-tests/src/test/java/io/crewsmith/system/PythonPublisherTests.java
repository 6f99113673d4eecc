package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.schemas.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another platform service, in another language: {@code examples/python-publisher} against the running platform. */
@Timeout(600)
class PythonPublisherTests {

    private static final Pattern WAITING =
            Pattern.compile("Waiting for a reviewer.*(/api/code-deployments/\\S+)/review.*");

    @TempDir
    private Path folder;

    private record Outcome(int exitCode, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }
    }

    @Test
    void aChangeOnKafkaIsFollowedUntilItIsDeployed() throws Exception {
        Path agent =
                Files.writeString(folder.resolve("agent.json"), Agents.agent().toString());

        Outcome outcome = publish(agent, this::approve);

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(outcome.text())
                .containsSubsequence(
                        "crewsmith.agent-changes.v1",
                        "AgentChanged",
                        "by python-publisher",
                        "AgentSaved",
                        "CodeGenerated",
                        "ScanCompleted",
                        "ReviewRequested",
                        "Waiting for a reviewer, who is not python-publisher",
                        "ReviewApproved",
                        "by reviewer",
                        "Merged",
                        "crewsmith.deployments.v1",
                        "Deployed");
        assertThat(outcome.lines())
                .filteredOn(line -> line.contains("Z  crewsmith."))
                .allMatch(line -> line.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z  crewsmith\\.\\S+ +[A-Z]\\w+ +by \\S+"));
    }

    @Test
    void aChangeThatIsNotValidEndsWithEveryProblem() throws Exception {
        Path agent = Files.writeString(
                folder.resolve("agent.json"),
                Agents.agent().put("temperature", 3).put("rolle", 1).toString());

        Outcome outcome = publish(agent, line -> {});

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.text()).contains("The run ends with AgentRejected", "INVALID", "/temperature", "/rolle");
    }

    @Test
    void whatItPublishesIsACloudEventToo() throws Exception {
        Path agent = Files.writeString(
                folder.resolve("agent.json"), Agents.agent().put("role", "").toString());

        Outcome outcome = publish(agent, line -> {});

        String subject = outcome.lines().getFirst().replaceAll(".*agent ([0-9a-f-]{36});.*", "$1");
        assertThat(TopicCloudEvents.of(Topics.AGENT_CHANGES, subject))
                .singleElement()
                .satisfies(CloudEventTests::assertSaysWhatItsEnvelopeSays)
                .satisfies(record -> assertThat(record.value().getSource()).hasToString("/examples/python-publisher"));
    }

    private Outcome publish(Path agent, Consumer<String> reader) throws IOException, InterruptedException {
        Process publisher = new ProcessBuilder(
                        PublisherEnvironment.python().toString(),
                        "publish.py",
                        agent.toString(),
                        "--data",
                        RunningPlatform.folder().toString(),
                        "--timeout",
                        "120")
                .directory(PublisherEnvironment.PUBLISHER.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = publisher.inputReader(UTF_8)) {
            output.lines().peek(lines::add).forEach(reader);
            return new Outcome(publisher.waitFor(), lines);
        } finally {
            publisher.destroyForcibly();
        }
    }

    /** What a person does on reading that line: looks at the code, which the ledger may show a moment later. */
    private void approve(String line) {
        Matcher waiting = WAITING.matcher(line);
        if (waiting.matches()) {
            String run = waiting.group(1);
            Api reviewer = Api.as("reviewer");
            while (!reviewer.get(run).text("/deployment_status").equals("review_required")) {
                Thread.onSpinWait();
            }
            assertThat(reviewer.post(run + "/review", "{\"decision\": \"approved\"}")
                            .status())
                    .isEqualTo(200);
        }
    }
}
