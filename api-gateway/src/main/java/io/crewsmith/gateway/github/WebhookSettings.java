package io.crewsmith.gateway.github;

import io.crewsmith.platform.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reviews at GitHub. At least one way to hear of them: {@code secrets} for webhooks, {@code token} for asking.
 *
 * @param repository {@code owner/name}; what others say is ignored
 * @param branch that reviewed code goes into; what is decided about pull requests into others is ignored
 * @param secrets of the webhook, at least 16 characters each; two while one is replaced by another
 * @param users who a login at GitHub is here: {@code login: name of a user}. Nobody else decides
 * @param api of GitHub itself, or of an Enterprise server: {@code https://host/api/v3}
 * @param token that may read pull requests, checks and statuses; null if GitHub is not asked for what was missed
 * @param askEvery between two questions for what was missed; 10 seconds to 1 day
 */
@ConfigurationProperties("crewsmith.gateway.github")
record WebhookSettings(
        String repository,
        @DefaultValue("main") String branch,
        @DefaultValue List<Secret> secrets,
        @DefaultValue Map<String, String> users,
        @DefaultValue("https://api.github.com") URI api,
        @Nullable Secret token,
        @DefaultValue("5m") Duration askEvery) {

    static final String ENABLED = "crewsmith.gateway.github.repository";
    static final String TOKEN = "crewsmith.gateway.github.token";

    private static final String NAME = "crewsmith.gateway.github.";
    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int SHORTEST_SECRET = 16;
    private static final int MOST_SECRETS = 2;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    WebhookSettings {
        secrets = List.copyOf(secrets);
        users = insensitive(users);
        require(
                repository != null && REPOSITORY.matcher(repository).matches(),
                "repository must be owner/name, as in acme/agents");
        require(!branch.isBlank(), "branch must name the branch that reviewed code goes into");
        require(
                !secrets.isEmpty() || token != null,
                "secrets or token must be there: without a webhook's secret and without a token nothing is heard");
        require(secrets.size() <= MOST_SECRETS, "secrets are at most 2: the new one and the one it replaces");
        require(
                secrets.stream().allMatch(secret -> secret.value().length() >= SHORTEST_SECRET),
                "secrets must have at least 16 characters each");
        require(
                "https".equals(api.getScheme()) || LOOPBACK.contains(api.getHost()),
                "api sends the token in the clear; use https");
        require(
                askEvery.compareTo(SHORTEST) >= 0 && askEvery.compareTo(LONGEST) <= 0,
                "ask-every must be between 10s and 1d, but is %ss".formatted(askEvery.toSeconds()));
    }

    /** GitHub does not tell capital letters in a login from small ones. */
    private static Map<String, String> insensitive(Map<String, String> users) {
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(users);
        return Collections.unmodifiableMap(copy);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + otherwise);
        }
    }
}
