package io.crewsmith.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our records, read by the SDK of CloudEvents: its facts are those of the envelope. */
class CloudEventTests {

    private static final String AGENT_IN_REVIEW = agentInReview();

    @ParameterizedTest
    @ValueSource(strings = {Topics.COMMANDS, Topics.AGENTS, Topics.CODE, Topics.SCANS, Topics.REVIEWS, Topics.COMMITS})
    void whatTheHeadersSayIsWhatTheEnvelopeSays(String topic) {
        List<ConsumerRecord<String, CloudEvent>> records = TopicCloudEvents.of(topic, AGENT_IN_REVIEW);

        assertThat(records).isNotEmpty().allSatisfy(record -> assertSaysWhatItsEnvelopeSays(record));
    }

    static void assertSaysWhatItsEnvelopeSays(ConsumerRecord<String, CloudEvent> record) {
        CloudEvent event = record.value();
        SpecificRecord content =
                new EventCodec().decode(requireNonNull(event.getData()).toBytes());
        Envelope envelope = Envelopes.of(content);

        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo(envelope.getEventId());
        assertThat(event.getType()).isEqualTo(content.getSchema().getFullName());
        assertThat(event.getSubject()).isEqualTo(envelope.getSubject()).isEqualTo(record.key());
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.ofInstant(envelope.getOccurredAt(), ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        URI schema = requireNonNull(event.getDataSchema());
        assertThat(schema).matches(URI::isAbsolute, "is absolute");
        assertThat(new Schema.Parser()
                        .parse(Api.as("service")
                                .get(schema.getPath())
                                .response()
                                .body()))
                .isEqualTo(content.getSchema());
        if (!record.topic().equals(Topics.AGENT_CHANGES)) {
            assertThat(event.getSource()).hasToString("/crewsmith/" + owner(record.topic()));
        }
    }

    private static String owner(String topic) {
        return Topics.all().stream()
                .filter(known -> known.name().equals(topic))
                .map(Topic::owner)
                .findFirst()
                .orElseThrow();
    }

    private static String agentInReview() {
        return Api.as("author")
                .get("/api/code-deployments/" + Agents.inReview())
                .text("/agent_id");
    }
}
