package io.crewsmith.git.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The code of a run on its way into the repository.
 *
 * @param runId the run
 * @param kind what it is the code of
 * @param agentKey kebab-case key of the agent, or of the crew
 * @param files texts by their path in the deployment folder
 * @param configurationDigest SHA-256 of the configuration
 * @param codeDigest SHA-256 over the files
 * @param author who changed the configuration last
 * @param actor who asks for this step
 * @param evidence digest of the event that asks for it: ties the commit to the chain of events
 * @param at when; the same for a repeat, so that a repeat makes the same commit
 */
public record Change(
        UUID runId,
        Kind kind,
        String agentKey,
        Map<String, String> files,
        String configurationDigest,
        String codeDigest,
        String author,
        String actor,
        String evidence,
        Instant at) {

    public Change {
        files = Map.copyOf(files);
    }

    /** What code is of. */
    public enum Kind {
        AGENT("agent"),
        CREW("crew");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it stands in names of branches and in messages. */
        public String word() {
            return word;
        }
    }

    /**
     * The branch of the run: {@code agent-code/market-analyst-0199f3a2}. UUIDv7 begins with the time, so the end of the id
     * tells runs apart.
     */
    public String branch() {
        return branch(kind, agentKey, runId);
    }

    /** The same, where no more is known of the change. */
    public static String branch(Kind kind, String key, UUID runId) {
        String id = runId.toString();
        return "%s-code/%s-%s".formatted(kind.word(), key, id.substring(id.length() - 8));
    }

    /** The folder in the repository that holds the files and nothing of anybody else's. */
    public String folder() {
        return RepositoryLayout.folder(kind.word() + "s", agentKey);
    }

    /** What the tags of its releases begin with: {@code agents/market-analyst/v}, then their number. */
    public String releaseTag() {
        return "%ss/%s/v".formatted(kind.word(), agentKey);
    }
}
