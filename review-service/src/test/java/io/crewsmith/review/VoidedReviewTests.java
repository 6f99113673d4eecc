package io.crewsmith.review;

import static io.crewsmith.review.RunningReview.decide;
import static io.crewsmith.review.RunningReview.scan;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRefused;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a change of the configuration does to reviews that are open. */
class VoidedReviewTests {

    @BeforeAll
    static void start() {
        RunningReview.service();
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
}
