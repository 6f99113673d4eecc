package io.crewsmith.git.remote;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Reads what the remote repository says of a push. */
final class PushResults {

    private PushResults() {}

    /**
     * Whether the branch or tag stands where it shall; false if somebody else moved it.
     *
     * @throws PushRefusedException if it is not wanted there
     */
    static boolean arrived(RemoteRefUpdate update) throws IOException {
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> true;
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> false;
            case REJECTED_NODELETE -> throw new PushRefusedException(update.getRemoteName(), "it may not be deleted");
            case REJECTED_OTHER_REASON -> {
                String reason = Objects.requireNonNullElse(update.getMessage(), "no reason given");
                if (!isLostRace(reason)) {
                    throw new PushRefusedException(update.getRemoteName(), reason);
                }
                yield false;
            }
            case NOT_ATTEMPTED, AWAITING_REPORT ->
                throw new IOException("The remote repository did not say what became of " + update.getRemoteName());
        };
    }

    /** In the words of Git's own server, and of JGit's: somebody else was faster by less than a connection takes. */
    private static boolean isLostRace(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return Stream.of(
                        "fetch first",
                        "non-fast-forward",
                        "cannot lock ref",
                        "failed to update ref",
                        "failed to lock",
                        "lock error")
                .anyMatch(words::contains);
    }
}
