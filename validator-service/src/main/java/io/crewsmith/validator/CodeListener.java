package io.crewsmith.validator;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.kafka.annotation.KafkaListener;

/** Judges every candidate. Critical findings are also said to the security team, before the verdict is. */
class CodeListener {

    private final Scanner scanner;
    private final EventPublisher publisher;

    CodeListener(Scanner scanner, EventPublisher publisher) {
        this.scanner = scanner;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.CODE, groupId = "validator-service")
    void on(Received received) {
        if (received.event() instanceof CodeGenerated code) {
            Candidate candidate = code.getCandidate();
            Verdict verdict = scanner.scan(pythonOf(candidate), candidate.getCodeDigest());
            List<Finding> critical = verdict.getFindings().stream()
                    .filter(finding -> finding.getSeverity() == Severity.CRITICAL)
                    .toList();
            if (!critical.isEmpty()) {
                publisher.publish(Topics.INCIDENTS, incident(received, candidate, critical));
            }
            publisher.publish(
                    Topics.SCANS, new ScanCompleted(received.followedBy(ScanCompleted.class), candidate, verdict));
        }
    }

    private static List<String> pythonOf(Candidate candidate) {
        return candidate.getFiles().stream()
                .filter(file -> file.getPath().endsWith(".py"))
                .map(SourceFile::getContent)
                .toList();
    }

    private static SecurityIncident incident(Received received, Candidate candidate, List<Finding> critical) {
        return new SecurityIncident(
                received.followedBy(SecurityIncident.class),
                candidate.getAgentKey(),
                critical.stream().map(Finding::getRule).distinct().toList(),
                critical.stream()
                        .map(finding -> "Line %d: %s".formatted(finding.getLine(), finding.getMessage()))
                        .collect(Collectors.joining("\n")));
    }
}
