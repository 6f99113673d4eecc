package io.crewsmith.gateway.operations;

import io.crewsmith.gateway.operations.Operations.FromBroker;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks the broker how far each consumer group has read, and what nobody could process. */
@Component
class BrokerFigures {

    /** Each instance of the gateway reads answers to drafts in a group of its own, which nobody needs to watch. */
    private static final String OF_DRAFTS = "api-gateway-drafts-";

    private final Admin broker;

    BrokerFigures(Admin broker) {
        this.broker = broker;
    }

    Mono<FromBroker> now() {
        return Mono.fromCallable(this::ask).subscribeOn(Schedulers.boundedElastic());
    }

    private FromBroker ask() throws ExecutionException, InterruptedException {
        return new FromBroker(lag(), deadLetters());
    }

    private Map<String, Long> lag() throws ExecutionException, InterruptedException {
        List<String> groups = broker.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> !group.startsWith(OF_DRAFTS))
                .toList();
        Map<String, Long> lag = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> read = broker.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> ends = offsets(List.copyOf(read.keySet()), OffsetSpec.latest());
            lag.put(
                    group,
                    read.entrySet().stream()
                            .mapToLong(entry -> Math.max(
                                    0,
                                    ends.getOrDefault(entry.getKey(), 0L)
                                            - entry.getValue().offset()))
                            .sum());
        }
        return lag;
    }

    private Map<String, Long> deadLetters() throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = Topics.all().stream()
                .map(Topic::deadLetters)
                .map(topic -> new TopicPartition(topic, 0))
                .toList();
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        return offsets(partitions, OffsetSpec.latest()).entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().topic(), end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L)));
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return broker.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
