package io.crewsmith.validator.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleSaved;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.validator.model.custom.CustomRule;
import io.crewsmith.validator.model.custom.FixedRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTopicTests {

    private static final String ID = "custom/no-alpha";

    private final RuleTopic topic = new RuleTopic(FixedRules.NONE);

    @Test
    void beforeTheTopicIsReadNothingPasses() {
        assertThat(topic.get().flaws()).singleElement().asString().contains("have not been read yet");

        topic.known();

        assertThat(topic.get().flaws()).isEmpty();
        assertThat(topic.get().version()).isEmpty();
    }

    @Test
    void theNewestRevisionIsInForceAndEveryChangeIsAVersion() {
        read(saved(1, "alpha"), saved(2, "beta"));
        assertThat(topic.get().rules()).extracting(CustomRule::title).containsExactly("No calls of beta");
        assertThat(topic.get().version()).isEqualTo("custom.2");

        read(deleted(3));
        assertThat(topic.get().rules()).isEmpty();
        assertThat(topic.get().version()).isEqualTo("custom.3");
    }

    @Test
    void aRepeatIsNoChange() {
        RuleSaved first = saved(1, "alpha");
        read(first, saved(2, "beta"), first);

        assertThat(topic.get().rules()).extracting(CustomRule::title).containsExactly("No calls of beta");
        assertThat(topic.get().version()).isEqualTo("custom.2");
    }

    @Test
    void whatIsNoEventIsPassedOver() {
        read(null, saved(1, "alpha"));

        assertThat(topic.get().rules()).hasSize(1);
    }

    @Test
    void aRuleThatOnlyANewerServiceCanReadLetsNothingPass() {
        RuleSaved saved = RuleSaved.newBuilder(saved(1, "alpha"))
                .setText(Wishes.rule(ID, "alpha") + "confidence: high\n")
                .build();
        read(saved);

        assertThat(topic.get().flaws())
                .singleElement()
                .asString()
                .contains("custom/no-alpha of revision 1 cannot be read here (line 10: there is no field 'confidence'")
                .contains("update this service or save the rule anew");
        read(saved(2, "alpha"));
        assertThat(topic.get().flaws()).isEmpty();
    }

    @Test
    void onceTheTopicIsLostNothingPasses() {
        read(saved(1, "alpha"));

        topic.lost(new AuthorizationException("taken away"));

        assertThat(topic.get().flaws()).singleElement().asString().contains("no longer be followed");
    }

    private void read(@Nullable SpecificRecord... events) {
        var partition = new TopicPartition(Topics.RULES, 0);
        var records = new ArrayList<ConsumerRecord<String, Received>>();
        for (SpecificRecord event : events) {
            records.add(new ConsumerRecord<>(
                    Topics.RULES, 0, records.size(), "key", event == null ? null : new Received(event, new byte[0])));
        }
        topic.read(new ConsumerRecords<>(Map.of(partition, List.copyOf(records)), Map.of()));
        topic.known();
    }

    private static RuleSaved saved(int revision, String function) {
        return new RuleSaved(
                Samples.envelope(Envelopes.namedId(ID), "admin"),
                ID,
                revision,
                "title",
                Severity.ERROR,
                "admin",
                Wishes.rule(ID, function),
                "digest",
                Instant.EPOCH);
    }

    private static RuleDeleted deleted(int revision) {
        return new RuleDeleted(Samples.envelope(Envelopes.namedId(ID), "admin"), ID, revision, "admin", Instant.EPOCH);
    }
}
