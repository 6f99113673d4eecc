package io.crewsmith.git.github;

import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.PullRequestText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens pull requests and closes them; each effect looks first whether it is there already. */
final class PullRequests {

    private static final Logger LOG = LoggerFactory.getLogger(PullRequests.class);

    private static final int UNPROCESSABLE = 422;

    private final GitHubClient client;
    private final GitHubSettings settings;
    private final String main;

    /** @param main name of the branch that pull requests go into */
    PullRequests(GitHubClient client, GitHubSettings settings, String main) {
        this.client = client;
        this.settings = settings;
        this.main = main;
    }

    ForgeEffect open(Draft draft) throws IOException {
        Optional<GHPullRequest> found = client.latest(draft.branch(), main);
        if (found.isPresent() && found.get().getState() != GHIssueState.OPEN) {
            return new ForgeEffect.Refused(
                    "Pull request #%d is closed.".formatted(found.get().getNumber()));
        }
        return found.isPresent()
                ? new ForgeEffect.Unchanged(opened(found.get()), "It is open.")
                : new ForgeEffect.Created(opened(create(draft)));
    }

    private GHPullRequest create(Draft draft) throws IOException {
        return client.repository().createPullRequest(draft.title(), draft.branch(), main, draft.body());
    }

    /** Asks its reviewers, and gives it its labels last: one with them is complete. */
    ForgeEffect complete(String branch) throws IOException {
        Optional<GHPullRequest> found = open(branch);
        if (found.isEmpty()) {
            return none(branch);
        }
        GHPullRequest request = found.get();
        if (labels(request).containsAll(settings.labels())) {
            return new ForgeEffect.Unchanged(opened(request), "It is complete.");
        }
        askReviewers(request);
        request.addLabels(settings.labels().toArray(String[]::new));
        return new ForgeEffect.Updated(opened(request));
    }

    private static Set<String> labels(GHPullRequest request) {
        Set<String> labels = new HashSet<>();
        for (GHLabel label : request.getLabels()) {
            labels.add(label.getName());
        }
        return labels;
    }

    /** Whoever cannot be asked is passed over: a review is possible without them. */
    private void askReviewers(GHPullRequest request) throws IOException {
        List<GHUser> users = new ArrayList<>();
        for (String login : settings.reviewers()) {
            try {
                users.add(client.github().getUser(login));
            } catch (GHFileNotFoundException e) {
                LOG.warn("GitHub knows no user {}, who is to review pull requests", login);
            }
        }
        if (users.isEmpty()) {
            return;
        }
        try {
            request.requestReviewers(users);
        } catch (HttpException e) {
            if (e.getResponseCode() != UNPROCESSABLE) {
                throw e;
            }
            LOG.warn("Nobody was asked to review pull request #{}: {}", request.getNumber(), GitHubAnswers.message(e));
        }
    }

    /** Says it, unless it is said. */
    ForgeEffect tell(String branch, UUID about, String text) throws IOException {
        Optional<GHPullRequest> request = open(branch);
        return request.isPresent() ? tell(request.get(), about, text) : none(branch);
    }

    private static ForgeEffect tell(GHPullRequest request, UUID about, String text) throws IOException {
        if (hasComment(request, PullRequestText.marker(about))) {
            return new ForgeEffect.Unchanged(opened(request), "It is said already.");
        }
        request.comment(text);
        return new ForgeEffect.Updated(opened(request));
    }

    /** Says why, and closes it. */
    ForgeEffect close(String branch, UUID run, String who, String reason) throws IOException {
        Optional<GHPullRequest> request = open(branch);
        if (request.isEmpty()) {
            return none(branch);
        }
        tell(request.get(), run, PullRequestText.closing(run, who, reason));
        request.get().close();
        return new ForgeEffect.Updated(opened(request.get()));
    }

    boolean isOpen(String branch) throws IOException {
        return open(branch).isPresent();
    }

    private Optional<GHPullRequest> open(String branch) throws IOException {
        return client.latest(branch, main).filter(request -> request.getState() == GHIssueState.OPEN);
    }

    private static ForgeEffect none(String branch) {
        return new ForgeEffect.Refused("No pull request of %s is open.".formatted(branch));
    }

    /** Only what stands there in our name: anybody may write our marker, and so keep us from saying why. */
    private static boolean hasComment(GHPullRequest request, String marker) throws IOException {
        String us = request.getUser().getLogin();
        return request.listComments().toList().stream()
                .anyMatch(comment -> comment.getBody().startsWith(marker) && us.equals(comment.getUserName()));
    }

    private static PullRequest opened(GHPullRequest request) {
        return new PullRequest(request.getNumber(), request.getHtmlUrl().toString());
    }
}
