package io.crewsmith.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.AgentRejected;
import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.system.Api.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other services say over Kafka, beside what people say over REST: the same rules, and no way to stop either. */
@Timeout(60)
class OtherServicesTests {

    private final Api author = Api.as("author");

    @Test
    void aChangeThatIsNotValidHasTheSameProblemsOverKafkaAsOverRest() throws Exception {
        String agent = Agents.agent()
                .put("temperature", 3)
                .put("role", "")
                .put("rolle", 1)
                .toString();
        var change = new AgentChanged(envelope(), agent, null);

        publish(change);

        Answer overRest = author.post("/api/agents", agent);
        assertThat(overRest.status()).isEqualTo(422);
        assertThat(rejected(change).getProblems())
                .hasSize(3)
                .extracting(problem -> List.of(problem.getPointer(), problem.getCode(), problem.getMessage()))
                .isEqualTo(overRest.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> List.of(
                                error.path("pointer").asString(),
                                error.path("code").asString(),
                                error.path("detail").asString()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"causationId", "causeDigest", "actor", "occurredAt"})
    void anEnvelopeThatTheLedgerCouldNotStoreDoesNotStopIt(String field) throws Exception {
        var change = new AgentChanged(envelope(), Agents.agent().toString(), null);
        change.getEnvelope().put(field, field.equals("occurredAt") ? Instant.ofEpochMilli(Long.MAX_VALUE) : "a\0b");

        publish(change);

        assertThat(author.post("/api/agents", Agents.agent().toString()).status())
                .isEqualTo(201);
        assertThat(author.get("/api/audit?run_id=" + change.getEnvelope().getRunId())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodySaysInTheNameOfAServiceThatSomethingIsDeployed() throws Exception {
        String run = Agents.inReview();
        Envelope envelope = Envelope.newBuilder(envelope())
                .setRunId(run)
                .setSubject(author.get("/api/code-deployments/" + run).text("/agent_id"))
                .build();

        publish(new Deployed(envelope, "market-analyst", "/app/agents/x.py", "0".repeat(64), null));

        assertThat(author.post("/api/agents", Agents.agent().toString()).status())
                .isEqualTo(201);
        assertThat(author.get("/api/code-deployments/" + run).text("/deployment_status"))
                .isEqualTo("review_required");
    }

    private static AgentRejected rejected(AgentChanged change) {
        String subject = change.getEnvelope().getSubject();
        List<ConsumerRecord<String, CloudEvent>> answers = List.of();
        while (answers.isEmpty()) {
            answers = TopicCloudEvents.of(Topics.AGENTS, subject);
        }
        return (AgentRejected) new EventCodec()
                .decode(requireNonNull(answers.getFirst().value().getData()).toBytes());
    }

    private static void publish(SpecificRecord event) throws Exception {
        Map<String, Object> settings = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                RunningPlatform.platform().addresses().kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.AGENT_CHANGES, Envelopes.of(event).getSubject(), new EventCodec().encode(event)))
                    .get();
        }
    }

    private static Envelope envelope() {
        return Envelopes.first(
                Envelopes.newId(), Envelopes.newId(), UUID.randomUUID(), "crm", Instant.parse("2026-03-01T12:00:00Z"));
    }
}
