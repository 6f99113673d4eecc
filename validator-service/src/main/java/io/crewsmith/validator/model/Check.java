package io.crewsmith.validator.model;

import java.util.List;
import java.util.Optional;

/** One layer's look at the code. A check that needs more than the code, say a configuration, is made for one scan. */
public interface Check {

    /** The name that appears in {@link Verdict#checks()}; unique among the checks of a scan. */
    String name();

    /** The layer that a failure of this check is counted under. */
    Layer layer();

    /**
     * All findings, in any order; an empty answer means that this check could not look because there is no tree.
     * Whatever it throws fails the verdict.
     */
    Optional<List<Finding>> examine(Submission submission);

    /** What this check adds to the version of the policy, where it applies more than this build's own rules. */
    default String policy() {
        return "";
    }
}
