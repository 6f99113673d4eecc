package io.crewsmith.git.model;

import java.util.UUID;

/** Messages of our commits. The trailers tie them to the run, the digests and the chain of events. */
public final class CommitMessage {

    private static final String RUN = "Crewsmith-Run: ";
    private static final String ROLLBACK = "Crewsmith-Rollback-Of: ";

    private CommitMessage() {}

    /** Message of the commit on the branch of a run. */
    public static String generate(Change change) {
        return message(
                "feat(%ss): Generate code for %s".formatted(change.kind().word(), change.agentKey()),
                change,
                RUN + change.runId());
    }

    /** Message of the commit that brings a run to the main branch. */
    public static String merge(Change change) {
        return message(
                "feat(%ss): Release %s\n\nMerges %s."
                        .formatted(change.kind().word(), change.agentKey(), change.branch()),
                change,
                RUN + change.runId());
    }

    /** Message of the commit that takes a run back. */
    public static String rollback(Change change, UUID rolledBack) {
        return message(
                "revert(%ss): Roll %s back\n\nBrings back the code of run %s."
                        .formatted(change.kind().word(), change.agentKey(), change.runId()),
                change,
                RUN + change.runId() + "\n" + ROLLBACK + rolledBack);
    }

    /** Whether this is the message of the commit that takes the run back. */
    public static boolean isRollbackOf(String message, UUID rolledBack) {
        return message.lines().anyMatch(line -> line.equals(ROLLBACK + rolledBack));
    }

    private static String message(String subject, Change change, String run) {
        return """
                %s

                %s
                Crewsmith-%s: %s
                Crewsmith-Configuration-Digest: sha256:%s
                Crewsmith-Code-Digest: sha256:%s
                Crewsmith-Evidence: sha256:%s
                """.formatted(
                        subject,
                        run,
                        change.kind() == Change.Kind.AGENT ? "Agent" : "Crew",
                        change.agentKey(),
                        change.configurationDigest(),
                        change.codeDigest(),
                        change.evidence());
    }
}
