package io.crewsmith.git.model;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages of our commits and tags. The trailers tie them to the run, the digests and the chain of events; that of the
 * folder tells our commits from others, whoever signs them: who changes a file changes the id of its folder.
 */
public final class CommitMessage {

    private static final String RUN = "Crewsmith-Run: ";
    private static final String ROLLBACK = "Crewsmith-Rollback-Of: ";
    private static final String FOLDER = "Crewsmith-Folder: ";
    private static final String KEY = "Crewsmith-%s: %s";

    private CommitMessage() {}

    /** Message of the commit on the branch of a run, which makes the folder this tree. */
    public static String generate(Change change, String folder) {
        return message(
                        "feat(%ss): Generate code for %s"
                                .formatted(change.kind().word(), change.agentKey()),
                        change,
                        RUN + change.runId())
                + FOLDER + folder + "\n";
    }

    /** Message of the commit that brings a run to the main branch. */
    public static String merge(Change change, String folder) {
        return message(
                        "feat(%ss): Release %s\n\nMerges %s."
                                .formatted(change.kind().word(), change.agentKey(), change.branch()),
                        change,
                        RUN + change.runId())
                + FOLDER + folder + "\n";
    }

    /** Message of the commit that takes a run back. */
    public static String rollback(Change change, UUID rolledBack, String folder) {
        return message(
                        "revert(%ss): Roll %s back\n\nBrings back the code of run %s."
                                .formatted(change.kind().word(), change.agentKey(), change.runId()),
                        change,
                        RUN + change.runId() + "\n" + ROLLBACK + rolledBack)
                + FOLDER + folder + "\n";
    }

    /** Message of the tag that numbers what was released, or, after a rollback, is released again. */
    public static String release(Change change, int number, @Nullable UUID rolledBack) {
        String run = RUN + change.runId();
        return message(
                "%s v%d".formatted(change.agentKey(), number),
                change,
                rolledBack == null ? run : run + "\n" + ROLLBACK + rolledBack);
    }

    /** Whether this is the message of the commit that takes the run back. */
    public static boolean isRollbackOf(String message, UUID rolledBack) {
        return message.lines().anyMatch(line -> line.equals(ROLLBACK + rolledBack));
    }

    /** Whether this is the message of a commit or a tag of the release of this run. */
    public static boolean isReleaseOf(String message, UUID run) {
        return message.lines().anyMatch(line -> line.equals(RUN + run))
                && message.lines().noneMatch(line -> line.startsWith(ROLLBACK));
    }

    /** Whether this is the message of a commit of ours for the agent or crew. */
    public static boolean isAbout(String message, Change change) {
        return message.lines().anyMatch(line -> line.equals(subject(change)));
    }

    /** The tree that the commit says the folder to be; empty before this was written down. */
    public static Optional<String> folder(String message) {
        return message.lines()
                .filter(line -> line.startsWith(FOLDER))
                .map(line -> line.substring(FOLDER.length()))
                .findFirst();
    }

    private static String subject(Change change) {
        return KEY.formatted(change.kind() == Change.Kind.AGENT ? "Agent" : "Crew", change.agentKey());
    }

    private static String message(String title, Change change, String run) {
        return """
                %s

                %s
                %s
                Crewsmith-Configuration-Digest: sha256:%s
                Crewsmith-Code-Digest: sha256:%s
                Crewsmith-Evidence: sha256:%s
                """.formatted(
                title, run, subject(change), change.configurationDigest(), change.codeDigest(), change.evidence());
    }
}
