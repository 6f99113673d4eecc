package io.crewsmith.benchmarks;

import java.util.List;

/**
 * What a load came to.
 *
 * @param nanos how long each call took, ascending
 * @param wallNanos how long all of them took together
 */
record Latencies(List<Long> nanos, long wallNanos) {

    Latencies {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        nanos = nanos.stream().sorted().toList();
    }

    /** The nearest-rank percentile in milliseconds: the smallest figure that this share of the calls did not exceed. */
    double percentile(int percent) {
        int rank = Math.ceilDiv(nanos.size() * percent, 100);
        return nanos.get(Math.max(rank, 1) - 1) / 1e6;
    }

    double perSecond() {
        return nanos.size() / (wallNanos / 1e9);
    }
}
