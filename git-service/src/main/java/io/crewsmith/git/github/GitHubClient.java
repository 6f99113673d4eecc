package io.crewsmith.git.github;

import static java.util.Objects.requireNonNull;

import io.crewsmith.git.model.Budget;
import io.crewsmith.git.model.Lane;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.authorization.AppInstallationAuthorizationProvider;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.extras.authorization.JWTTokenProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The repository at GitHub, asked for in a lane of the budget. Known from its first use on. */
final class GitHubClient {

    private static final int LOWEST_FAILURE = 400;
    private static final int LOWEST_OF_SERVER = 500;
    private static final int UNAUTHORIZED = 401;

    private final GitHub github;
    private final GitHubSettings settings;
    private final AuthorizationProvider authorization;
    private final GitHubConnector connector;
    private volatile @Nullable GHRepository known;

    GitHubClient(GitHubSettings settings, GitHubConnector http, Budget budget, Lane lane, Clock clock) {
        this.settings = settings;
        this.authorization = authorization(settings);
        this.connector = new BudgetedConnector(http, budget, lane, clock);
        try {
            this.github = new GitHubBuilder()
                    .withEndpoint(settings.api().toString())
                    .withAuthorizationProvider(authorization)
                    .withConnector(connector)
                    .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                    .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("The client for GitHub cannot be made", e);
        }
    }

    GitHub github() {
        return github;
    }

    GHRepository repository() throws IOException {
        GHRepository repository = known;
        if (repository == null) {
            repository = github.getRepository(settings.repository());
            known = repository;
        }
        return repository;
    }

    /** The latest pull request of the branch into that base, open or not, whoever opened it. */
    Optional<GHPullRequest> latest(String branch, String base) throws IOException {
        Iterator<GHPullRequest> newestFirst = repository()
                .queryPullRequests()
                .head("%s:%s".formatted(settings.owner(), branch))
                .base(base)
                .state(GHIssueState.ALL)
                .list()
                .withPageSize(1)
                .iterator();
        return newestFirst.hasNext() ? Optional.of(newestFirst.next()) : Optional.empty();
    }

    /** What GitHub said to a request that the library has no method for. */
    record Answer(int status, JsonNode json) {

        boolean isRefused() {
            return status >= LOWEST_FAILURE;
        }
    }

    /** @param path below the repository */
    Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    Answer post(String path, String json) throws IOException {
        return send("POST", path, json);
    }

    private Answer send(String method, String path, @Nullable String json) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Accept", List.of("application/vnd.github+json"));
        headers.put("Authorization", List.of(authorization.getEncodedAuthorization()));
        if (json != null) {
            headers.put("Content-Type", List.of("application/json"));
        }
        URI url = URI.create("%s/repos/%s%s".formatted(settings.api(), settings.repository(), path));
        try (var response = connector.send(new RawRequest(method, url.toURL(), headers, json))) {
            int status = response.statusCode();
            if (status >= LOWEST_OF_SERVER || status == UNAUTHORIZED) {
                throw new IOException("GitHub answered %d to %s %s".formatted(status, method, path));
            }
            return new Answer(status, JsonMapper.shared().readTree(response.bodyStream()));
        }
    }

    private static AuthorizationProvider authorization(GitHubSettings settings) {
        GitHubSettings.App app = settings.app();
        if (app == null) {
            String header = "Bearer " + requireNonNull(settings.token()).value();
            return () -> header;
        }
        try {
            return new AppInstallationAuthorizationProvider(
                    github -> github.getInstallationById(app.installation()),
                    new JWTTokenProvider(app.id(), app.privateKey()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(
                    "crewsmith.git.github.app.private-key cannot be read; it must be PKCS#8 in PEM", e);
        }
    }
}
