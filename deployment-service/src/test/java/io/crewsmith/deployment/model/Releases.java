package io.crewsmith.deployment.model;

import io.crewsmith.deployment.model.Owner.Room;
import io.crewsmith.platform.events.Digests;
import java.time.Instant;
import java.util.List;

/** Releases for tests: each number is a run of its own, a minute after the one before. */
public final class Releases {

    public static final String KEY = "market-analyst";
    public static final String MODULE = "app/agents/market_analyst.py";

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Releases() {}

    public static Release release(int number) {
        return release(KEY, number, number);
    }

    /** The code of one run, ordered by the event of another number: what a rollback is. */
    public static Release restoring(int code, int number) {
        return release(KEY, code, number);
    }

    static Release release(String key, int code, int number) {
        String path = "app/agents/%s.py".formatted(key.replace('-', '_'));
        return of(key, run(code), number, new ReleasedFile(path, code(code), Digests.sha256(code(code))));
    }

    static Release of(String key, String run, int number, ReleasedFile file) {
        return new Release(
                "event-" + number, owner(key), run, List.of(file), List.of(), NOON.plusSeconds(60L * number));
    }

    public static Owner owner(String key) {
        return new Owner("0199f3a2-0000-7000-8000-00000000aaaa", Room.AGENTS, key);
    }

    public static String run(int number) {
        return "0199f3a2-0000-7000-8000-%012x".formatted(number);
    }

    public static String code(int number) {
        return "VERSION = %d\n".formatted(number);
    }
}
