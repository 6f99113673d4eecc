package io.crewsmith.agent;

import static io.crewsmith.agent.ForeignRecords.change;
import static io.crewsmith.agent.ForeignRecords.claimOfTwoBillionCharacters;
import static io.crewsmith.agent.ForeignRecords.configuration;
import static io.crewsmith.agent.ForeignRecords.encoded;
import static io.crewsmith.agent.ForeignRecords.junk;
import static io.crewsmith.agent.ForeignRecords.withRest;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRejected;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What other services may send by mistake, or on purpose: it is answered or laid aside, and the next change is taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRecordTests {

    /** Far below the minute for which a failure that may pass is tried again: nothing bad counts as one. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final int MEGABYTE = 1024 * 1024;

    private final ConfigurableApplicationContext service = start();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void bytesThatAreNoRecord() {
        assertLaidAside("no event".getBytes(UTF_8), "no Avro single object");
        assertLaidAside(new byte[0], "no Avro single object");
        assertLaidAside(junk(MEGABYTE), "no Avro single object");
    }

    @Test
    void aSchemaThatNobodyKnows() {
        byte[] record = encoded(change("unknown"));
        record[5] ^= 1;

        assertLaidAside(record, "schema is unknown");
    }

    @Test
    void aRecordThatIsNotWhatItsSchemaSays() {
        byte[] record = encoded(change("cut-off"));

        assertLaidAside(Arrays.copyOf(record, record.length - 9), "does not match the schema");
        assertLaidAside(withRest(record, junk(MEGABYTE)), "does not match the schema");
        assertLaidAside(withRest(record, claimOfTwoBillionCharacters()), "does not match the schema");
    }

    @Test
    void aRecordWithoutAValue() {
        assertLaidAside(null, "has no value");
    }

    @Test
    void aRecordUnderAnotherKeyThanItsSubject() {
        assertLaidAside(encoded(change("foreign-key")), "key must be its envelope.subject");
    }

    @Test
    void aRecordOfAnotherTopic() {
        assertLaidAside(
                encoded(new AgentDeleted(Samples.envelope(UUID.randomUUID(), "mallory"), "market-analyst", 1)),
                "crewsmith.agent-changes.v1 does not carry AgentDeleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventId", "runId", "subject", "causationId", "causeDigest", "actor", "occurredAt"})
    void anEnvelopeThatNoReaderCouldStore(String field) {
        AgentChanged change = change("bad-envelope");
        change.getEnvelope().put(field, field.equals("occurredAt") ? Instant.ofEpochMilli(Long.MAX_VALUE) : "a\0b");

        assertLaidAside(encoded(change), "envelope.%s must be".formatted(field));
    }

    @Test
    void aRecordThatIsTooLargeForADeadLetterIsPointedAt() {
        String key = UUID.randomUUID().toString();

        publish(Topics.AGENT_CHANGES, key, new byte[6 * MEGABYTE]);

        assertTheNextIsTaken(key);
        ConsumerRecord<String, byte[]> letter = letter(key);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "crewsmith_dlt-left-out")).contains("too many for a dead letter");
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(Topics.AGENT_CHANGES);
        assertThat(letter.headers().lastHeader("kafka_dlt-original-offset")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "{\"a\": 1, \"a\": 2}", "{\"role\": \"a\0b\"}"})
    void aConfigurationThatIsNoJsonObjectIsRefused(String configuration) {
        assertRefused(configuration);
    }

    @Test
    void aConfigurationThatIsNestedBeyondReasonIsRefused() {
        assertRefused("{\"a\":" + "[".repeat(100_000));
        assertRefused("{\"a\":" + "9".repeat(100_000) + "}");
    }

    @Test
    void aChangeThatComesTwiceIsOneRevisionAndOneAnswer() {
        AgentChanged change = change("twice-over-kafka");
        AgentChanged next = new AgentChanged(
                Samples.envelope(UUID.fromString(change.getEnvelope().getSubject()), "crm"),
                configuration("twice-over-kafka", "Another goal."),
                null);

        publish(Topics.AGENT_CHANGES, change, change, next);

        assertThat(await(Topics.AGENTS, AgentSaved.class, next).getRevision()).isEqualTo(2);
        assertThat(answers(Topics.AGENTS, change)).hasSize(1);
    }

    private static void assertRefused(String configuration) {
        var change = new AgentChanged(Samples.envelope(UUID.randomUUID(), "crm"), configuration, null);

        publish(Topics.AGENT_CHANGES, change);

        AgentRejected rejected = await(Topics.AGENTS, AgentRejected.class, change);
        assertThat(rejected.getRejection()).isEqualTo(Rejection.INVALID);
        assertThat(rejected.getProblems())
                .extracting(Problem::getMessage)
                .isNotEmpty()
                .doesNotContain("");
    }

    private static void assertLaidAside(byte @Nullable [] value, String cause) {
        String key = UUID.randomUUID().toString();

        publish(Topics.AGENT_CHANGES, key, value);

        assertTheNextIsTaken(key);
        ConsumerRecord<String, byte[]> letter = letter(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(header(letter, "kafka_dlt-exception-stacktrace")).contains(cause);
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(Topics.AGENT_CHANGES);
    }

    /** The same key, so the same partition. */
    private static void assertTheNextIsTaken(String key) {
        var next = new AgentChanged(
                Samples.envelope(UUID.fromString(key), "crm"), configuration("next-" + key, "Size markets."), null);
        long start = System.nanoTime();

        publish(Topics.AGENT_CHANGES, next);

        assertThat(await(Topics.AGENTS, AgentSaved.class, next).getRevision()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    private static ConsumerRecord<String, byte[]> letter(String key) {
        return await(Topics.AGENT_CHANGES + ".dlt", record -> key.equals(record.key()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static ConfigurableApplicationContext start() {
        DatabaseAddress database = TestServices.freshDatabase();
        return ServiceApplication.of(
                        AgentServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password()))
                .run();
    }
}
