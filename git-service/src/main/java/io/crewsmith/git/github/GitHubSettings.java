package io.crewsmith.git.github;

import io.crewsmith.git.model.Limits;
import io.crewsmith.platform.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of GitHub. Either a token or an app.
 *
 * @param repository {@code owner/name}; the remote repository that reviewed code is pushed to
 * @param api of GitHub itself, or of an Enterprise server: {@code https://host/api/v3}
 * @param token of a user who may write contents, pull requests, statuses and code scanning alerts
 * @param app in the place of a token
 * @param labels of pull requests, at least one: they are given last, so that a pull request with them is complete
 * @param reviewers logins who are asked to review
 * @param page where people reach Crewsmith: {@code https://crewsmith.example.com}; null leaves the link out
 * @param limits what GitHub allows
 */
public record GitHubSettings(
        String repository,
        @DefaultValue("https://api.github.com") URI api,
        @Nullable Secret token,
        @Nullable App app,
        @DefaultValue("crewsmith") List<String> labels,
        @DefaultValue List<String> reviewers,
        @Nullable URI page,
        @Nullable Limits limits) {

    private static final String NAME = "crewsmith.git.github.";
    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Limits OF_GITHUB = new Limits(80, 500, 100);

    /**
     * An installed GitHub App.
     *
     * @param id of the app
     * @param installation its installation in the account of the repository
     * @param privateKey file of its key in PKCS#8; GitHub gives PKCS#1, which {@code openssl pkcs8 -topk8 -nocrypt} turns
     */
    public record App(String id, long installation, Path privateKey) {}

    public GitHubSettings {
        labels = List.copyOf(labels);
        reviewers = List.copyOf(reviewers);
        limits = limits == null ? OF_GITHUB : limits;
        if (repository == null || !REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(NAME + "repository must be owner/name");
        }
        if ((token == null) == (app == null)) {
            throw new IllegalArgumentException(
                    "Name either %stoken or %sapp, not both and not none".formatted(NAME, NAME));
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException(NAME + "labels must name at least one");
        }
        if (!"https".equals(api.getScheme()) && !LOOPBACK.contains(api.getHost())) {
            throw new IllegalArgumentException(NAME + "api sends the token in the clear; use https");
        }
    }

    public Limits limits() {
        return limits == null ? OF_GITHUB : limits;
    }

    String owner() {
        return repository.substring(0, repository.indexOf('/'));
    }
}
