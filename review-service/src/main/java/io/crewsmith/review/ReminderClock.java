package io.crewsmith.review;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for overdue reviews once a minute, for as long as the service runs. */
final class ReminderClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReminderClock.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Reminders reminders;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("review-reminders").factory());
    private boolean running;

    ReminderClock(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void start() {
        running = true;
        executor.scheduleWithFixedDelay(this::look, 1, BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    /** A failure must not end the looking: the database may be away for a while. */
    private void look() {
        try {
            int reminded = reminders.remind();
            if (reminded > 0) {
                log.info("Reminded of {} reviews that wait for long", reminded);
            }
        } catch (RuntimeException failure) {
            log.warn("Nobody was reminded of reviews, and that is tried again: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
