package io.crewsmith.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.TestServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** The mechanism on a real broker and a real database, by a service as small as can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformIntegrationTests {

    private final EventCodec codec = new EventCodec();
    private ConfigurableApplicationContext service;
    private EventPublisher publisher;
    private KafkaTemplate<String, Object> kafka;
    private JdbcClient jdbc;

    @BeforeAll
    @SuppressWarnings("unchecked")
    void start() {
        DatabaseAddress database = TestServices.freshDatabase();
        service = ServiceApplication.of(
                        SampleService.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password()))
                .run();
        publisher = service.getBean(EventPublisher.class);
        kafka = service.getBean(KafkaTemplate.class);
        jdbc = JdbcClient.create(service.getBean(DataSource.class));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void whatIsStoredIsAlsoSaid() {
        AgentRemoved removal = removal();

        publisher.publish(Topics.AGENT_CHANGES, removal);

        ConsumerRecord<String, byte[]> said = answers(removal).getFirst();
        var deleted = (AgentDeleted) codec.decode(said.value());
        assertThat(deleted.getEnvelope().getCauseDigest()).isEqualTo(Digests.sha256(codec.encode(removal)));
        assertThat(facts(removal)).isEqualTo(1);
    }

    @Test
    void theEnvelopeIsAlsoInTheHeadersAsCloudEventsWantIt() {
        AgentRemoved removal = removal();

        publisher.publish(Topics.AGENT_CHANGES, removal);

        ConsumerRecord<String, byte[]> said = answers(removal).getFirst();
        assertThat(header(said, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(said, "ce_type")).isEqualTo("io.crewsmith.events.v1.AgentDeleted");
        assertThat(header(said, "ce_source")).isEqualTo("/crewsmith/agent-service");
        assertThat(header(said, "ce_subject"))
                .isEqualTo(said.key())
                .isEqualTo(removal.getEnvelope().getSubject());
        assertThat(header(said, "content-type")).isEqualTo("application/avro");
    }

    @Test
    void theTraceOfTheCauseGoesOnOverTheOutbox() throws Exception {
        AgentRemoved removal = removal();
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var record = new ProducerRecord<String, Object>(
                Topics.AGENT_CHANGES, removal.getEnvelope().getSubject(), codec.encode(removal));
        record.headers()
                .add("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace).getBytes(UTF_8));

        sendWithATraceOfAnotherService(record);

        assertThat(header(answers(removal).getFirst(), "traceparent")).contains(trace);
    }

    @Test
    void anEventThatComesTwiceHasOneEffect() {
        AgentRemoved removal = removal();
        AgentRemoved after = removal();

        publisher.publish(Topics.AGENT_CHANGES, removal);
        publisher.publish(Topics.AGENT_CHANGES, removal);
        publisher.publish(Topics.AGENT_CHANGES, onTheSamePartition(after, removal));

        answers(after);
        assertThat(answers(removal)).hasSize(1);
        assertThat(facts(removal)).isEqualTo(1);
    }

    @Test
    void whatFailsForAMomentIsDoneAgainAndSaidOnce() {
        AgentRemoved removal = removal();
        SampleService.FAILING_ONCE.add(removal.getEnvelope().getRunId());

        publisher.publish(Topics.AGENT_CHANGES, removal);

        assertThat(answers(removal)).hasSize(1);
        assertThat(facts(removal)).isEqualTo(1);
    }

    @Test
    void whoAsksForPatienceIsTriedAgainAfterThePause() {
        AgentRemoved removal = removal();
        SampleService.ASKING_FOR_PATIENCE.put(removal.getEnvelope().getRunId(), 3);
        Instant before = Instant.now();

        publisher.publish(Topics.AGENT_CHANGES, removal);

        assertThat(answers(removal)).hasSize(1);
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(SampleService.PAUSE.multipliedBy(3));
    }

    @Test
    void whatIsNoEventGoesToTheDeadLettersAndDoesNotBlockWhatComesAfter() {
        AgentRemoved after = removal();
        String key = after.getEnvelope().getSubject();

        kafka.send(Topics.AGENT_CHANGES, key, "no event".getBytes(UTF_8)).join();
        publisher.publish(Topics.AGENT_CHANGES, after);

        assertThat(answers(after)).hasSize(1);
        assertThat(deadLetters(record -> key.equals(record.key())))
                .first()
                .satisfies(
                        letter -> assertThat(new String(letter.value(), UTF_8)).isEqualTo("no event"));
    }

    @Test
    void anEventUnderAForeignKeyIsADeadLetter() {
        AgentRemoved removal = removal();
        String foreign = UUID.randomUUID().toString();

        kafka.send(Topics.AGENT_CHANGES, foreign, codec.encode(removal)).join();

        assertThat(deadLetters(record -> foreign.equals(record.key()))).hasSize(1);
        assertThat(facts(removal)).isZero();
    }

    @Test
    void deadLettersAndIncidentsAreCountedFromZero() {
        MeterRegistry meters = service.getBean(MeterRegistry.class);

        assertThat(meters.get("crewsmith.dead.letters")
                        .tag("topic", Topics.SCANS)
                        .counter()
                        .count())
                .isZero();
        assertThat(meters.get("crewsmith.events")
                        .tag("type", "SecurityIncident")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void aDeadLetterAndWhatWasSaidAreCounted() {
        MeterRegistry meters = service.getBean(MeterRegistry.class);
        var letters = meters.get("crewsmith.dead.letters")
                .tag("topic", Topics.AGENT_CHANGES)
                .counter();
        double before = letters.count();
        AgentRemoved after = removal();

        kafka.send(Topics.AGENT_CHANGES, after.getEnvelope().getSubject(), "no event".getBytes(UTF_8))
                .join();
        publisher.publish(Topics.AGENT_CHANGES, after);

        answers(after);
        assertThat(letters.count()).isGreaterThan(before);
        assertThat(meters.get("crewsmith.events")
                        .tag("type", "AgentRemoved")
                        .counter()
                        .count())
                .isPositive();
    }

    private List<ConsumerRecord<String, byte[]>> answers(AgentRemoved removal) {
        return TopicReader.await(Topics.AGENTS, record -> {
            var event = codec.decode(record.value());
            return removal.getEnvelope().getRunId().equals(Envelopes.of(event).getRunId());
        });
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(
            Predicate<ConsumerRecord<String, byte[]>> expected) {
        return TopicReader.await(Topics.AGENT_CHANGES + ".dlt", expected);
    }

    private int facts(AgentRemoved removal) {
        return jdbc.sql("select count(*) from sample.facts where run_id = ?")
                .param(UUID.fromString(removal.getEnvelope().getRunId()))
                .query(Integer.class)
                .single();
    }

    private static void sendWithATraceOfAnotherService(ProducerRecord<String, Object> record) throws Exception {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServices.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            record.topic(), null, record.key(), (byte[]) record.value(), record.headers()))
                    .get();
        }
    }

    private static AgentRemoved removal() {
        return new AgentRemoved(Envelopes.first(
                Envelopes.newId(), Envelopes.newId(), Envelopes.newId(), "ann", Instant.parse("2026-11-23T10:00:00Z")));
    }

    private static AgentRemoved onTheSamePartition(AgentRemoved removal, AgentRemoved other) {
        removal.getEnvelope().put("subject", other.getEnvelope().getSubject());
        return removal;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
