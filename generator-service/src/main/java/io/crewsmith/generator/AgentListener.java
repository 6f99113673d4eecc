package io.crewsmith.generator;

import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.GenerationFailed;
import io.crewsmith.events.v1.Team;
import io.crewsmith.events.v1.TeamAlerted;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import org.springframework.kafka.annotation.KafkaListener;

/** Renders the agents and crews for which code is wanted. */
class AgentListener {

    private final Generator generator;
    private final GeneratorMetrics metrics;
    private final EventPublisher publisher;

    AgentListener(Generator generator, GeneratorMetrics metrics, EventPublisher publisher) {
        this.generator = generator;
        this.metrics = metrics;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.AGENTS, groupId = "generator-service")
    void on(Received received) {
        Wanted.in(received).ifPresent(wanted -> render(received, wanted));
    }

    private void render(Received received, Wanted wanted) {
        switch (metrics.time(() -> generator.generate(wanted.kind(), wanted.source()))) {
            case Generated generated ->
                publisher.publish(
                        Topics.CODE,
                        new CodeGenerated(
                                received.followedBy(CodeGenerated.class), CodeEvents.candidate(wanted, generated)));
            case Failed failed -> {
                publisher.publish(
                        Topics.CODE,
                        CodeEvents.failed(received.followedBy(GenerationFailed.class), wanted.key(), failed));
                publisher.publish(
                        Topics.INCIDENTS,
                        new TeamAlerted(received.followedBy(TeamAlerted.class), Team.DEVELOPERS, failed.reason()));
            }
        }
    }
}
