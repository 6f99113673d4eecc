package io.crewsmith.review.model;

import org.jspecify.annotations.Nullable;

/**
 * What continuous integration said last of the code of a run.
 *
 * @param details which checks failed, or where to look; null where nothing was said
 */
public record Checks(Result result, @Nullable String details) {

    /** Nobody has said anything, which is never a pass. */
    public static final Checks NONE = new Checks(Result.PENDING, null);

    /** How they went. */
    public enum Result {
        PENDING,
        PASSED,
        FAILED
    }

    /** What they leave open, in words; empty where they passed. */
    String missing() {
        return switch (result) {
            case PENDING -> "passed checks of continuous integration";
            case PASSED -> "";
            case FAILED ->
                "passed checks of continuous integration, which failed" + (details == null ? "" : ": " + details);
        };
    }
}
