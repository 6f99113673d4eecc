package io.crewsmith.git.github;

import io.crewsmith.git.model.Draft;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Where pull requests are. Whatever it is asked for twice, it does once. */
public interface Forge {

    /** None is configured. */
    Forge NONE = new Forge() {
        @Override
        public Optional<PullRequest> open(Draft draft) {
            return Optional.empty();
        }

        @Override
        public void complete(PullRequest opened, Draft draft, Findings findings) {}

        @Override
        public Optional<PullRequest> tell(String branch, UUID about, String text) {
            return Optional.empty();
        }

        @Override
        public boolean isOpen(String branch) {
            return false;
        }

        @Override
        public void close(String branch, UUID run, String who, String reason) {}

        @Override
        public ForgeMerge merge(String branch, String head, String message) {
            return new ForgeMerge.NoRequest();
        }
    };

    /**
     * Opens a pull request, or finds the one that is open.
     *
     * @return empty if there is one of its branch that is closed
     * @throws IOException if the forge cannot be reached: worth another try
     */
    Optional<PullRequest> open(Draft draft) throws IOException;

    /**
     * Puts the verdict beside its commit, asks its reviewers and gives it its labels. All of it may have to wait long, so
     * whoever is to know of the pull request is told before.
     *
     * @param opened what {@link #open} returned for the draft
     */
    void complete(PullRequest opened, Draft draft, Findings findings) throws IOException;

    /**
     * Comments on the pull request of the branch, if one is open.
     *
     * @param about what the text is about, as its first line says: said once
     */
    Optional<PullRequest> tell(String branch, UUID about, String text) throws IOException;

    /** Whether a pull request of the branch is open. */
    boolean isOpen(String branch) throws IOException;

    /** Closes the pull request of the branch, if one is open, and says why. */
    void close(String branch, UUID run, String who, String reason) throws IOException;

    /**
     * Merges the pull request of the branch, if there is one, with exactly this commit.
     *
     * @param head id of the approved commit, 40 hex digits
     */
    ForgeMerge merge(String branch, String head, String message) throws IOException;
}
