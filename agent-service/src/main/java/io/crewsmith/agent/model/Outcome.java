package io.crewsmith.agent.model;

/** What becomes of a change. Every outcome is published. */
public sealed interface Outcome {

    /** It makes this revision. */
    record Stored(int revision) implements Outcome {}

    /** It is what is stored already, so it makes no revision. */
    record Unchanged(StoredConfiguration stored) implements Outcome {}

    /** Nothing is stored. */
    record Refused(Ground ground, String pointer, String reason) implements Outcome {}

    /** Why a change is refused. */
    enum Ground {
        INVALID,
        CONFLICT,
        NOT_FOUND,
        STALE
    }
}
