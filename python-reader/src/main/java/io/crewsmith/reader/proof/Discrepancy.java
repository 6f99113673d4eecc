package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Position;

/**
 * One difference between a file and what its configuration demands.
 *
 * @param pointer JSON Pointer of the parameter into the configuration; empty where no single one is meant
 * @param message what was read, what was expected
 */
public record Discrepancy(Kind kind, String pointer, Position at, String message) {

    /** What sort of difference it is. */
    public enum Kind {
        /** Something is missing or says something else than the configuration. */
        MISMATCH("proof-mismatch"),
        /** It is not known what it says, or what it should say. */
        UNREADABLE("proof-unreadable"),
        /** The configuration says nothing of this. */
        EXTRA("proof-extra");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The stable id of findings of this kind. */
        public String id() {
            return id;
        }
    }
}
