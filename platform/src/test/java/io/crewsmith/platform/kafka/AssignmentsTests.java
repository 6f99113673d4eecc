package io.crewsmith.platform.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.testsupport.TestServices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** Two members of a group whose topic has one partition, so that one of them stands by. */
class AssignmentsTests {

    private static final Map<String, Object> CLIENT =
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServices.bootstrapServers());

    private final String group = "group-" + UUID.randomUUID();

    @BeforeEach
    void topic() throws Exception {
        try (Admin admin = Admin.create(CLIENT)) {
            admin.createTopics(List.of(new NewTopic(group, 1, (short) 1))).all().get();
        }
    }

    @Test
    void aMemberThatGotNothingHasJoinedToo() throws Exception {
        var first = new Member();
        var second = new Member();
        try (first;
                second) {
            assertThat(first.assignments.have(group)).isFalse();
            first.container.start();
            first.joined.get(30, SECONDS);
            second.container.start();
            second.joined.get(30, SECONDS);

            assertThat(first.assignments.have(group)).isTrue();
            assertThat(second.assignments.have(group)).isTrue();
            assertThat(second.assignments.have("another group")).isFalse();
        }
    }

    @Test
    void aMemberThatWasThrownOutHasNotJoinedUntilItIsBack() {
        var assignments = new Assignments();
        var consumer = new MockConsumer<String, String>("earliest");
        String itsGroup = consumer.groupMetadata().groupId();

        assignments.onPartitionsAssigned(consumer, List.of());
        assignments.onPartitionsLost(consumer, List.of());
        assertThat(assignments.have(itsGroup)).isFalse();

        assignments.onPartitionsAssigned(consumer, List.of());
        assertThat(assignments.have(itsGroup)).isTrue();
    }

    @Test
    void aRebalanceInWhichPartitionsChangeHandsIsNoReasonToBeUnready() {
        var assignments = new Assignments();
        var consumer = new MockConsumer<String, String>("earliest");

        assignments.onPartitionsAssigned(consumer, List.of());
        assignments.onPartitionsRevokedAfterCommit(consumer, List.of());

        assertThat(assignments.have(consumer.groupMetadata().groupId())).isTrue();
    }

    private final class Member implements AutoCloseable {

        private final Assignments assignments = new Assignments();
        private final CompletableFuture<Consumer<?, ?>> joined = new CompletableFuture<>();
        private final KafkaMessageListenerContainer<String, String> container = container();

        private KafkaMessageListenerContainer<String, String> container() {
            var properties = new ContainerProperties(group);
            properties.setGroupId(group);
            properties.setMessageListener((MessageListener<String, String>) record -> {});
            properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                    assignments.onPartitionsAssigned(consumer, partitions);
                    joined.complete(consumer);
                }
            });
            return new KafkaMessageListenerContainer<>(
                    new DefaultKafkaConsumerFactory<>(
                            Map.of(
                                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                    TestServices.bootstrapServers(),
                                    ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                                    "classic"),
                            new StringDeserializer(),
                            new StringDeserializer()),
                    properties);
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
