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
    private final Changes changes;
    private final RunCommands commands;

    ScanListener(Inbox inbox, Changes changes, RunCommands commands) {
        this.inbox = inbox;
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
        commands.open(received, scan, changes.changedSince(runId, received.subject(), scan.getCandidate()));
    }
}
