package io.crewsmith.review;

import java.util.List;

/**
 * What many events at once came to.
 *
 * @param nanos from each event to its answer, ascending
 * @param wallNanos from the first event to the last answer
 */
record Latencies(List<Long> nanos, long wallNanos) {

    Latencies {
        nanos = nanos.stream().sorted().toList();
    }

    void print(String what) {
        System.out.printf(
                "%-50s %,6d in %5.2f s, each p50 %,7.1f ms, p99 %,7.1f ms%n",
                what, nanos.size(), wallNanos / 1e9, percentile(50), percentile(99));
    }

    /** By nearest rank, in milliseconds. */
    private double percentile(int percent) {
        return nanos.get(Math.ceilDiv(nanos.size() * percent, 100) - 1) / 1e6;
    }
}
