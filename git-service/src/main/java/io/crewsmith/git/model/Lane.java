package io.crewsmith.git.model;

/** Who may go first where a forge limits how much is asked of it. */
public enum Lane {
    /** Merges: production waits for them. May take the whole budget. */
    RELEASE,
    /** Pull requests, comments and reports: people wait for them. Leave a part of the budget to the releases. */
    REVIEW
}
