package io.crewsmith.agent;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes what people want of agents; commands about runs are not for this service. */
class CommandListener {

    private final Inbox inbox;
    private final AgentDesk desk;

    CommandListener(Inbox inbox, AgentDesk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @KafkaListener(topics = Topics.COMMANDS, groupId = "agent-service")
    void on(Received received) {
        switch (received.event()) {
            case SaveAgent save -> inbox.once(received, () -> save(received, save));
            case DeleteAgent delete -> inbox.once(received, () -> desk.remove(received, delete.getExpectedRevision()));
            case GenerateCode generate -> inbox.once(received, () -> desk.generate(received, generate.getRequest()));
            default -> {}
        }
    }

    private void save(Received received, SaveAgent save) {
        Expectation expectation = save.getMode() == SaveMode.CREATE ? Expectation.NEW : Expectation.EXISTING;
        desk.save(received, save.getConfiguration(), expectation, save.getExpectedRevision(), null);
    }
}
