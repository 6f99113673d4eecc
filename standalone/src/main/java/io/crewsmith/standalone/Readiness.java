package io.crewsmith.standalone;

import java.time.Duration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** Waits until every part says that it is ready: listeners get their partitions a moment after the context is up. */
final class Readiness {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Readiness() {}

    static void await(HealthEndpoint health) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!health.health().getStatus().equals(Status.UP)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The platform is not ready after %d s".formatted(LONGEST.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the platform was starting", e);
        }
    }
}
