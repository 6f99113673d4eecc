package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;

import io.crewsmith.git.github.Findings;
import io.crewsmith.git.github.GitHubForge;
import io.crewsmith.git.github.GitHubSettings;
import io.crewsmith.git.github.GitHubSettings.App;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.Limits;
import io.crewsmith.git.model.Proposal;
import io.crewsmith.git.model.PullRequestText;
import io.crewsmith.git.model.RepositoryLayout;
import io.crewsmith.git.remote.RemoteSettings;
import io.crewsmith.git.remote.Upstream;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.github.StandInPull;
import io.crewsmith.platform.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A repository at GitHub, as the service and as people see it. */
final class GitHubView implements AutoCloseable {

    final Path shared;
    final GitHubStandIn github;
    final AgentRepository service;
    final GitHubForge forge;
    final RepositoryView ours;
    final Upstream upstream;

    GitHubView(Path temporary) throws Exception {
        this(temporary, null);
    }

    /** @param app who asks, in the place of a user with a token */
    GitHubView(Path temporary, @Nullable App app) throws Exception {
        this.shared = temporary.resolve("shared.git");
        git(temporary, "init", "-q", "--bare", "-b", "main", shared.toString());
        this.github = new GitHubStandIn(shared, Clock.systemUTC());
        var settings = new GitHubSettings(
                "acme/agents",
                github.api(),
                app == null ? new Secret("t0ken") : null,
                app,
                List.of("crewsmith", "agents"),
                List.of("ada", "nobody"),
                URI.create("https://crewsmith.example.com"),
                new Limits(80, 500, 100));
        this.forge = new GitHubForge(settings, "main", Clock.systemUTC(), new SimpleMeterRegistry());
        var remotes = new ArrayList<Upstream>();
        this.ours = RepositoryView.of(
                temporary.resolve("ours.git"),
                remote(),
                remote -> {
                    remotes.add(remote);
                    return remote;
                },
                forge);
        this.upstream = remotes.getFirst();
        this.service = ours.service;
    }

    PullRequest open(Change change) throws IOException {
        String head = committed(service.branch(change)).commit();
        var proposal = new Proposal(
                change.runId(),
                change.branch(),
                new Proposal.Subject("agent", change.agentKey()),
                3,
                "ada",
                change.codeDigest(),
                "https://crewsmith.example.com/deployments/" + change.runId(),
                "",
                List.of("low", "/goal was changed."),
                List.of(),
                List.of(),
                "1 approval");
        String module = RepositoryLayout.path(change.agentKey(), "app/agents/market_analyst.py");
        JsonNode verdict = JsonMapper.shared().readTree("""
                        {"passed": true, "policyVersion": "7", "scannedDigest": "d", "checks": ["syntax"], "findings": [
                          {"rule": "prompt-override", "severity": "WARNING", "layer": "LITERALS", "line": 1, "column": 1,
                           "message": "Tries to override.", "confidence": "LOW", "cwe": null, "path": null}]}
                        """);
        Draft draft = PullRequestText.draft(proposal, head);
        PullRequest opened = forge.open(draft).orElseThrow();
        forge.complete(opened, draft, new Findings(verdict, Map.of(module, "one\n")));
        return opened;
    }

    void close(Change change) throws IOException {
        forge.close(change.branch(), change.runId(), "bob", "`@ada <b>fixes #1");
    }

    private RemoteSettings remote() {
        return new RemoteSettings(
                shared.toString(), "main", "git", null, null, null, Duration.ofSeconds(30), Duration.ZERO, 0);
    }

    /** Where a branch stands there. */
    String head(String branch) throws Exception {
        return git(shared, "rev-parse", branch).strip();
    }

    StandInPull pull() {
        return github.state.pull(1);
    }

    /** Something that is carried out at GitHub, but whose answer may be lost. */
    @FunctionalInterface
    interface Work {
        Object perform() throws IOException;
    }

    /** Whether the answer came. */
    static boolean isAnswered(Work work) {
        try {
            work.perform();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        ours.close();
        github.close();
    }
}
