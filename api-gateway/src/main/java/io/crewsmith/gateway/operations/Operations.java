package io.crewsmith.gateway.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The figures of a span of time.
 *
 * @param since begin of the span; it ends now
 * @param counts how many events of each type there were
 * @param series the same, cut into equal pieces of time, the oldest first
 * @param scans how code was judged
 * @param reviews how long people took
 * @param stages how long each kind of event came after its cause
 * @param lag records that each consumer group has not read yet
 * @param outbox events that wait to be published, of the services in this process
 * @param deadLetters records that nobody could process, by topic; all that are kept
 */
@JsonNaming(SnakeCaseStrategy.class)
record Operations(
        Instant since,
        Map<String, Long> counts,
        List<Piece> series,
        Scans scans,
        Reviews reviews,
        List<Stage> stages,
        Map<String, Long> lag,
        Map<String, Long> outbox,
        Map<String, Long> deadLetters) {

    Operations {
        counts = Map.copyOf(counts);
        series = List.copyOf(series);
        stages = List.copyOf(stages);
        lag = Map.copyOf(lag);
        outbox = Map.copyOf(outbox);
        deadLetters = Map.copyOf(deadLetters);
    }

    /** What the ledger knows. */
    record FromLedger(List<Count> counts, Scans scans, Reviews reviews, List<Stage> stages) {}

    /** What the broker knows. */
    record FromBroker(Map<String, Long> lag, Map<String, Long> deadLetters) {}

    /** How many events of a type there were in a piece of time. */
    record Count(Instant at, String type, long number) {}

    record Piece(Instant at, Map<String, Long> counts) {

        Piece {
            counts = Map.copyOf(counts);
        }
    }

    record Scans(long passed, long failed) {}

    /**
     * Reviews.
     *
     * @param decided decided within the span
     * @param medianSeconds half of them took no longer; null where none was decided
     * @param waiting not decided yet, whenever they were asked for
     * @param oldestWaitingSeconds how long the oldest of those waits; null where none does
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Reviews(
            long decided,
            @Nullable Double medianSeconds,
            long waiting,
            @Nullable Double oldestWaitingSeconds) {}

    /** Milliseconds from the cause's place on its topic to the event's place on its own. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Stage(String type, long count, double p50Ms, double p95Ms) {}
}
