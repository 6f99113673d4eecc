package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.approved;
import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.harmless;
import static io.crewsmith.review.RunningReview.scan;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Refusal;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the policy lets code of low risk go on without a person. */
class AutoMergeTests {

    @BeforeAll
    static void start() {
        RunningReview.service();
    }

    @Test
    void whatOnlySaysOtherWordsThanTheApprovedVersionGoesOnByItself() {
        UUID agent = UUID.randomUUID();
        ScanCompleted before = approved(agent);
        ScanCompleted scan = harmless(agent, "Find more");

        publish(Topics.SCANS, scan);

        ReviewRequested requested = await(Topics.REVIEWS, ReviewRequested.class, scan);
        assertThat(requested.getRisk().getLevel()).isEqualTo(RiskLevel.LOW);
        assertThat(requested.getRisk().getReasons()).containsExactly("/goal was changed.");
        assertThat(requested.getEarlier().getRunId())
                .isEqualTo(before.getEnvelope().getRunId());
        assertThat(requested.getVerdict()).isEqualTo(scan.getVerdict());
        ReviewApproved approved = await(Topics.REVIEWS, ReviewApproved.class, scan);
        assertThat(approved.getEnvelope().getActor()).isEqualTo("auto-merge");
        assertThat(approved.getApprovers()).isEmpty();
        assertThat(approved.getComments())
                .isEqualTo("The risk is low, so by policy no person is needed. /goal was changed.");
        var late = decide(scan, "bob", Decision.REJECTED);
        publish(Topics.COMMANDS, late);
        assertThat(await(Topics.REVIEWS, ReviewRefused.class, late).getRefusal())
                .isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void aFirstVersionAndNewAbilitiesWaitForAPerson() {
        UUID agent = UUID.randomUUID();
        ScanCompleted first = approved(agent);
        ScanCompleted second = scan(agent, true, true);
        var decision = decide(second, "bob", Decision.APPROVED);

        publish(Topics.SCANS, second);

        ReviewRequested requested = await(Topics.REVIEWS, ReviewRequested.class, second);
        assertThat(requested.getRisk().getLevel()).isEqualTo(RiskLevel.MEDIUM);
        publish(Topics.COMMANDS, decision);
        assertThat(await(Topics.REVIEWS, ReviewApproved.class, decision)
                        .getEnvelope()
                        .getActor())
                .isEqualTo("bob");
        assertThat(await(Topics.REVIEWS, ReviewRequested.class, first).getRisk().getReasons())
                .containsExactly("It is the first version.");
    }

    @Test
    void whereAPolicyAsksMorePeopleNoneIsSpared() {
        UUID agent = UUID.randomUUID();
        approved(agent);
        ScanCompleted scan = harmless(agent, "Find more");
        String configuration = "{\"department_id\": \"%s\"}".formatted(RunningReview.CAREFUL_DEPARTMENT);
        var careful = new ScanCompleted(
                scan.getEnvelope(),
                Candidate.newBuilder(scan.getCandidate())
                        .setConfiguration(configuration)
                        .build(),
                scan.getVerdict());

        publish(Topics.SCANS, careful);

        await(Topics.REVIEWS, ReviewRequested.class, careful);
        assertThat(answers(Topics.REVIEWS, careful)).hasSize(1);
    }

    @Test
    void whatWasChangedMeanwhileDoesNotGoOn() {
        UUID agent = UUID.randomUUID();
        approved(agent);
        ScanCompleted scan = harmless(agent, "Find more");
        var generate = new GenerateCode(sameRun(scan.getEnvelope(), "ann"), new GenerationRequest(true, false), null);
        var change = new SaveAgent(Samples.envelope(agent, "cleo"), SaveMode.REPLACE, null, "{\"goal\": \"other\"}");
        var told = decide(scan, "bob", Decision.APPROVED);
        publish(Topics.COMMANDS, generate, change, told);

        publish(Topics.SCANS, scan);

        assertThat(await(Topics.REVIEWS, ReviewVoided.class, scan).getReason()).startsWith("cleo changed");
        assertThat(answers(Topics.REVIEWS, scan)).noneMatch(ReviewApproved.class::isInstance);
    }
}
