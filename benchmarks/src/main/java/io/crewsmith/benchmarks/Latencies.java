package io.crewsmith.benchmarks;

import java.util.Arrays;

/**
 * What a load came to.
 *
 * @param nanos how long each call took, ascending
 * @param wallNanos how long all of them took together
 */
record Latencies(long[] nanos, long wallNanos) {

    Latencies {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** The nearest-rank percentile in milliseconds: the smallest figure that this share of the calls did not exceed. */
    double percentile(int percent) {
        int rank = Math.ceilDiv(nanos.length * percent, 100);
        return nanos[Math.max(rank, 1) - 1] / 1e6;
    }

    double perSecond() {
        return nanos.length / (wallNanos / 1e9);
    }
}
