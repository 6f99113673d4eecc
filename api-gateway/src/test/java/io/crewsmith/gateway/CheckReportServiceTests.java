package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.events.v1.ChecksReported;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What continuous integration says at the door; the test plays it, and the services behind the gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckReportServiceTests {

    private static final String COMMIT = "c".repeat(40);
    private static final String REPORT = """
            {"result": "failed", "commit": "%s", "details": "lint: https://ci.example/7"}
            """.formatted(COMMIT);
    private static final String APPROVAL = "1 approval by somebody other than author";
    private static final String CHECKS = "passed checks of continuous integration";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningGateway gateway = new RunningGateway(Map.of(
            "crewsmith.gateway.users[1].name", "ci",
            "crewsmith.gateway.users[1].roles", "service",
            "crewsmith.gateway.users[1].token.value", "t0ken-of-ci"));

    @AfterAll
    void stop() {
        gateway.close();
        http.close();
    }

    @Test
    void aReportIsAnsweredWithWhatIsMissingThenAndIsDoneOnce() {
        ReviewRequested run = underReview();
        assertThat(deployment(run).at("/checks").toString())
                .isEqualTo("{\"required\":true,\"result\":null,\"details\":null}");
        assertThat(missing(run)).containsExactly(APPROVAL, CHECKS);
        CompletableFuture<HttpResponse<String>> first = post("t0ken-of-ci", run, REPORT, "key-1");
        ReportChecks command = command(run);
        publish(Topics.REVIEWS, reported(command, List.of("1 more approval", CHECKS + ", which failed: lint")));

        JsonNode answer = JsonMapper.shared().readTree(first.join().body());
        HttpResponse<String> again = post("t0ken-of-ci", run, REPORT, "key-1").join();

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(answer.at("/checks").toString())
                .isEqualTo("{\"required\":true,\"result\":\"failed\",\"details\":\"lint: https://ci.example/7\"}");
        assertThat(words(answer))
                .containsExactly(
                        "1 more approval by somebody other than author",
                        CHECKS + ", which failed: lint: https://ci.example/7");
        assertThat(command.getResult()).isEqualTo(CheckResult.FAILED);
        assertThat(command.getCodeDigest()).isEqualTo(run.getCandidate().getCodeDigest());
        assertThat(command.getEnvelope().getActor()).isEqualTo("ci");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(gateway.get("/api/audit?run_id=" + run.getEnvelope().getRunId(), "application/json")
                        .body())
                .containsOnlyOnce("\"ReportChecks\"");
    }

    @Test
    void aPassThatWasReportedBeforeTheReviewBeganAnewIsNotMissing() {
        ReviewRequested run = underReview();
        var passed = new ReportChecks(
                Samples.sameRun(run.getEnvelope(), "ci"),
                CheckResult.PASSED,
                null,
                run.getCandidate().getCodeDigest());

        publish(
                Topics.REVIEWS,
                reported(passed, List.of("1 more approval")),
                ReviewRequested.newBuilder(run)
                        .setEnvelope(Samples.sameRun(run.getEnvelope(), "author"))
                        .build());
        gateway.awaitedIn(path(run), "\"passed\"");

        assertThat(missing(run)).singleElement().asString().endsWith("approval by somebody other than author");
    }

    @Test
    void checksOfAnotherCommitAreRefused() {
        HttpResponse<String> answer = post("t0ken-of-ci", underReview(), REPORT.replace("cccc", "dddd"), null)
                .join();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("/problems/wrong-state", "\"/commit\"", "The deployment's code is commit " + COMMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /result",
                "{\"result\": \"green\"} | /result",
                "{\"result\": \"passed\"} | /commit",
                "{\"result\": \"passed\", \"commit\": \"main\"} | /commit",
                "{\"result\": \"passed\", \"commit\": \"cccccccccccccccccccccccccccccccccccccccc\", \"details\": \"a\\u0000\"} | /details"
            })
    void whatCannotBeAReportIsRefusedWithItsPlace(String body, String pointer) {
        HttpResponse<String> answer =
                post("t0ken-of-ci", UUID.randomUUID(), body, null).join();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"pointer\":\"%s\"".formatted(pointer));
    }

    @Test
    void aDeploymentThatIsNotThereIsNotFound() {
        assertThat(post("t0ken-of-ci", UUID.randomUUID(), REPORT, null).join().statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAuthorDoesNotReportTheirOwnChecks() {
        assertThat(post("t0ken", underReview(), REPORT, null).join().statusCode())
                .isEqualTo(403);
    }

    /** A run whose code is on a branch and needs passed checks. */
    private ReviewRequested underReview() {
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
        gateway.awaitedIn(path(requested), COMMIT);
        gateway.awaitedIn(path(requested), "\"review_required\"");
        gateway.awaitedIn(path(requested), requested.getCandidate().getCodeDigest());
        return requested;
    }

    private static ChecksReported reported(ReportChecks command, List<String> missing) {
        Envelope envelope = Envelope.newBuilder(Samples.sameRun(command.getEnvelope(), "ci"))
                .setCausationId(command.getEnvelope().getEventId())
                .build();
        return new ChecksReported(envelope, "market-analyst", command.getResult(), command.getDetails(), missing);
    }

    private static ReportChecks command(ReviewRequested run) {
        var record = await(
                Topics.COMMANDS, candidate -> run.getEnvelope().getSubject().equals(candidate.key()));
        return (ReportChecks) new EventCodec().decode(record.value());
    }

    private static String path(ReviewRequested run) {
        return "/api/code-deployments/" + run.getEnvelope().getRunId();
    }

    private JsonNode deployment(ReviewRequested run) {
        return JsonMapper.shared()
                .readTree(gateway.get(path(run), "application/json").body());
    }

    private List<String> missing(ReviewRequested run) {
        return words(deployment(run));
    }

    private static List<String> words(JsonNode deployment) {
        return deployment
                .path("missing_to_merge")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private CompletableFuture<HttpResponse<String>> post(
            String token, ReviewRequested run, String body, @Nullable String key) {
        return post(token, UUID.fromString(run.getEnvelope().getRunId()), body, key);
    }

    private CompletableFuture<HttpResponse<String>> post(String token, UUID run, String body, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        gateway.address().resolve("/api/code-deployments/%s/checks".formatted(run)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
