package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;

/** Judges generated code; what is critical in it is an incident. */
class CodeListener {

    private static final Logger log = LoggerFactory.getLogger(CodeListener.class);

    private final Scanner scanner;
    private final EventPublisher publisher;

    CodeListener(Scanner scanner, EventPublisher publisher) {
        this.scanner = scanner;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.CODE, groupId = "validator-service")
    void on(Received received) {
        if (received.event() instanceof CodeGenerated generated) {
            Candidate candidate = generated.getCandidate();
            Verdict verdict = scanner.scan(candidate);
            publisher.publish(
                    Topics.SCANS,
                    new ScanCompleted(
                            received.followedBy(ScanCompleted.class),
                            candidate,
                            VerdictEvents.verdict(verdict, ScannedFiles.digest(candidate.getFiles()))));
            Incidents.in(received, candidate, verdict).ifPresent(this::report);
        }
    }

    private void report(SecurityIncident incident) {
        log.error(
                "Security incident in run {}: rules {}, changed by {}, asked for by {}",
                incident.getEnvelope().getRunId(),
                incident.getRules(),
                incident.getAuthor(),
                incident.getRequestedBy());
        publisher.publish(Topics.INCIDENTS, incident);
    }
}
