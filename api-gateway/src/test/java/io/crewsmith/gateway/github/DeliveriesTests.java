package io.crewsmith.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.github.Delivery;
import io.crewsmith.platform.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What GitHub's published examples of deliveries lead to, as they are and with our pull request filled in. */
class DeliveriesTests {

    private static final String REPOSITORY = "Codertocat/Hello-World";

    private final FakeReviewDoor door = new FakeReviewDoor();
    private final WebhookSettings settings = new WebhookSettings(
            REPOSITORY,
            "main",
            List.of(new Secret("0123456789abcdef")),
            Map.of("Bob-at-GitHub", "bob", "ann-at-github", "ann"),
            URI.create("https://api.github.com"),
            null,
            Duration.ofMinutes(5));
    private final Deliveries deliveries =
            new Deliveries(new Decisions(door, settings, Clock.systemUTC()), CommitChecks.UNASKED, settings);

    static Stream<Delivery> examples() {
        return Delivery.examples(null);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsReadAsItIsAndDecidesNothingHere(Delivery example) {
        assertThat(take(example.event(), example.payload())).isInstanceOf(Outcome.Ignored.class);
        assertThat(door.decided).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"approved, APPROVED", "changes_requested, NEEDS_CHANGES"})
    void aReviewBecomesADecisionOfTheUserWhoseLoginItIs(String state, Decision decision) {
        Outcome outcome = take("pull_request_review", review(state));

        assertThat(outcome).isEqualTo(new Outcome.Accepted(List.of(door.run)));
        DecideReview decided = door.decided.getFirst();
        assertThat(decided.getDecision()).isEqualTo(decision);
        assertThat(decided.getEnvelope().getActor()).isEqualTo("bob");
        assertThat(decided.getEnvelope().getRunId()).isEqualTo(door.run.toString());
        assertThat(decided.getRoles()).containsExactly("AUTHOR", "REVIEWER");
        assertThat(decided.getCodeDigest()).isEqualTo(FakeReviewDoor.CODE_DIGEST);
        assertThat(decided.getComments()).isEqualTo("Reads well.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commented", "dismissed", "pending"})
    void otherReviewsDecideNothing(String state) {
        assertThat(reason("pull_request_review", review(state))).isEqualTo("It decides nothing.");
    }

