package io.crewsmith.system;

import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInHook;
import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * A platform whose reviews are at GitHub, or rather at its stand-in, which delivers what people do there. One for all
 * tests of a JVM, stopped with it.
 */
record GitHubPlatform(GitHubStandIn github, Platform platform, Path folder) {

    private static final String SECRET = "It's a Secret to Everybody";

    private static final class Shared {

        private static final GitHubPlatform RUNNING = start();
    }

    static GitHubPlatform shared() {
        return Shared.RUNNING;
    }

    Api as(String user) {
        return Api.as(user, platform);
    }

    /** What the platform serves of itself after something was deployed: everything that there is, with GitHub too. */
    static String metrics() {
        Agents.deployed(shared()::as);
        return shared().as("operator").get("/actuator/prometheus").response().body();
    }

    private static GitHubPlatform start() {
        try {
            Path folder = Files.createTempDirectory("crewsmith-github-");
            Path remote = folder.resolve("remote.git");
            var github = new GitHubStandIn(remote, Clock.systemUTC());
            Platform platform = Platform.start(
                    folder.resolve("data"),
                    0,
                    EmbeddedSettings.forTests(),
                    Map.of(
                            "crewsmith.git.remote.url", remote.toString(),
                            "crewsmith.git.github.repository", "acme/agents",
                            "crewsmith.git.github.api", github.api(),
                            "crewsmith.git.github.token", "t0ken",
                            "crewsmith.gateway.github.repository", "acme/agents",
                            "crewsmith.gateway.github.secrets[0]", SECRET,
                            "crewsmith.gateway.github.users.octo-reviewer", "reviewer",
                            "crewsmith.gateway.github.users.octo-admin", "admin"));
            github.people.tell(new StandInHook(platform.addresses().gateway().resolve("/api/github/webhooks"), SECRET));
            var running = new GitHubPlatform(github, platform, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(running::end));
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        platform.close();
        github.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("The folder %s could not be deleted: %s".formatted(folder, e));
        }
    }
}
