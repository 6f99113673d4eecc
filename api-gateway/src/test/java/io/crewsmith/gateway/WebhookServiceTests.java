package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.BranchPushed;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.github.Delivery;
import io.crewsmith.github.StandInHook;
import io.crewsmith.github.StandInPeople.Answer;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** GitHub's deliveries at the door; the test plays GitHub, and the services behind the gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookServiceTests {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String COMMIT = "c".repeat(40);

    private final RunningGateway gateway = new RunningGateway(Map.of(
            "crewsmith.gateway.github.repository", "acme/agents",
            "crewsmith.gateway.github.secrets[0]", SECRET,
            "crewsmith.gateway.github.users.octocat", "reviewer",
            "crewsmith.gateway.users[1].name", "reviewer",
            "crewsmith.gateway.users[1].roles", "reviewer",
            "crewsmith.gateway.users[1].token.value", "t0ken-too"));
    private final URI address = gateway.address().resolve("/api/github/webhooks");
    private final StandInHook github = new StandInHook(address, SECRET);

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aSignedReviewBecomesACommandOnce() {
        ReviewRequested run = underReview();

        Answer first = github.deliver("pull_request_review", approval(run));
        DecideReview command = command(run);
        gateway.awaitedIn(
                "/api/audit?run_id=" + run.getEnvelope().getRunId(),
                command.getEnvelope().getEventId());
        Answer again = github.deliver("pull_request_review", approval(run));

        assertThat(first)
                .isEqualTo(new Answer(
                        202,
                        "{\"outcome\":\"accepted\",\"deployment_ids\":[\"%s\"],\"reason\":null}"
                                .formatted(run.getEnvelope().getRunId())));
        assertThat(again.body()).startsWith("{\"outcome\":\"repeated\"");
        assertThat(command.getDecision()).isEqualTo(Decision.APPROVED);
        assertThat(command.getEnvelope().getActor()).isEqualTo("reviewer");
        assertThat(command.getRoles()).containsExactly("REVIEWER");
        assertThat(command.getCodeDigest()).isEqualTo(run.getCandidate().getCodeDigest());
    }

    @Test
    void whoSignsWithAnotherSecretLearnsNothing() {
        ReviewRequested run = underReview();

        Answer refused = new StandInHook(address, "another secret of 16").deliver("pull_request_review", approval(run));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .contains(
                        "/problems/unauthenticated", "The signature is missing or not made with the webhook's secret.")
                .isEqualTo(github.deliver("ping", "{}", "sha1=00").body());
        assertThat(served()).contains("event=\"pull_request_review\",outcome=\"refused\"}");
    }

    @Test
    void aTokenOfAUserIsNoSignature() {
        assertThat(gateway.post("/api/github/webhooks", "{}").join().statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPingIsAnswered() {
        assertThat(github.deliver("ping", "{\"zen\": \"Keep it logically awesome.\"}"))
                .isEqualTo(
                        new Answer(
                                202,
                                "{\"outcome\":\"ignored\",\"deployment_ids\":[],\"reason\":\"Heard; reviews, pull requests and checks are taken.\"}"));
    }

    @Test
    void everyPublishedExampleIsTakenAsItIs() {
        assertThat(Delivery.examples(null))
                .hasSizeGreaterThan(300)
                .allSatisfy(example -> assertThat(github.deliver(
                                        example.event(), example.payload().toString())
                                .status())
                        .isEqualTo(202));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{\"pull_request\": 1, \"action\": {}}",
                "{\"a\":\0}"
            })
    void whatIsNoDeliveryIsRefusedOrIgnored(String payload) {
        assertThat(github.deliver("pull_request", payload).status()).isIn(202, 400);
    }

    @Test
    void whatIsNestedDeeperThanJsonIsReadIsRefused() {
        assertThat(github.deliver("pull_request", "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @Test
    void whatIsLargerThanTwoMegabytesIsRefused() {
        String large = "{\"a\": \"%s\"}".formatted("x".repeat(2 * 1024 * 1024));

        assertThat(github.deliver("pull_request", large).status()).isEqualTo(413);
    }

    @Test
    void aFormIsNotTaken() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-GitHub-Event", "ping")
                                .POST(BodyPublishers.ofString("payload=%7B%7D", UTF_8))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    private String served() {
        return gateway.get("/actuator/prometheus", "text/plain").body();
    }

    /** A run whose code is on a branch that a pull request shows. */
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
                false);
        Candidate code = requested.getCandidate();
        var envelope = requested.getEnvelope();
        publish(Topics.CODE, new CodeGenerated(Samples.sameRun(envelope, "author"), code));
        publish(Topics.REVIEWS, requested);
        publish(
                Topics.COMMITS,
                new BranchPushed(Samples.sameRun(envelope, "author"), code.getAgentKey(), branch(requested), COMMIT),
                new PullRequestOpened(
                        Samples.sameRun(envelope, "author"), code.getAgentKey(), 7, "http://127.0.0.1/7", COMMIT));
        gateway.awaitedIn("/api/code-deployments/" + envelope.getRunId(), "http://127.0.0.1/7");
        return requested;
    }

    private static String branch(ReviewRequested run) {
        return "agent-code/market-analyst-" + run.getEnvelope().getRunId().substring(0, 8);
    }

    private static String approval(ReviewRequested run) {
        ObjectNode payload = Delivery.examples("pull_request_review")
                .findFirst()
                .orElseThrow()
                .payload();
        payload.withObject("/repository").put("full_name", "acme/agents");
        payload.withObject("/pull_request").put("number", 7);
        payload.withObject("/pull_request/head").put("ref", branch(run));
        payload.withObject("/pull_request/base").put("ref", "main");
        payload.withObject("/pull_request/head/repo").put("full_name", "acme/agents");
        ObjectNode review = payload.withObject("/review").put("id", Math.abs(run.hashCode()));
        review.put("state", "approved")
                .put("commit_id", COMMIT)
                .put("submitted_at", Instant.now().toString())
                .put("author_association", "COLLABORATOR")
                .withObject("/user")
                .put("login", "Octocat");
        return payload.toString();
    }

    private static DecideReview command(ReviewRequested run) {
        var record = await(
                Topics.COMMANDS, candidate -> run.getEnvelope().getSubject().equals(candidate.key()));
        return (DecideReview) new EventCodec().decode(record.value());
    }
}
