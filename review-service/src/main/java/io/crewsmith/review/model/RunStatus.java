package io.crewsmith.review.model;

import java.util.Locale;

/** Where a run stands with the people. What Git and the deployment make of it is theirs to say. */
public enum RunStatus {
    /** Scanned and passed; nobody has asked for a review yet. */
    PENDING,
    /** Waits for a reviewer. */
    REVIEW_REQUIRED,
    /** A reviewer wants changes; may be submitted again. */
    NEEDS_CHANGES,
    /** The configuration was changed while it waited; what it is now needs a run of its own. */
    OUTDATED,
    /** Approved: this code, no other. */
    APPROVED,
    /** Refused for good. */
    REJECTED,
    /** The scan did not pass. */
    FAILED,
    /** Was approved once and is not to come back. */
    ROLLED_BACK;

    /** Whether it may still be approved, and so is outdated by a change of the configuration. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, REVIEW_REQUIRED, NEEDS_CHANGES -> true;
            case OUTDATED, APPROVED, REJECTED, FAILED, ROLLED_BACK -> false;
        };
    }

    /** As a person reads it: {@code review_required}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
