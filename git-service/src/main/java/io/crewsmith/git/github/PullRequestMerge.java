package io.crewsmith.git.github;

import io.crewsmith.platform.kafka.TryLaterException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.HttpException;

/** Merges at GitHub. */
final class PullRequestMerge {

    private static final int NOT_MERGEABLE = 405;
    private static final int OTHER_HEAD = 409;

    /** What GitHub answers while somebody else merges. */
    private static final String BASE_MOVED = "Base branch was modified";

    private static final Duration UNTIL_BASE_RESTS = Duration.ofSeconds(2);

    private final GitHubClient client;
    private final String main;

    /** @param main name of the branch that is merged into */
    PullRequestMerge(GitHubClient client, String main) {
        this.client = client;
        this.main = main;
    }

    ForgeMerge merge(String branch, String head, String message) throws IOException {
        Optional<GHPullRequest> found = client.latest(branch, main);
        if (found.isEmpty()) {
            return new ForgeMerge.NoRequest();
        }
        GHPullRequest request = found.get();
        if (request.getMergedAt() != null) {
            return new ForgeMerge.Merged();
        }
        return request.getState() == GHIssueState.OPEN
                ? merge(request, head, message)
                : new ForgeMerge.Refused("Pull request #%d was closed at GitHub. Reopen it, then resume."
                        .formatted(request.getNumber()));
    }

    private static ForgeMerge merge(GHPullRequest request, String head, String message) throws IOException {
        try {
            request.merge(message, head, GHPullRequest.MergeMethod.MERGE);
            return new ForgeMerge.Merged();
        } catch (HttpException e) {
            return switch (e.getResponseCode()) {
                case OTHER_HEAD ->
                    new ForgeMerge.Refused(
                            "Pull request #%d holds other commits than the approved %s. Generate the code anew, or take them away and resume."
                                    .formatted(request.getNumber(), head));
                case NOT_MERGEABLE -> notMergeable(request, e);
                default -> throw e;
            };
        }
    }

    private static ForgeMerge notMergeable(GHPullRequest request, HttpException answer) {
        String message = GitHubAnswers.message(answer);
        if (message.contains(BASE_MOVED)) {
            throw new TryLaterException("The main branch moves at GitHub", UNTIL_BASE_RESTS);
        }
        return new ForgeMerge.Refused("GitHub does not merge pull request #%d: %s. Resolve that, then resume."
                .formatted(request.getNumber(), message));
    }
}
