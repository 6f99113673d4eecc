package io.crewsmith.git.github;

import io.crewsmith.git.model.Proposal;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Where pull requests are. Whatever it is asked for twice, it does once. */
public interface Forge {

    /** None is configured. */
    Forge NONE = new Forge() {
        @Override
        public Optional<PullRequest> open(Proposal proposal, Findings findings) {
            return Optional.empty();
        }

        @Override
        public void close(String branch, UUID run, String who, String reason) {}

        @Override
        public ForgeMerge merge(String branch, String head, String message) {
            return new ForgeMerge.NoRequest();
        }
    };

    /**
     * Opens a pull request of the branch, with the verdict beside it.
     *
     * @return empty if there is one that is closed
     * @throws IOException if the forge cannot be reached: worth another try
     */
    Optional<PullRequest> open(Proposal proposal, Findings findings) throws IOException;

    /** Closes the pull request of the branch, if one is open, and says why. */
    void close(String branch, UUID run, String who, String reason) throws IOException;

    /**
     * Merges the pull request of the branch, if there is one, with exactly this commit.
     *
     * @param head id of the approved commit, 40 hex digits
     */
    ForgeMerge merge(String branch, String head, String message) throws IOException;
}
