package io.crewsmith.platform.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.events.v1.Envelope;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.SystemLimitException;
import org.junit.jupiter.api.Test;

/** Tests for {@link EventCodec}. */
class EventCodecTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    private final EventCodec codec = new EventCodec();
    private final AgentRemoved event =
            new AgentRemoved(Envelopes.first(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), "ann", NOW));

    @Test
    void anEventComesBackAsItWas() {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void theBytesAreASingleObject() {
        assertThat(codec.encode(event)).startsWith(0xC3, 0x01);
    }

    @Test
    void bytesThatAreNoSingleObjectAreMalformed() {
        assertMalformed("{\"json\": true}".getBytes(UTF_8), "C3 01");
        assertMalformed(new byte[0], "C3 01");
    }

    @Test
    void aSchemaThatNobodyKnowsIsMalformed() {
        assertMalformed(new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "schema is unknown");
    }

    @Test
    void aRecordThatEndsEarlyIsMalformed() {
        byte[] bytes = codec.encode(event);

        assertMalformed(Arrays.copyOf(bytes, bytes.length - 3), "does not match the schema");
    }

    @Test
    void noRoomIsMadeForATextThatIsNotThere() {
        byte[] bytes = Arrays.copyOf(codec.encode(event), 15);
        byte[] claimOfTwoBillionCharacters = {(byte) 0xDE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
        System.arraycopy(claimOfTwoBillionCharacters, 0, bytes, 10, 5);

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> codec.decode(bytes))
                .withRootCauseInstanceOf(SystemLimitException.class);
    }

    @Test
    void aRecordThatNoTopicCarriesIsNotEncoded() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> codec.encode(event.getEnvelope()))
                .withMessageContaining(Envelope.class.getSimpleName());
    }

    private void assertMalformed(byte[] bytes, String reason) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> codec.decode(bytes))
                .withMessageContaining(reason);
    }
}
