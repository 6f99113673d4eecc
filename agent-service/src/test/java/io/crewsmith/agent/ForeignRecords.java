package io.crewsmith.agent;

import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.testsupport.Samples;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Records as another service might make them, good and bad. */
final class ForeignRecords {

    private static final int HEADER_BYTES = 10;

    private ForeignRecords() {}

    static AgentChanged change(String agentKey) {
        return new AgentChanged(
                Samples.envelope(UUID.randomUUID(), "crm"), configuration(agentKey, "Size markets."), null);
    }

    static String configuration(String agentKey, String goal) {
        return """
                {"agent_key": "%s", "role": "Market analyst", "goal": "%s", "backstory": "Ten years of it.",
                 "llm_model": "openai/gpt-4o"}
                """.formatted(agentKey, goal);
    }

    static byte[] encoded(SpecificRecord event) {
        return new EventCodec().encode(event);
    }

    static byte[] withRest(byte[] record, byte[] rest) {
        byte[] bytes = Arrays.copyOf(record, HEADER_BYTES + rest.length);
        System.arraycopy(rest, 0, bytes, HEADER_BYTES, rest.length);
        return bytes;
    }

    /** The length of a text as Avro writes it, and no text. */
    static byte[] claimOfTwoBillionCharacters() {
        return new byte[] {(byte) 0xDE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    }

    static byte[] junk(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
