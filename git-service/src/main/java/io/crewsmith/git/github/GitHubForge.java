package io.crewsmith.git.github;

import static java.util.Objects.requireNonNullElse;

import io.crewsmith.git.github.ForgeEffect.Created;
import io.crewsmith.git.github.ForgeEffect.Refused;
import io.crewsmith.git.github.ForgeEffect.Unchanged;
import io.crewsmith.git.github.ForgeEffect.Updated;
import io.crewsmith.git.model.Budget;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.kohsuke.github.connector.GitHubConnector;

/** GitHub, within its limits. */
public final class GitHubForge implements Forge {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** GitHub itself gives up after ten seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final PullRequests requests;
    private final ScanReports reports;
    private final PullRequestMerge merge;
    private final GitHubMetrics metrics;

    /** @param main name of the branch at GitHub that pull requests go into */
    public GitHubForge(GitHubSettings settings, String main, Clock clock, MeterRegistry meters) {
        this(settings, main, clock, meters, ANSWER);
    }

    /** @param longest that an answer is waited for */
    GitHubForge(GitHubSettings settings, String main, Clock clock, MeterRegistry meters, Duration longest) {
        GitHubConnector http = new TimedConnector(
                HttpClient.newBuilder().connectTimeout(CONNECT).build(), longest);
        var budget = new Budget(settings.limits(), clock);
        var reviewing = new GitHubClient(settings, http, budget, Lane.REVIEW, clock);
        var releasing = new GitHubClient(settings, http, budget, Lane.RELEASE, clock);
        this.requests = new PullRequests(reviewing, settings, main);
        this.reports = new ScanReports(reviewing);
        this.merge = new PullRequestMerge(releasing, main);
        this.metrics = new GitHubMetrics(budget, settings.limits(), meters);
    }

    @Override
    public Optional<PullRequest> open(Draft draft) throws IOException {
        return counted("open", requests.open(draft));
    }

    /** The verdict is about the commit that is ours, whatever others have put on top of it. */
    @Override
    public void complete(PullRequest opened, Draft draft, Findings findings) throws IOException {
        String page = requireNonNullElse(draft.page(), opened.page());
        boolean passed = findings.verdict().path("passed").asBoolean();
        reports.status(draft.head(), passed, page);
        reports.findings(draft.head(), draft.branch(), findings);
        metrics.count("complete", requests.complete(draft.branch()));
    }

    @Override
    public Optional<PullRequest> tell(String branch, UUID about, String text) throws IOException {
        return counted("tell", requests.tell(branch, about, text));
    }

    private Optional<PullRequest> counted(String name, ForgeEffect effect) {
        metrics.count(name, effect);
        return switch (effect) {
            case Created(PullRequest request) -> Optional.of(request);
            case Updated(PullRequest request) -> Optional.of(request);
            case Unchanged(PullRequest request, String _) -> Optional.of(request);
            case Refused _ -> Optional.empty();
        };
    }

    @Override
    public boolean isOpen(String branch) throws IOException {
        return requests.isOpen(branch);
    }

    @Override
    public void close(String branch, UUID run, String who, String reason) throws IOException {
        metrics.count("close", requests.close(branch, run, who, reason));
    }

    @Override
    public ForgeMerge merge(String branch, String head, String message) throws IOException {
        ForgeMerge merged = merge.merge(branch, head, message);
        metrics.count(merged);
        return merged;
    }
}
