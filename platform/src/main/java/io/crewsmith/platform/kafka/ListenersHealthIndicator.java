package io.crewsmith.platform.kafka;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Up once every listener has its partitions: before that, what is asked for would wait. */
final class ListenersHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    ListenersHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
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

    private static boolean isReady(MessageListenerContainer container) {
        Collection<TopicPartition> partitions = container.getAssignedPartitions();
        return container.isRunning() && partitions != null && !partitions.isEmpty();
    }
}