    @Test
    void theSameReviewAgainIsNoSecondDecision() {
        take("pull_request_review", review("approved"));

        assertThat(take("pull_request_review", review("approved"))).isEqualTo(new Outcome.Repeated(List.of(door.run)));
        assertThat(door.decided).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, APPROVED, Merged at GitHub: pull request #7.",
        "false, REJECTED, Closed at GitHub: pull request #7."
    })
    void closingAPullRequestDecidesToo(boolean merged, Decision decision, String comments) {
        take("pull_request", closed(merged));

        assertThat(door.decided.getFirst().getDecision()).isEqualTo(decision);
        assertThat(door.decided.getFirst().getComments()).isEqualTo(comments);
    }

    @Test
    void onlyLoginsThatTheSettingsNameDecide() {
        ObjectNode payload = review("approved");
        payload.withObject("/review/user").put("login", "mallory").put("name", "bob");

        assertThat(reason("pull_request_review", payload))
                .isEqualTo("No user belongs to the login mallory; crewsmith.gateway.github.users names them.");
        payload.withObject("/review/user").put("login", "x\n2026 INFO bob approved");
        assertThat(reason("pull_request_review", payload)).contains("the login (unreadable);");
    }

    @Test
    void aUserWhoMayNotReviewHereMayNotThere() {
        ObjectNode payload = review("approved");
        payload.withObject("/review/user").put("login", "Ann-at-GitHub");

        assertThat(reason("pull_request_review", payload)).isEqualTo("The user ann may not review.");
    }

    @Test
    void aReviewOfOtherCommitsDecidesNothing() {
        ObjectNode payload = review("approved");
        payload.withObject("/review").put("commit_id", "e".repeat(40));

        assertThat(reason("pull_request_review", payload))
                .isEqualTo("The decision is about commit %s, the deployment is shown by %s."
                        .formatted("e".repeat(40), FakeReviewDoor.COMMIT));
        assertThat(reason("pull_request", pointing(closed(true), "/pull_request/head", "sha", "e".repeat(40))))
                .startsWith("The decision is about commit eeee");
    }

    @Test
    void whatWasDecidedBeforeTheReviewWasRequestedDecidesNothing() {
        door.reviewRequestedAt = Instant.parse("2026-03-01T12:00:10.5Z");

        assertThat(reason(
                        "pull_request_review",
                        pointing(review("approved"), "/review", "submitted_at", "2026-03-01T12:00:00Z")))
                .isEqualTo(
                        "The decision was made at 2026-03-01T12:00:00Z, the review was requested at 2026-03-01T12:00:10.500Z.");
        assertThat(reason("pull_request", pointing(closed(true), "/pull_request", "closed_at", "2026-03-01T12:00:00Z")))
                .startsWith("The decision was made at 2026-03-01T12:00:00Z");
    }

    @Test
    void clocksMayDifferALittle() {
        door.reviewRequestedAt = Instant.parse("2026-03-01T12:00:10Z");

        take("pull_request_review", pointing(review("approved"), "/review", "submitted_at", "2026-03-01T12:00:00Z"));

        assertThat(door.decided).hasSize(1);
    }

    @Test
    void aDecisionWithoutATimeDecidesNothing() {
        ObjectNode payload = review("approved");
        payload.withObject("/review").putNull("submitted_at");

        assertThat(reason("pull_request_review", payload)).startsWith("The decision was made at no readable time");
        assertThat(reason("pull_request", pointing(closed(true), "/pull_request", "closed_at", "yesterday")))
                .startsWith("The decision was made at no readable time");
    }

    @Test
    void theBranchOfAForkIsNotOurs() {
        assertThat(reason(
                        "pull_request_review",
                        pointing(review("approved"), "/pull_request/head/repo", "full_name", "mallory/agents")))
                .isEqualTo("The branch is in another repository.");
        ObjectNode forkIsGone = review("approved");
        forkIsGone.withObject("/pull_request/head").putNull("repo");
        assertThat(reason("pull_request_review", forkIsGone)).isEqualTo("The branch is in another repository.");
    }

    @Test
    void whatGoesIntoAnotherBranchIsNotOurs() {
        String reason = "The pull request is not into main; crewsmith.gateway.github.branch names that.";

        assertThat(reason("pull_request", pointing(closed(true), "/pull_request/base", "ref", "attic")))
                .isEqualTo(reason);
        assertThat(reason("pull_request_review", pointing(review("approved"), "/pull_request/base", "ref", "attic")))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CONTRIBUTOR", "FIRST_TIMER", "MANNEQUIN", ""})
    void aLoginThatSomebodyElseHasByNowDecidesNothing(String association) {
        assertThat(reason(
                        "pull_request_review",
                        pointing(review("approved"), "/review", "author_association", association)))
                .isEqualTo("bob-at-github is no collaborator of the repository.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "MEMBER", "COLLABORATOR"})
    void whoeverTheRepositorysOwnerTrustsDecides(String association) {
        take("pull_request_review", pointing(review("approved"), "/review", "author_association", association));

        assertThat(door.decided).hasSize(1);
    }

    @Test
    void anotherRepositoryIsNotOurs() {
        assertThat(reason(
                        "pull_request_review",
                        pointing(review("approved"), "/repository", "full_name", "mallory/agents")))
                .isEqualTo("It is about another repository.");
    }

    @Test
    void anotherPullRequestIsNotOurs() {
        ObjectNode payload = review("approved");
        payload.withObject("/pull_request").put("number", 8);

        assertThat(reason("pull_request_review", payload)).isEqualTo("No deployment has this pull request.");
    }

    @Test
    void aReviewOfManyTogetherCountsForEach() {
        UUID other = UUID.randomUUID();
        door.runs.add(other);

        assertThat(take("pull_request_review", review("approved")))
                .isEqualTo(new Outcome.Accepted(List.of(door.run, other)));
        assertThat(door.decided)
                .extracting(decided -> decided.getEnvelope().getRunId())
                .containsExactly(door.run.toString(), other.toString());
        assertThat(take("pull_request_review", review("approved")))
                .isEqualTo(new Outcome.Repeated(List.of(door.run, other)));
        assertThat(door.decided).hasSize(2);
    }

    @Test
    void manyTogetherDoNotWaitForOneAnother() {
        Stream.generate(UUID::randomUUID).limit(19).forEach(door.runs::add);
        door.arrivingTogether = 8;

        Outcome outcome =
                deliveries.take("pull_request_review", review("approved")).block(Duration.ofSeconds(10));

        assertThat(outcome).isEqualTo(new Outcome.Accepted(door.runs));
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        door.status = "deployed";

        assertThat(reason("pull_request", closed(true)))
                .isEqualTo("The deployment waits for no review, it is deployed.");
    }

    @Test
    void textsAreCutAndCleanedToWhatCanBeStored() {
        take(
                "pull_request_review",
                pointing(review("approved"), "/review", "body", "a\0b\ud800c" + "😀".repeat(20_000)));

        String comments = Objects.requireNonNull(door.decided.getFirst().getComments());
        assertThat(comments).startsWith("a\ufffdb\ufffdc😀").hasSizeLessThanOrEqualTo(10_000);
        assertThat(Character.isHighSurrogate(comments.charAt(comments.length() - 1)))
                .isFalse();
    }

    @Test
    void aReviewWithoutATextSaysWhereItIs() {
        ObjectNode payload = review("changes_requested");
        payload.withObject("/review").putNull("body");
        take("pull_request_review", payload);

        assertThat(door.decided.getFirst().getComments()).isEqualTo("Reviewed in pull request #7.");
    }

    @ParameterizedTest
    @CsvSource({"check_run, completed", "check_suite, completed", "status, ''"})
    void withoutATokenNobodyIsAskedHowChecksWent(String event, String action) {
        ObjectNode payload = example(event, action);
        payload.withObject("/repository").put("full_name", REPOSITORY);

        assertThat(reason(event, payload))
                .isEqualTo("GitHub is not asked how the checks went; crewsmith.gateway.github.token is missing.");
    }

    private Outcome take(String event, ObjectNode payload) {
        return Objects.requireNonNull(deliveries.take(event, payload).block());
    }

    private String reason(String event, ObjectNode payload) {
        assertThat(door.decided).isEmpty();
        return ((Outcome.Ignored) take(event, payload)).reason();
    }

    private static ObjectNode review(String state) {
        ObjectNode payload = ours(example("pull_request_review", "submitted"));
        payload.withObject("/review")
                .put("state", state)
                .put("commit_id", FakeReviewDoor.COMMIT)
                .put("author_association", "MEMBER")
                .put("body", "Reads well.")
                .withObject("/user")
                .put("login", "bob-at-github");
        return payload;
    }

    private static ObjectNode closed(boolean merged) {
        ObjectNode payload = ours(example("pull_request", "closed"));
        payload.withObject("/pull_request")
                .put("merged", merged)
                .put("merged_at", merged ? "2026-03-01T12:00:00Z" : null);
        payload.withObject("/sender").put("login", "bob-at-github");
        return payload;
    }

    private static ObjectNode ours(ObjectNode payload) {
        payload.withObject("/repository").put("full_name", REPOSITORY);
        payload.withObject("/pull_request").put("number", 7);
        payload.withObject("/pull_request/base").put("ref", "main");
        payload.withObject("/pull_request/head").put("sha", FakeReviewDoor.COMMIT);
        payload.withObject("/pull_request/head/repo").put("full_name", REPOSITORY);
        return payload;
    }

    private static ObjectNode pointing(ObjectNode payload, String pointer, String name, String value) {
        payload.withObject(pointer).put(name, value);
        return payload;
    }

    private static ObjectNode example(String event, String action) {
        return Delivery.examples(event)
                .map(Delivery::payload)
                .filter(payload -> payload.path("action").asString("").equals(action))
                .findFirst()
                .orElseThrow();
    }
}
