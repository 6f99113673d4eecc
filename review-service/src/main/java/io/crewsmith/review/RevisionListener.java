package io.crewsmith.review;

import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/** Notes new revisions: not every change is asked for by a command. */
class RevisionListener {

    private final Inbox inbox;
    private final ReviewDesk desk;
    private final Changes changes;

    RevisionListener(Inbox inbox, ReviewDesk desk, Changes changes) {
        this.inbox = inbox;
        this.desk = desk;
        this.changes = changes;
    }

    @KafkaListener(topics = Topics.AGENTS, groupId = "review-service-revisions")
    void on(Received received) {
        switch (received.event()) {
            case AgentSaved agent ->
                inbox.once(received, () -> saved(received, agent.getRevision(), agent.getAuthor()));
            case CrewSaved crew -> inbox.once(received, () -> saved(received, crew.getRevision(), crew.getAuthor()));
            default -> {}
        }
    }

    private void saved(Received received, int revision, String by) {
        changes.saved(received.subject(), revision, by).forEach(run -> desk.outdate(received, run, by));
    }
}
