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

    /** Whose code needs passed checks. */
    static final String CHECKED_DEPARTMENT = "5f0c3b1e-6f4b-4a8e-9f5a-000000000002";

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
                    Map.ofEntries(
                            Map.entry("crewsmith.git.remote.url", remote.toString()),
                            Map.entry("crewsmith.git.github.repository", "acme/agents"),
                            Map.entry("crewsmith.git.github.api", github.api()),
                            Map.entry("crewsmith.git.github.token", "t0ken"),
                            Map.entry("crewsmith.review.auto-merge", true),
                            Map.entry("crewsmith.review.policies[0].department", CHECKED_DEPARTMENT),
                            Map.entry("crewsmith.review.policies[0].checks", true),
                            Map.entry("crewsmith.gateway.github.repository", "acme/agents"),
                            Map.entry("crewsmith.gateway.github.api", github.api()),
                            Map.entry("crewsmith.gateway.github.token", "t0ken"),
                            Map.entry("crewsmith.gateway.github.secrets[0]", SECRET),
                            Map.entry("crewsmith.gateway.github.users.octo-reviewer", "reviewer"),
                            Map.entry("crewsmith.gateway.github.users.octo-admin", "admin")));
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
