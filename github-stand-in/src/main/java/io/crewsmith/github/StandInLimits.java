package io.crewsmith.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** GitHub's limits of requests that create content: 80 a minute, 500 an hour. */
public final class StandInLimits {

    private final Clock clock;
    private final Deque<Instant> minute = new ArrayDeque<>();
    private final Deque<Instant> hour = new ArrayDeque<>();
    private int refusals;

    StandInLimits(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows() {
        boolean fits = fits(minute, Duration.ofMinutes(1), 80) & fits(hour, Duration.ofHours(1), 500);
        if (fits) {
            minute.add(clock.instant());
            hour.add(clock.instant());
        } else {
            refusals++;
        }
        return fits;
    }

    private boolean fits(Deque<Instant> seen, Duration window, int limit) {
        Instant begin = clock.instant().minus(window);
        while (!seen.isEmpty() && !seen.getFirst().isAfter(begin)) {
            seen.removeFirst();
        }
        return seen.size() < limit;
    }

    public synchronized int refusals() {
        return refusals;
    }
}
