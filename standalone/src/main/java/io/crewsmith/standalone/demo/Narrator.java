package io.crewsmith.standalone.demo;

import io.crewsmith.standalone.PlatformAddresses;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints the story, each stage with the time that it took. */
final class Narrator {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Narrator(PrintStream out) {
        this.out = out;
    }

    void ready(PlatformAddresses addresses) {
        out.printf("The platform is ready: REST at %s, Kafka at %s.%n", addresses.gateway(), addresses.kafka());
    }

    void chapter(String title) {
        out.printf("%n%s%n", title);
    }

    /** Does a step and prints what it came to, with its time. */
    <T> T step(String what, Supplier<T> work) {
        long before = System.nanoTime();
        T result = work.get();
        line(what, Duration.ofNanos(System.nanoTime() - before));
        return result;
    }

    void line(String what, Duration time) {
        out.printf("  %-88s %6d ms%n", what, time.toMillis());
    }

    void line(String what) {
        out.printf("  %s%n", what);
    }

    void end() {
        out.printf("%nThe whole story held. %.1f s.%n", (System.nanoTime() - start) / 1e9);
    }

    void broken(StoryBroken broken) {
        out.printf("%nThe story broke: %s%n", broken.getMessage());
        if (broken.getCause() != null) {
            out.printf("  because: %s%n", broken.getCause());
        }
    }
}
