package io.crewsmith.platform.kafka;

import static java.util.Objects.requireNonNullElse;

import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.CompositeRecordInterceptor;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;

/** Wires the mechanism to the broker that {@code spring.kafka.bootstrap-servers} names. */
@EnableKafka
@Configuration(proxyBeanMethods = false)
public class KafkaConfiguration {

    /** Four times Kafka's own default, in bytes: a configuration with all its texts travels in one record. */
    public static final String LARGEST_RECORD = "4194304";

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    KafkaTemplate<String, Object> kafkaTemplate(KafkaProperties properties) {
        var producers = new DefaultKafkaProducerFactory<String, Object>(
                properties.buildProducerProperties(), new StringSerializer(), new ReceivedSerializer());
        var template = new KafkaTemplate<>(producers);
        template.setObservationEnabled(true);
        return template;
    }

    @Bean
    EventPublisher eventPublisher(KafkaTemplate<String, Object> kafka, EventCodec codec, MeterRegistry meters) {
        return new EventPublisher(kafka, codec, new PublishedEvents(meters));
    }

    @Bean
    ConsumerFactory<String, Received> consumerFactory(
            KafkaProperties properties, EventCodec codec, MeterRegistry meters) {
        var consumers = new DefaultKafkaConsumerFactory<String, Received>(
                properties.buildConsumerProperties(),
                new StringDeserializer(),
                new ErrorHandlingDeserializer<>(new ReceivedDeserializer(codec)));
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Received> kafkaListenerContainerFactory(
            ConsumerFactory<String, Received> consumers,
            KafkaTemplate<String, Object> kafka,
            KafkaProperties properties,
            Assignments assignments,
            MeterRegistry meters) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Received>();
        factory.setConsumerFactory(consumers);
        factory.setCommonErrorHandler(FailurePolicy.writing(new CountedDeadLetters(new DeadLetters(kafka), meters)));
        factory.setRecordInterceptor(
                new CompositeRecordInterceptor<>(new KeyCheck(), new RunInLog(), new StageLatency(meters)));
        factory.setConcurrency(requireNonNullElse(properties.getListener().getConcurrency(), 1));
        factory.getContainerProperties().setAckMode(AckMode.BATCH);
        factory.getContainerProperties().setConsumerRebalanceListener(assignments);
        factory.getContainerProperties().setSyncCommits(false);
        factory.getContainerProperties().setObservationEnabled(true);
        return factory;
    }

    /** For readers that take what has come all at once. A malformed record is there without a value. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Received> batchListenerContainerFactory(
            ConsumerFactory<String, Received> consumers, Assignments assignments) {
        var factory = new ConcurrentKafkaListenerContainerFactory<String, Received>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.getContainerProperties().setConsumerRebalanceListener(assignments);
        factory.getContainerProperties().setSyncCommits(false);
        factory.setCommonErrorHandler(new DefaultErrorHandler(FailurePolicy.forEver()));
        return factory;
    }

    @Bean
    Assignments assignments() {
        return new Assignments();
    }

    @Bean
    ListenersHealthIndicator listenersHealthIndicator(
            KafkaListenerEndpointRegistry listeners, Assignments assignments) {
        return new ListenersHealthIndicator(listeners, assignments);
    }

    @Bean
    TraceParent traceParent(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceParent(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    Admin broker(KafkaProperties properties) {
        return Admin.create(properties.buildAdminProperties());
    }

    @Bean
    BrokerHealthIndicator brokerHealthIndicator(Admin broker) {
        return new BrokerHealthIndicator(broker);
    }

    @Bean
    KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(Topics.all().stream()
                .flatMap(topic -> Stream.of(topic(topic), deadLetters(topic)))
                .toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic topic) {
        return TopicBuilder.name(topic.name())
                .partitions(topic.partitions())
                .config(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(topic.retention().toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD)
                .build();
    }

    private static NewTopic deadLetters(Topic topic) {
        return TopicBuilder.name(topic.deadLetters())
                .partitions(1)
                .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Topic.FOREVER.toMillis()))
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD)
                .build();
    }
}
