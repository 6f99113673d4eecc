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

    /**
     * A name for all that this check's answer depends on beside the code and this build's rules, such as the digest of a
     * configuration. Empty where it has no such name: what it answers must then be asked again for every scan.
     */
    default Optional<String> basis() {
        return Optional.empty();
    }
}
