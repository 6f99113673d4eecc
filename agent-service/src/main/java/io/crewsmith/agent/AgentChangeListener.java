package io.crewsmith.agent;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes what other services say of agents: the same rules, and the same refusals, as for people. */
class AgentChangeListener {

    private final Inbox inbox;
    private final ConfigurationDesk desk;

    AgentChangeListener(Inbox inbox, ConfigurationDesk desk) {
        this.inbox = inbox;
        this.desk = desk;
    }

    @KafkaListener(topics = Topics.AGENT_CHANGES, groupId = "agent-service-changes")
    void on(Received received) {
        switch (received.event()) {
            case AgentChanged changed ->
                inbox.once(
                        received,
                        () -> desk.save(
                                received, changed.getConfiguration(), Expectation.ANY, null, changed.getGeneration()));
            case AgentRemoved removed -> inbox.once(received, () -> desk.remove(received, null));
            default -> {}
        }
    }
}
