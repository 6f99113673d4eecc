package io.crewsmith.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long one thing took, again and again. */
final class Timings {

    private final String what;
    private final int warmUp;
    private final List<Long> nanos = new ArrayList<>();

    /**
     * @param warmUp how many of the first do not count
     */
    Timings(String what, int warmUp) {
        this.what = what;
        this.warmUp = warmUp;
    }

    @FunctionalInterface
    interface Work {
        void perform() throws IOException;
    }

    void time(Work work) throws IOException {
        long start = System.nanoTime();
        work.perform();
        nanos.add(System.nanoTime() - start);
    }

    void print() {
        List<Long> timed = nanos.subList(warmUp, nanos.size()).stream().sorted().toList();
        System.out.printf(
                "%-70s p50 %8.2f ms  p99 %8.2f ms  (%d)%n",
                what, percentile(timed, 50), percentile(timed, 99), timed.size());
    }

    /** By nearest rank, in milliseconds. */
    private static double percentile(List<Long> ascending, int percent) {
        return ascending.get(Math.ceilDiv(ascending.size() * percent, 100) - 1) / 1e6;
    }
}
