package io.crewsmith.gateway.model;

/** What somebody may do. Reading is open to everybody who is known. */
public enum Role {
    /** Writes agents and asks for code and review. */
    AUTHOR,
    /** Decides reviews. */
    REVIEWER,
    /** Rolls back. */
    OPERATOR,
    /** All of it. Four eyes hold here too. */
    ADMIN,
    /** Another platform service: what an author may do. */
    SERVICE
}
