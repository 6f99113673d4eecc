package io.crewsmith.review.model;

/** What a reviewer may say. */
public enum ReviewDecision {
    APPROVED(RunStatus.APPROVED),
    REJECTED(RunStatus.REJECTED),
    NEEDS_CHANGES(RunStatus.NEEDS_CHANGES);

    private final RunStatus next;

    ReviewDecision(RunStatus next) {
        this.next = next;
    }

    RunStatus next() {
        return next;
    }
}
