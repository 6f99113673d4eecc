package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.github.Findings;
import io.crewsmith.git.github.ForgeMerge;
import io.crewsmith.git.github.GitHubForge;
import io.crewsmith.git.github.GitHubSettings;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.Limits;
import io.crewsmith.git.model.PassingTime;
import io.crewsmith.git.model.Proposal;
import io.crewsmith.git.model.PullRequestText;
import io.crewsmith.github.GitHubStandIn;
import io.crewsmith.platform.Secret;
import io.crewsmith.platform.kafka.TryLaterException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A whole fleet goes to review at once, against GitHub's real limits. */
class ManyPullRequestsTests {

    private static final int MANY = 2_000;
    private static final int MERGES = 20;

    @TempDir
    private Path temporary;

    private final PassingTime clock = new PassingTime();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void noLimitIsEverMetAndReleasesDoNotWait() throws Exception {
        Path shared = repository();
        try (var github = new GitHubStandIn(shared, clock)) {
            github.isChecked = false;
            var forge = new GitHubForge(settings(github), "main", clock, meters);
            Map<String, String> heads = heads(shared);
            Duration waited = Duration.ZERO;
            for (int run = 1; run <= MANY; run++) {
                waited = waited.plus(open(forge, run, heads));
                if (run % (MANY / MERGES) == 0) {
                    assertThat(forge.merge(branch(run), requireNonNull(heads.get(branch(run))), "Release"))
                            .isInstanceOf(ForgeMerge.Merged.class);
                }
            }

            assertThat(github.limits.refusals()).isZero();
            assertThat(github.state.pulls).hasSize(MANY);
            assertThat(git(shared, "log", "--merges", "--oneline", "main").lines())
                    .hasSize(MERGES);
            // 4 requests each, 400 of 500 an hour: the first 400 at once.
            assertThat(waited).isBetween(Duration.ofHours(19), Duration.ofHours(20));
            assertThat(meters.get("crewsmith.github.budget.wait")
                            .tag("lane", "review")
                            .gauge()
                            .value())
                    .isPositive();
            assertThat(meters.get("crewsmith.github.budget.wait")
                            .tag("lane", "release")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    /** How long it had to wait. */
    private Duration open(GitHubForge forge, int run, Map<String, String> heads) throws IOException {
        Duration waited = Duration.ZERO;
        while (true) {
            try {
                Draft draft = PullRequestText.draft(proposal(run), requireNonNull(heads.get(branch(run))));
                forge.complete(
                        forge.open(draft).orElseThrow(),
                        draft,
                        new Findings(
                                JsonMapper.shared()
                                        .readTree("{\"passed\": true, \"policyVersion\": \"1\", \"findings\": []}"),
                                Map.of("a.py", "x = 1\n")));
                return waited;
            } catch (TryLaterException e) {
                clock.pass(e.pause());
                waited = waited.plus(e.pause());
            }
        }
    }

    private static Proposal proposal(int run) {
        return new Proposal(
                new UUID(0, run),
                branch(run),
                new Proposal.Subject("agent", "agent-" + run),
                1,
                "ada",
                "d",
                null,
                "",
                List.of(),
                List.of(),
                List.of(),
                "1 approval");
    }

    private static String branch(int run) {
        return "agent-code/agent-%d-%08d".formatted(run, run);
    }

    private static GitHubSettings settings(GitHubStandIn github) {
        return new GitHubSettings(
                "acme/agents",
                github.api(),
                new Secret("t0ken"),
                null,
                List.of("crewsmith"),
                List.of(),
                null,
                new Limits(80, 500, 100));
    }

    /** Where each branch stands. */
    private static Map<String, String> heads(Path repository) throws Exception {
        return git(repository, "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads")
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    /** With a branch and a commit for each run. */
    private Path repository() throws Exception {
        Path shared = temporary.resolve("shared.git");
        git(temporary, "init", "-q", "--bare", "-b", "main", shared.toString());
        StringBuilder stream = new StringBuilder(commit("main", "first"));
        for (int run = 1; run <= MANY; run++) {
            stream.append(commit(branch(run), "run " + run)).append("from refs/heads/main\n");
            stream.append("M 644 inline %d.py\ndata 6\nx = 1\n\n".formatted(run));
        }
        Path file = Files.writeString(temporary.resolve("stream"), stream);
        git(shared, "-c", "alias.load=!git fast-import --quiet < " + file, "load");
        return shared;
    }

    private static String commit(String branch, String message) {
        return "commit refs/heads/%s\ncommitter A <a@example.org> 1772366400 +0000\ndata %d\n%s\n"
                .formatted(branch, message.length(), message);
    }
}
