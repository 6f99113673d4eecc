package io.crewsmith.git.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** What may still be asked of a forge, in sliding windows, so that its own limits are never met. */
public final class Budget {

    /** A fifth of each window is kept for the releases. */
    private static final int RESERVE = 5;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WHILE_BUSY = Duration.ofMillis(100);

    private final Limits limits;
    private final Clock clock;
    private final Deque<Instant> created = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;
    private int running;

    public Budget(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes a request out of the budget; {@link #answered} gives its place back.
     *
     * @param creates whether it creates content, as everything does that is not only read
     * @return how long to wait before another try; zero if it may go now
     */
    public synchronized Duration take(Lane lane, boolean creates) {
        Duration pause = pause(lane, creates);
        if (pause.isZero()) {
            running++;
            if (creates) {
                created.addLast(clock.instant());
            }
        }
        return pause;
    }

    /** What a request would have to wait now. */
    public synchronized Duration pause(Lane lane, boolean creates) {
        Instant now = clock.instant();
        if (now.isBefore(closedUntil)) {
            return Duration.between(now, closedUntil);
        }
        if (running >= limits.atOnce()) {
            return WHILE_BUSY;
        }
        if (!creates) {
            return Duration.ZERO;
        }
        forget(now);
        Duration minute = pause(now, MINUTE, share(lane, limits.perMinute()));
        Duration hour = pause(now, HOUR, share(lane, limits.perHour()));
        return minute.compareTo(hour) > 0 ? minute : hour;
    }

    private Duration pause(Instant now, Duration window, int share) {
        Instant begin = now.minus(window);
        int seen = 0;
        for (Iterator<Instant> latest = created.descendingIterator(); latest.hasNext(); ) {
            Instant at = latest.next();
            if (!at.isAfter(begin)) {
                return Duration.ZERO;
            }
            if (++seen == share) {
                return Duration.between(begin, at);
            }
        }
        return Duration.ZERO;
    }

    private static int share(Lane lane, int limit) {
        return switch (lane) {
            case RELEASE -> limit;
            case REVIEW -> limit - limit / RESERVE;
        };
    }

    /** A request has its answer. */
    public synchronized void answered() {
        running--;
    }

    /** The forge asked for silence. */
    public synchronized void close(Duration silence) {
        Instant until = clock.instant().plus(silence);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
        }
    }

    /** Requests that created content in the last hour. */
    public synchronized int used() {
        forget(clock.instant());
        return created.size();
    }

    private void forget(Instant now) {
        while (!created.isEmpty() && !created.getFirst().isAfter(now.minus(HOUR))) {
            created.removeFirst();
        }
    }
}
