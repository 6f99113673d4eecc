package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.github.GitHubSettings.App;
import io.crewsmith.github.StandInApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitHub App in the place of a token: it signs with its key, and is given a token for an hour. */
class GitHubAppTests {

    private static final String KEY = "market-analyst";

    @TempDir
    private Path temporary;

    @Test
    void anAppOpensAndMergesAsAUserWouldDo() throws Exception {
        KeyPair keys = keys();
        try (var view = new GitHubView(temporary, new App("Iv23", 9, file(keys)))) {
            view.github.installed(new StandInApp("Iv23", 9, keys.getPublic(), Clock.systemUTC()));

            view.open(change(1, KEY, "one\n"));
            committed(view.service.merge(change(1, KEY, "one\n")));

            assertThat(view.pull().merged).isTrue();
            assertThat(view.github.writes).anyMatch(write -> write.contains("/statuses/"));
            assertThat(view.github.violations()).isEmpty();
        }
    }

    @Test
    void anotherKeyIsNotGivenAToken() throws Exception {
        try (var view = new GitHubView(temporary, new App("Iv23", 9, file(keys())))) {
            view.github.installed(new StandInApp("Iv23", 9, keys().getPublic(), Clock.systemUTC()));

            assertThatThrownBy(() -> view.open(change(1, KEY, "one\n"))).isInstanceOf(IOException.class);
            assertThat(view.github.state.pulls).isEmpty();
        }
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        return generator.generateKeyPair();
    }

    private Path file(KeyPair keys) throws IOException {
        String pem = Base64.getMimeEncoder(64, "\n".getBytes())
                .encodeToString(keys.getPrivate().getEncoded());
        return Files.writeString(
                temporary.resolve("app.pem"),
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(pem));
    }
}
