package io.crewsmith.platform.kafka;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * The groups that this process has joined. A member counts from its first assignment, even of nothing: where there are
 * more members than partitions, some stand by. A rebalance, in which partitions only change hands, does not end that;
 * being thrown out does.
 */
final class Assignments implements ConsumerAwareRebalanceListener {

    private final Set<String> joined = ConcurrentHashMap.newKeySet();

    /** Whether the group has given this process its share. */
    boolean have(String groupId) {
        return joined.contains(groupId);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined.add(consumer.groupMetadata().groupId());
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        joined.remove(consumer.groupMetadata().groupId());
    }
}
