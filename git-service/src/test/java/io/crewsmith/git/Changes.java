package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Changes that the tests bring into the repository. */
final class Changes {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Changes() {}

    /** Each number is a run of its own, a minute after the one before. */
    static UUID run(int number) {
        return UUID.fromString("0199f3a2-0000-7000-8000-%012x".formatted(number));
    }

    static Change change(int number, String agentKey, String text) {
        String module = "app/agents/%s.py".formatted(agentKey.replace('-', '_'));
        return new Change(
                run(number),
                Change.Kind.AGENT,
                agentKey,
                Map.of(module, text),
                "c".repeat(64),
                "d".repeat(64),
                "ada",
                "bob",
                "e".repeat(64),
                NOON.plusSeconds(60L * number));
    }
}
