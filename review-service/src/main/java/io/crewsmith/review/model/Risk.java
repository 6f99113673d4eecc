package io.crewsmith.review.model;

import java.util.List;

/**
 * How much harm a change could do.
 *
 * @param level the highest of its reasons
 * @param reasons what was changed, in words, the worst first
 */
public record Risk(Level level, List<String> reasons) {

    public Risk {
        reasons = List.copyOf(reasons);
    }

    /** From what nobody needs to read to what somebody must. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }
}
