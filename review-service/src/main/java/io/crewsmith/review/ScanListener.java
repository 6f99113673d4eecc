package io.crewsmith.review;

import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import java.util.UUID;
import org.springframework.kafka.annotation.KafkaListener;

/** Opens a run for every scan, and then works off the commands that came before it. */
class ScanListener {

    private final Inbox inbox;
    private final ReviewDesk desk;
    private final RunStore runs;
    private final Changes changes;
    private final CommandListener commands;

    ScanListener(Inbox inbox, ReviewDesk desk, RunStore runs, Changes changes, CommandListener commands) {
        this.inbox = inbox;
        this.desk = desk;
        this.runs = runs;
        this.changes = changes;
        this.commands = commands;
    }

    @KafkaListener(topics = Topics.SCANS, groupId = "review-service")
    void on(Received received) {
        if (received.event() instanceof ScanCompleted scan) {
            inbox.once(received, () -> open(received, scan));
        }
    }

    private void open(Received received, ScanCompleted scan) {
        UUID runId = UUID.fromString(received.envelope().getRunId());
        String changedBy = changes.changedSince(runId, received.subject(), scan.getCandidate());
        runs.oneAtATime(runId);
        desk.open(received, scan);
        if (changedBy != null) {
            desk.outdate(received, runId, changedBy);
        }
        runs.takeEarlyCommands(runId).forEach(commands::carryOut);
    }
}
