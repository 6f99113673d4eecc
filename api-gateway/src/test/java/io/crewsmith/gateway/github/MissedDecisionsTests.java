package io.crewsmith.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.model.Checks;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInPeople.Answer;
import io.crewsmith.platform.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Decisions of which no delivery came, asked for at a stand-in that is held against GitHub's description. */
class MissedDecisionsTests {

    @TempDir
    private Path folder;

    private final FakeReviewDoor door = new FakeReviewDoor();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private GitHubStandIn github;
    private MissedDecisions missed;
    private Deliveries deliveries;

    @BeforeEach
    void start() throws Exception {
        InstantSource time = () -> now;
        github = new GitHubStandIn(folder, time.withZone(ZoneOffset.UTC));
        door.commit = github.people.propose("bundles/0f0f0f0f");
        door.pullRequest = 1;
        var settings = new WebhookSettings(
                "acme/agents",
                "main",
                List.of(),
                Map.of("bob", "bob", "ada", "bob"),
                github.api(),
                new Secret("t0ken"),
                Duration.ofMinutes(5));
        var decisions = new Decisions(door, settings, Clock.systemUTC());
        var reader = new GitHubReader(settings, "t0ken");
        var checks = new AskedChecks(reader, door, settings.repository(), Clock.systemUTC());
        deliveries = new Deliveries(decisions, checks, settings);
        missed = new MissedDecisions(reader, decisions, checks, door, new DeliveryMetrics(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    @Test
    void aReviewIsFound() throws Exception {
        github.people.review(1, "bob", "approved", "Reads well.");

        missed.look().block();

        DecideReview decided = door.decided.getFirst();
        assertThat(decided.getDecision()).isEqualTo(Decision.APPROVED);
        assertThat(decided.getComments()).isEqualTo("Reads well.");
    }

    @Test
    void whoDecidedTwiceMeansTheLast() throws Exception {
        github.people.review(1, "bob", "changes_requested", "Not yet.");
        github.people.review(1, "bob", "approved", "Now.");
        github.people.review(1, "bob", "commented", "Thanks.");

        missed.look().block();

        assertThat(door.decided).extracting(DecideReview::getComments).containsExactly("Now.");
    }

    @Test
    void aPullRequestThatSomebodyMergedOrClosedIsFound() throws Exception {
        github.people.merge(1, "ada");

        missed.look().block();

        assertThat(door.decided).extracting(DecideReview::getDecision).containsExactly(Decision.APPROVED);
    }

    @Test
    void whatWasDeliveredIsTheSameWhenItIsFound() throws Exception {
        github.people.tell((event, payload) -> {
            deliveries.take(event, JsonMapper.shared().readTree(payload)).block();
            return new Answer(202, "");
        });
        github.people.close(1, "bob");
        assertThat(door.decided).hasSize(1);

        missed.look().block();
        missed.look().block();

        assertThat(door.decided).hasSize(1);
        assertThat(door.decided.getFirst().getDecision()).isEqualTo(Decision.REJECTED);
    }

    @Test
    void checksThatWentOnAreFoundThoughTheyTouchNoPullRequest() {
        door.checks = new Checks(true, null, null, null);
        missed.look().block();
        door.heard();
        github.people.check(door.commit, "test", "success");

        missed.look().block();
        door.heard();
        github.reads.clear();
        missed.look().block();

        assertThat(door.reported)
                .extracting(ReportChecks::getResult)
                .containsExactly(CheckResult.PENDING, CheckResult.PASSED);
        assertThat(github.reads).noneMatch(path -> path.contains("/commits/"));
    }

    @Test
    void nobodyIsAskedWhileNothingWaits() throws Exception {
        door.checks = new Checks(true, null, null, null);
        github.people.review(1, "bob", "approved", "Reads well.");
        door.status = "deployed";

        missed.look().block();

        assertThat(github.reads).isEmpty();
    }

    @Test
    void whatWasNotTouchedSinceIsNotReadAgain() throws Exception {
        for (int more = 0; more < 60; more++) {
            github.people.propose("other/" + more);
        }
        now = now.plus(Duration.ofMinutes(16));
        github.people.propose("other/newest");
        missed.look().block();
        github.reads.clear();

        missed.look().block();

        assertThat(github.reads).containsExactly("/repos/acme/agents/pulls");
    }

    @Test
    void whatWasDecidedBeforeTheReviewBeganAnewIsNotTheLastWord() throws Exception {
        github.people.review(1, "bob", "approved", "Reads well.");
        door.status = "needs_changes";
        missed.look().block();
        door.status = "review_required";
        door.reviewRequestedAt = now.plusSeconds(60);

        missed.look().block();

        assertThat(door.decided).isEmpty();
    }

    @Test
    void whatTheLedgerDidNotKnowWhenItWasDecidedIsFoundOnceItDoes() throws Exception {
        door.pullRequest = 99;
        github.people.review(1, "bob", "approved", "Reads well.");
        now = now.plus(Duration.ofMinutes(14));
        github.people.propose("later");
        missed.look().block();
        door.pullRequest = 1;

        missed.look().block();

        assertThat(door.decided).hasSize(1);
    }

    @Test
    void aStrangerWithTheLoginOfAReviewerDecidesNothingAndHidesNothing() throws Exception {
        github.people.review(1, "bob", "approved", "Reads well.");
        github.people.strangers.add("bob");
        github.people.review(1, "bob", "changes_requested", "I am Bob.");

        missed.look().block();

        assertThat(door.decided).extracting(DecideReview::getComments).containsExactly("Reads well.");
    }

    @Test
    void whatWasMergedIntoAnotherBranchIsNotApproved() throws Exception {
        github.state.pull(1).base = "attic";
        github.people.merge(1, "ada");

        missed.look().block();

        assertThat(door.decided).isEmpty();
    }

    @Test
    void noneOfMoreThanAPageOfReviewsIsForgotten() throws Exception {
        github.people.review(1, "bob", "approved", "Reads well.");
        for (int more = 0; more < 100; more++) {
            github.people.review(1, "ada", "commented", "And another thing.");
        }
        github.people.review(1, "bob", "changes_requested", "On second thoughts, no.");

        missed.look().block();

        assertThat(door.decided).extracting(DecideReview::getComments).containsExactly("On second thoughts, no.");
    }

    @Test
    void aPullRequestThatCannotBeReadHoldsUpNoOther() throws Exception {
        github.isChecked = false;
        github.people.review(1, "bob", "approved", "Reads well.");
        now = now.plusSeconds(1);
        github.people.propose("other");
        github.people.review(2, "mallory", "commented", "x".repeat(17 * 1024 * 1024));
        door.otherPullRequest = 2;

        missed.look().block();

        assertThat(door.decided).hasSize(1);
    }

    @Test
    void aPullRequestThatCouldNotBeReadIsReadOnceItCan() throws Exception {
        github.isChecked = false;
        github.people.review(1, "bob", "approved", "Reads well.");
        github.refused.put("/repos/acme/agents/pulls/1/reviews", 502);
        now = now.plus(Duration.ofHours(1));
        github.people.propose("later");
        missed.look().block();
        github.refused.clear();

        missed.look().block();

        assertThat(door.decided).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void whereGitHubWantsToBeLeftAloneNothingMoreIsAsked(int status) throws Exception {
        github.isChecked = false;
        github.people.review(1, "bob", "approved", "Reads well.");
        github.people.propose("other");
        door.otherPullRequest = 2;
        github.refused.put("/repos/acme/agents/pulls/1/reviews", status);
        Mono<Void> look = missed.look();

        assertThatThrownBy(look::block).isInstanceOf(WebClientResponseException.class);
        assertThat(github.reads).containsExactly("/repos/acme/agents/pulls", "/repos/acme/agents/pulls/1/reviews");
    }

    @Test
    void aClockThatIsAheadOfGitHubsHidesNothing() throws Exception {
        door.waitingSince = now.plusSeconds(60);
        github.people.review(1, "bob", "approved", "Reads well.");

        missed.look().block();

        assertThat(door.decided).hasSize(1);
    }
}
