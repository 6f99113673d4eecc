package io.crewsmith.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.platform.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookSettingsTests {

    private static final Map<String, String> LEAST =
            Map.of("repository", "acme/agents", "secrets[0]", "0123456789abcdef");

    @Test
    void aRepositoryAndASecretAreEnough() {
        assertThat(bound(LEAST))
                .isEqualTo(new WebhookSettings(
                        "acme/agents",
                        "main",
                        List.of(new Secret("0123456789abcdef")),
                        Map.of(),
                        URI.create("https://api.github.com"),
                        null,
                        Duration.ofMinutes(5)));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.of(
                        "repository", "acme/agents",
                        "branch", "release",
                        "secrets[0]", "0123456789abcdef",
                        "secrets[1]", "fedcba9876543210",
                        "users.octo-cat", "ann",
                        "api", "https://github.acme.example/api/v3",
                        "token", "t0ken",
                        "ask-every", "1m")))
                .isEqualTo(new WebhookSettings(
                        "acme/agents",
                        "release",
                        List.of(new Secret("0123456789abcdef"), new Secret("fedcba9876543210")),
                        Map.of("octo-cat", "ann"),
                        URI.create("https://github.acme.example/api/v3"),
                        new Secret("t0ken"),
                        Duration.ofMinutes(1)));
    }

    @Test
    void capitalLettersOfALoginDoNotMatter() {
        var settings = bound(with("users.Octo-Cat", "ann"));

        assertThat(settings.users().get("octo-cat")).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "repository, agents, repository must be owner/name",
                "branch, \"\", branch must name the branch",
                "secrets[0], short, secrets must have at least 16 characters each",
                "secrets[2], 0123456789abcdef, secrets are at most 2",
                "api, http://github.acme.example, api sends the token in the clear",
                "ask-every, 9s, \"ask-every must be between 10s and 1d, but is 9s\"",
                "ask-every, 25h, \"ask-every must be between 10s and 1d, but is 90000s\""
            })
    void whatCannotBeIsRefused(String property, String value, String reason) {
        var properties = with(property, value);
        if (property.equals("secrets[2]")) {
            properties.put("secrets[1]", value);
        }

        assertThatThrownBy(() -> bound(properties))
                .rootCause()
                .hasMessageStartingWith("crewsmith.gateway.github." + reason);
    }

    @Test
    void withoutASecretAndATokenNothingWouldBeHeard() {
        assertThatThrownBy(() -> bound(Map.of("repository", "acme/agents")))
                .rootCause()
                .hasMessageStartingWith("crewsmith.gateway.github.secrets or token must be there");
        assertThat(bound(Map.of("repository", "acme/agents", "token", "t0ken")).secrets())
                .isEmpty();
    }

    @Test
    void noSecretIsEverPrinted() {
        assertThat(bound(with("token", "t0ken")).toString()).doesNotContain("0123456789abcdef", "t0ken");
    }

    private static Map<String, String> with(String property, String value) {
        var properties = new HashMap<>(LEAST);
        properties.put(property, value);
        return properties;
    }

    private static WebhookSettings bound(Map<String, String> properties) {
        var named = new HashMap<String, String>();
        properties.forEach((name, value) -> named.put("crewsmith.gateway.github." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bind("crewsmith.gateway.github", WebhookSettings.class)
                .get();
    }
}
