package io.crewsmith.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RemoteSettingsTests {

    @Test
    void anAddressIsEnough() {
        assertThat(bound(Map.of("url", "https://git.example.org/team/agents.git")))
                .isEqualTo(new RemoteSettings(
                        "https://git.example.org/team/agents.git",
                        "main",
                        "x-access-token",
                        null,
                        null,
                        null,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        0));
    }

    @Test
    void everyOneCanBeSet() {
        assertThat(bound(Map.of(
                        "url", "git@git.example.org:team/agents.git",
                        "branch", "trunk",
                        "user", "oauth2",
                        "token", "t",
                        "private-key", "/run/secrets/key",
                        "known-hosts", "/etc/known_hosts",
                        "timeout", "5s",
                        "fresh-for", "0s",
                        "depth", "100")))
                .isEqualTo(new RemoteSettings(
                        "git@git.example.org:team/agents.git",
                        "trunk",
                        "oauth2",
                        "t",
                        Path.of("/run/secrets/key"),
                        Path.of("/etc/known_hosts"),
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/agents.git", "file:///srv/agents.git", "http://127.0.0.1:8080/agents.git"})
    void onThisMachineNothingMoreIsNeeded(String url) {
        assertThat(bound(Map.of("url", url)).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://me:secret@git.example.org/a.git | crewsmith.git.remote.url holds a password
            http://git.example.org/a.git            | crewsmith.git.remote.url sends the token in the clear; use https
            ssh://git@git.example.org/a.git         | name the files crewsmith.git.remote.private-key and .known-hosts
            git@git.example.org:a.git               | name the files crewsmith.git.remote.private-key and .known-hosts
            ''                                      | crewsmith.git.remote.url is missing
            """)
    void whatCannotWorkOrIsNotSafeIsSaid(String url, String message) {
        assertThatThrownBy(() -> bound(Map.of("url", url)))
                .rootCause()
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"timeout, 0s", "fresh-for, -1s", "depth, -1"})
    void figuresOutOfRangeAreSaid(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("url", "/srv/agents.git", name, value)))
                .rootCause()
                .hasMessage(
                        "crewsmith.git.remote.timeout must be 1s or more, fresh-for and depth must not be negative");
    }

    private static RemoteSettings bound(Map<String, String> values) {
        var properties = new MapConfigurationPropertySource();
        values.forEach((name, value) -> properties.put("remote." + name, value));
        return new Binder(properties).bind("remote", RemoteSettings.class).get();
    }
}
