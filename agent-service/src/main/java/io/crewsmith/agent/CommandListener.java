package io.crewsmith.agent;

import io.crewsmith.agent.model.Change.Expectation;
import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.DeleteCrew;
import io.crewsmith.events.v1.DeleteTask;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveCrew;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveTask;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Inbox;
import io.crewsmith.schemas.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Takes what people want of agents, crews and tasks; commands about runs are not for this service. */
class CommandListener {

    private final Inbox inbox;
    private final Desks desks;

    CommandListener(Inbox inbox, Desks desks) {
        this.inbox = inbox;
        this.desks = desks;
    }

    @KafkaListener(topics = Topics.COMMANDS, groupId = "agent-service")
    void on(Received received) {
        switch (received.event()) {
            case SaveAgent save ->
                save(received, desks.agents(), save.getConfiguration(), save.getMode(), save.getExpectedRevision());
            case SaveCrew save ->
                save(received, desks.crews(), save.getConfiguration(), save.getMode(), save.getExpectedRevision());
            case SaveTask save ->
                save(received, desks.tasks(), save.getConfiguration(), save.getMode(), save.getExpectedRevision());
            case DeleteAgent delete -> remove(received, desks.agents(), delete.getExpectedRevision());
            case DeleteCrew delete -> remove(received, desks.crews(), delete.getExpectedRevision());
            case DeleteTask delete -> remove(received, desks.tasks(), delete.getExpectedRevision());
            case GenerateCode generate ->
                inbox.once(received, () -> desks.generation().generate(received, generate.getRequest()));
            default -> {}
        }
    }

    private void save(
            Received received,
            ConfigurationDesk desk,
            String configuration,
            SaveMode mode,
            @Nullable Integer expectedRevision) {
        Expectation expectation = mode == SaveMode.CREATE ? Expectation.NEW : Expectation.EXISTING;
        inbox.once(received, () -> desk.save(received, configuration, expectation, expectedRevision, null));
    }

    private void remove(Received received, ConfigurationDesk desk, @Nullable Integer expectedRevision) {
        inbox.once(received, () -> desk.remove(received, expectedRevision));
    }
}
