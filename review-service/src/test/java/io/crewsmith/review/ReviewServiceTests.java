package io.crewsmith.review;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.Samples.verdict;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.ApprovalGiven;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewReminded;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.RollbackApproved;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import io.crewsmith.testsupport.TestTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The service alone, as its own main class runs it, on a real broker and a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewServiceTests {

    private static final EventCodec CODEC = new EventCodec();
    private static final String CAREFUL_DEPARTMENT = "5f0c3b1e-6f4b-4a8e-9f5a-000000000001";

    private final ConfigurableApplicationContext service = start();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aScannedRunIsReviewedOnceItIsSubmittedAndApprovedByAnother() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, false);
        var submit = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);
        publish(Topics.SCANS, scan);
        publish(Topics.COMMANDS, submit);
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, submit).getCandidate())
                .isEqualTo(scan.getCandidate());
        var own = decide(scan, "ann", Decision.APPROVED);
        publish(Topics.COMMANDS, own);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, own).getRefusal()).isEqualTo(Refusal.FOUR_EYES);
        var others = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, others);

        ReviewApproved approved = await(Topics.REVIEWS, ReviewApproved.class, others);
        assertThat(approved.getCandidate()).isEqualTo(scan.getCandidate());
        assertThat(approved.getComments()).isEqualTo("Read it.");
        assertThat(approved.getEnvelope().getActor()).isEqualTo("bob");
    }

    @Test
    void aReviewMayBeAskedForWithTheGeneration() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewRequested.class, scan).getCreatePullRequest())
                .isTrue();
    }

    @Test
    void codeThatFailedItsScanCannotBeReviewed() {
        ScanCompleted scan = scan(UUID.randomUUID(), false, true);
        var submit = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);

        publish(Topics.SCANS, scan);
        publish(Topics.COMMANDS, submit);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, scan).getRefusal())
                .isEqualTo(Refusal.SCAN_FAILED);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, submit).getReason())
                .isEqualTo("Cannot submit for review: the security scan of this run failed.");
    }

    @Test
    void aVerdictWithoutItsChecksOrAboutOtherCodeCannotBeReviewedThoughItSaysPassed() {
        ScanCompleted whole = scan(UUID.randomUUID(), true, true);
        ScanCompleted unchecked = judged(verdict -> verdict.setChecks(List.of("syntax", "literals")));
        ScanCompleted other = judged(verdict -> verdict.setScannedDigest(Samples.sha256("other")));

        publish(Topics.SCANS, unchecked, other, whole);

        await(Topics.REVIEWS, ReviewRequested.class, whole);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, unchecked).getReason())
                .startsWith("The scan lacks the checks allow-list");
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, other).getRefusal())
                .isEqualTo(Refusal.SCAN_FAILED);
    }

    private static ScanCompleted judged(UnaryOperator<Verdict.Builder> change) {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);
        return new ScanCompleted(
                scan.getEnvelope(),
                scan.getCandidate(),
                change.apply(Verdict.newBuilder(scan.getVerdict())).build());
    }

    @Test
    void aCommandThatOvertakesItsScanIsNotLost() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, false);
        ScanCompleted other = scan(UUID.randomUUID(), true, false);
        var early = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), true);
        var later = new SubmitForReview(sameRun(other.getEnvelope(), "ann"), false);
        publish(Topics.COMMANDS, early);
        publish(Topics.SCANS, other);
        publish(Topics.COMMANDS, later);
        await(Topics.REVIEWS, ReviewRequested.class, later);

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewRequested.class, early).getCreatePullRequest())
                .isTrue();
    }

    @Test
    void aDecisionIsMadeOnceHoweverOftenItComes() {
        ScanCompleted scan = submitted();
        var reject = decide(scan, "bob", Decision.REJECTED);
        var approve = decide(scan, "eve", Decision.APPROVED);

        publish(Topics.COMMANDS, reject, reject, approve);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, approve).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(answers(Topics.REVIEWS, reject)).hasSize(1).hasOnlyElementsOfType(ReviewRejected.class);
    }

    @Test
    void whatNeedsChangesMayBeSubmittedAgain() {
        ScanCompleted scan = submitted();
        var changes = decide(scan, "bob", Decision.NEEDS_CHANGES);
        var again = new SubmitForReview(sameRun(scan.getEnvelope(), "ann"), false);

        publish(Topics.COMMANDS, changes, again);

        assertThat(await(Topics.REVIEWS, ChangesRequested.class, changes).getComments())
                .isEqualTo("Read it.");
        await(Topics.REVIEWS, ReviewRequested.class, again);
    }

    @Test
    void aRollbackGoesToTheVersionBeforeAndOnlyFromTheActiveOne() {
        UUID agent = UUID.randomUUID();
        ScanCompleted first = approved(agent);
        ScanCompleted second = approved(agent);
        var notActive = new RollBack(sameRun(first.getEnvelope(), "olga"), null);
        var active = new RollBack(sameRun(second.getEnvelope(), "olga"), null);

        publish(Topics.COMMANDS, notActive, active);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, notActive).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
        RollbackApproved approved = await(Topics.REVIEWS, RollbackApproved.class, active);
        assertThat(approved.getToRunId()).isEqualTo(first.getEnvelope().getRunId());
        assertThat(approved.getCandidate()).isEqualTo(first.getCandidate());
    }

    @Test
    void aChangeThatWasAskedForBeforeTheApprovalVoidsIt() {
        UUID agent = UUID.randomUUID();
        ScanCompleted scan = scan(agent, true, true);
        var generate = new GenerateCode(sameRun(scan.getEnvelope(), "ann"), new GenerationRequest(true, false), null);
        publish(Topics.COMMANDS, generate);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        var change = new SaveAgent(Samples.envelope(agent, "cleo"), SaveMode.REPLACE, null, "{\"goal\": \"other\"}");
        var approve = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, change, approve);

        assertThat(await(Topics.REVIEWS, ReviewRefused.class, approve).getReason())
                .contains("outdated");
        ReviewVoided voided = await(Topics.REVIEWS, ReviewVoided.class, change);
        assertThat(voided.getReason()).startsWith("cleo changed the configuration since");
        assertThat(voided.getEnvelope().getRunId()).isEqualTo(scan.getEnvelope().getRunId());
    }

    @Test
    void whatIsSavedAgainUnchangedVoidsNothing() {
        UUID agent = UUID.randomUUID();
        ScanCompleted scan = scan(agent, true, true);
        publish(
                Topics.COMMANDS,
                new GenerateCode(sameRun(scan.getEnvelope(), "ann"), new GenerationRequest(true, false), null));
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        var same = new SaveAgent(
                Samples.envelope(agent, "cleo"),
                SaveMode.REPLACE,
                null,
                scan.getCandidate().getConfiguration());
        var approve = decide(scan, "bob", Decision.APPROVED);

        publish(Topics.COMMANDS, same, approve);

        await(Topics.REVIEWS, ReviewApproved.class, approve);
    }

    @Test
    void aRevisionThatWasSavedInAnotherWayVoidsToo() {
        UUID agent = UUID.randomUUID();
        ScanCompleted scan = scan(agent, true, true);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        var saved = new AgentSaved(
                Samples.envelope(agent, "crm"),
                "market-analyst",
                scan.getCandidate().getRevision() + 1,
                "crm",
                "{}",
                Samples.sha256("{}"),
                scan.getEnvelope().getOccurredAt(),
                null);

        publish(Topics.AGENTS, saved);

        assertThat(await(Topics.REVIEWS, ReviewVoided.class, saved)
                        .getEnvelope()
                        .getRunId())
                .isEqualTo(scan.getEnvelope().getRunId());
    }

    @Test
    void aReviewThatWaitsForLongIsRemindedOfOnce() {
        ScanCompleted scan = submitted();
        var reminders = new Reminders(
                service.getBean("reviewsSchema", ServiceSchema.class),
                Duration.ofHours(24),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));

        assertThat(reminders.remind()).isPositive();
        assertThat(reminders.remind()).isZero();

        var record = TestTopics.await(
                Topics.REVIEWS,
                candidate -> CODEC.decode(candidate.value()) instanceof ReviewReminded reminded
                        && reminded.getEnvelope()
                                .getRunId()
                                .equals(scan.getEnvelope().getRunId()));
        assertThat(((ReviewReminded) CODEC.decode(record.value())).getAgentKey())
                .isEqualTo("market-analyst");
    }

    @Test
    void aPolicyMayWantTwoPeople() {
        ScanCompleted any = scan(UUID.randomUUID(), true, true);
        var careful = Candidate.newBuilder(any.getCandidate())
                .setConfiguration("{\"department_id\":\"%s\"}".formatted(CAREFUL_DEPARTMENT))
                .build();
        var scan = new ScanCompleted(any.getEnvelope(), careful, any.getVerdict());
        var first = decide(scan, "bob", Decision.APPROVED);
        var second = decide(scan, "eve", Decision.APPROVED);
        publish(Topics.SCANS, scan);
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, scan).getRequiredApprovals())
                .isEqualTo(2);

        publish(Topics.COMMANDS, first, second);

        assertThat(await(Topics.REVIEWS, ApprovalGiven.class, first).getMissing())
                .containsExactly("1 more approval");
        assertThat(await(Topics.REVIEWS, ReviewApproved.class, second).getApprovers())
                .containsExactly("bob", "eve");
    }

    private static ScanCompleted approved(UUID agent) {
        ScanCompleted scan = scan(agent, true, true);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        var decision = decide(scan, "bob", Decision.APPROVED);
        publish(Topics.COMMANDS, decision);
        await(Topics.REVIEWS, ReviewApproved.class, decision);
        return scan;
    }

    private static ScanCompleted submitted() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        return scan;
    }

    private static ScanCompleted scan(UUID agent, boolean passed, boolean pullRequest) {
        Envelope envelope = Samples.envelope(agent, "ann");
        var candidate = candidate(
                "ann", "x = '%s'\n".formatted(envelope.getRunId()), new GenerationRequest(pullRequest, false));
        return new ScanCompleted(envelope, candidate, verdict(passed, candidate));
    }

    private static DecideReview decide(ScanCompleted scan, String reviewer, Decision decision) {
        return new DecideReview(
                sameRun(scan.getEnvelope(), reviewer), decision, "Read it.", List.of(), null, List.of("REVIEWER"));
    }

    private static ConfigurableApplicationContext start() {
        DatabaseAddress database = TestServices.freshDatabase();
        return ServiceApplication.of(
                        ReviewServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "crewsmith.review.policies[0].department", CAREFUL_DEPARTMENT,
                                "crewsmith.review.policies[0].approvals", 2,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password()))
                .run();
    }
}
