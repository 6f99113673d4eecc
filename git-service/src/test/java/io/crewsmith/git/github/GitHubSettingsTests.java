package io.crewsmith.git.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.github.GitHubSettings.App;
import io.crewsmith.git.model.Limits;
import io.crewsmith.platform.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link GitHubSettings}. */
class GitHubSettingsTests {

    private static final Map<String, String> LEAST = Map.of("repository", "acme/agents", "token", "t0ken");

    @Test
    void aTokenAndARepositoryAreEnough() {
        assertThat(bound(LEAST))
                .isEqualTo(new GitHubSettings(
                        "acme/agents",
                        URI.create("https://api.github.com"),
                        new Secret("t0ken"),
                        null,
                        List.of("crewsmith"),
                        List.of(),
                        null,
                        new Limits(80, 500, 100)));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.ofEntries(
                        Map.entry("repository", "acme/agents"),
                        Map.entry("api", "https://github.acme.example/api/v3"),
                        Map.entry("app.id", "7"),
                        Map.entry("app.installation", "9"),
                        Map.entry("app.private-key", "/run/secrets/github.pem"),
                        Map.entry("labels", "agents,generated"),
                        Map.entry("reviewers", "ada,bob"),
                        Map.entry("page", "https://crewsmith.acme.example"),
                        Map.entry("limits.per-minute", "40"),
                        Map.entry("limits.per-hour", "250"),
                        Map.entry("limits.at-once", "50"))))
                .isEqualTo(new GitHubSettings(
                        "acme/agents",
                        URI.create("https://github.acme.example/api/v3"),
                        null,
                        new App("7", 9, Path.of("/run/secrets/github.pem")),
                        List.of("agents", "generated"),
                        List.of("ada", "bob"),
                        URI.create("https://crewsmith.acme.example"),
                        new Limits(40, 250, 50)));
    }

    @ParameterizedTest
    @CsvSource({
        "repository, agents, crewsmith.git.github.repository must be owner/name",
        "repository, acme/agents/x, crewsmith.git.github.repository must be owner/name",
        "api, http://github.acme.example, crewsmith.git.github.api sends the token in the clear; use https",
    })
    void whatCannotWorkIsRefused(String name, String value, String reason) {
        Map<String, String> properties = new HashMap<>(LEAST);
        properties.put(name, value);

        assertThatThrownBy(() -> bound(properties)).rootCause().hasMessage(reason);
    }

    @Test
    void tokenAndAppExcludeEachOther() {
        assertThatThrownBy(() -> bound(Map.of("repository", "acme/agents")))
                .rootCause()
                .hasMessage(
                        "Name either crewsmith.git.github.token or crewsmith.git.github.app, not both and not none");
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(bound(LEAST)).asString().doesNotContain("t0ken");
    }

    private static GitHubSettings bound(Map<String, String> properties) {
        Map<String, String> named = new HashMap<>();
        properties.forEach((name, value) -> named.put("crewsmith.git.github." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bind("crewsmith.git.github", GitHubSettings.class)
                .get();
    }
}
