package io.crewsmith.system;

import io.crewsmith.system.Api.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client as a good one is: it takes the gateways by turns, and repeats a request that got no answer, or not yet its
 * result, with the same Idempotency-Key.
 */
final class Insistence {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Set<Integer> NOT_YET = Set.of(202, 502, 503, 504);
    private static final AtomicInteger TURN = new AtomicInteger();

    private final Fleet fleet;

    Insistence(Fleet fleet) {
        this.fleet = fleet;
    }

    Answer post(String user, String path, String body) {
        return send(user, "POST", path, body);
    }

    Answer put(String user, String path, String body) {
        return send(user, "PUT", path, body);
    }

    private Answer send(String user, String method, String path, String body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                Answer answer = new Api(nextGateway(), fleet.token(user)).send(method, path, body, key);
                if (!NOT_YET.contains(answer.status()) || System.nanoTime() > end) {
                    return answer;
                }
            } catch (NoAnswer e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private URI nextGateway() {
        List<URI> gateways = fleet.gateways();
        return gateways.get(Math.floorMod(TURN.getAndIncrement(), gateways.size()));
    }
}
