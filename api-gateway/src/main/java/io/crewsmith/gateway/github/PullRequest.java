package io.crewsmith.gateway.github;

/**
 * A pull request, as far as decisions are about it.
 *
 * @param source {@code owner/name} of the repository that holds the branch: a fork may name its branch as it likes
 * @param target the branch that it is to go into, which may be changed
 * @param commit what it shows, 40 hex digits
 * @param merged whether it was closed by merging it
 * @param closedAt in GitHub's words; empty where it is open
 */
record PullRequest(int number, String source, String target, String commit, boolean merged, String closedAt) {}
