package io.crewsmith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.Envelope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Tests for {@link Contract}. */
class ContractTests {

    @Test
    void everyRecordIsThereOnceWithAllItsTopics() {
        assertThat(Contract.all()).extracting(Contract::fullName).doesNotHaveDuplicates();
        assertThat(of(DraftFailed.getClassSchema()).topics())
                .extracting(Topic::name)
                .containsExactly(Topics.DRAFT_CODE, Topics.DRAFT_SCANS);
    }

    @Test
    void theFingerprintIsWhatTheHeaderOfARecordShows() throws IOException {
        var envelope = new Envelope("e", "r", "s", null, null, Instant.EPOCH, "a");
        ByteBuffer bytes = AgentRemoved.getEncoder().encode(new AgentRemoved(envelope));

        String header = HexFormat.of().formatHex(Arrays.copyOf(bytes.array(), 10));

        assertThat("c301" + of(AgentRemoved.getClassSchema()).fingerprint()).isEqualTo(header);
    }

    @Test
    void aSchemaStandsAlone() {
        assertThat(Contract.all())
                .allSatisfy(contract -> assertThat(
                                new Schema.Parser().parse(contract.schema().toString()))
                        .isEqualTo(contract.schema()));
    }

    private static Contract of(Schema schema) {
        return Contract.all().stream()
                .filter(contract -> contract.schema().equals(schema))
                .findFirst()
                .orElseThrow();
    }
}
