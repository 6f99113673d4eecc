package io.crewsmith.platform.kafka;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up once every listener has its share of the partitions: before that, what is asked for would wait. */
final class ListenersHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;
    private final Assignments assignments;

    ListenersHealthIndicator(KafkaListenerEndpointRegistry listeners, Assignments assignments) {
        this.listeners = listeners;
        this.assignments = assignments;
    }

    @Override
    public Health health() {
        List<String> waiting = listeners.getListenerContainers().stream()
                .filter(container -> !isReady(container))
                .map(MessageListenerContainer::getGroupId)
                .toList();
        return waiting.isEmpty()
                ? Health.up().build()
                : Health.outOfService().withDetail("waiting", waiting).build();
    }

    private boolean isReady(MessageListenerContainer container) {
        String group = container.getGroupId();
        return container.isRunning() && group != null && assignments.have(group);
    }
}
