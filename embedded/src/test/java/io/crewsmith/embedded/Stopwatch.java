package io.crewsmith.embedded;

import java.time.Duration;
import java.util.function.Supplier;

/** Prints how long something took, so that the build's log shows a start that grew slow. */
final class Stopwatch {

    private Stopwatch() {}

    static <T> T time(String what, Supplier<T> action) {
        long start = System.nanoTime();
        T result = action.get();
        System.out.println(
                what + ": " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return result;
    }
}
