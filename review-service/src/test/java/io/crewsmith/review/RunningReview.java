package io.crewsmith.review;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.Samples.verdict;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ReviewApproved;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service alone, as its own main class runs it, on a real broker and a real database: one for all tests, since two would
 * share its consumer groups.
 */
final class RunningReview {

    /** Whose code needs two people. */
    static final String CAREFUL_DEPARTMENT = "5f0c3b1e-6f4b-4a8e-9f5a-000000000001";

    /** Whose code needs passed checks. */
    static final String CHECKED_DEPARTMENT = "5f0c3b1e-6f4b-4a8e-9f5a-000000000002";

    private static final DatabaseAddress DATABASE = TestServices.freshDatabase();
    private static final ConfigurableApplicationContext SERVICE = another();

    private RunningReview() {}

    static ConfigurableApplicationContext service() {
        return SERVICE;
    }

    static ScanCompleted approved(UUID agent) {
        ScanCompleted scan = scan(agent, true, true);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        var decision = decide(scan, "bob", Decision.APPROVED);
        publish(Topics.COMMANDS, decision);
        await(Topics.REVIEWS, ReviewApproved.class, decision);
        return scan;
    }

    static ScanCompleted submitted() {
        ScanCompleted scan = scan(UUID.randomUUID(), true, true);
        publish(Topics.SCANS, scan);
        await(Topics.REVIEWS, ReviewRequested.class, scan);
        return scan;
    }

    /** Of code that calls what no version before it did, so that its risk is not low. */
    static ScanCompleted scan(UUID agent, boolean passed, boolean pullRequest) {
        Envelope envelope = Samples.envelope(agent, "ann");
        String run = envelope.getRunId().replace("-", "");
        return scan(envelope, "{}", "x = run_%s()\n".formatted(run), passed, pullRequest);
    }

    /** Of code that says only other words than any before it. */
    static ScanCompleted harmless(UUID agent, String goal) {
        return scan(
                Samples.envelope(agent, "ann"),
                "{\"goal\": \"%s\"}".formatted(goal),
                "x = '%s'\n".formatted(goal),
                true,
                true);
    }

    private static ScanCompleted scan(
            Envelope envelope, String configuration, String code, boolean passed, boolean pullRequest) {
        Candidate candidate = Candidate.newBuilder(candidate("ann", code, new GenerationRequest(pullRequest, false)))
                .setConfiguration(configuration)
                .setConfigurationDigest(Samples.sha256(configuration))
                .build();
        return new ScanCompleted(envelope, candidate, verdict(passed, candidate));
    }

    static DecideReview decide(ScanCompleted scan, String reviewer, Decision decision) {
        return new DecideReview(
                sameRun(scan.getEnvelope(), reviewer), decision, "Read it.", List.of(), null, List.of("REVIEWER"));
    }

    /** One more instance, beside the one that runs. */
    static ConfigurableApplicationContext another() {
        return ServiceApplication.of(
                        ReviewServiceApplication.class,
                        Map.ofEntries(
                                Map.entry("server.port", 0),
                                Map.entry("crewsmith.review.auto-merge", true),
                                Map.entry("crewsmith.review.policies[0].department", CAREFUL_DEPARTMENT),
                                Map.entry("crewsmith.review.policies[0].approvals", 2),
                                Map.entry("crewsmith.review.policies[1].department", CHECKED_DEPARTMENT),
                                Map.entry("crewsmith.review.policies[1].checks", true),
                                Map.entry("spring.kafka.bootstrap-servers", TestServices.bootstrapServers()),
                                Map.entry("spring.datasource.url", DATABASE.jdbcUrl()),
                                Map.entry("spring.datasource.username", DATABASE.user()),
                                Map.entry("spring.datasource.password", DATABASE.password())))
                .run();
    }
}
