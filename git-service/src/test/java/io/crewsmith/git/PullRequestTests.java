package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.github.Findings;
import io.crewsmith.git.github.GitHubForge;
import io.crewsmith.git.github.GitHubSettings;
import io.crewsmith.git.github.GitHubStandIn;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.github.StandInPull;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.Limits;
import io.crewsmith.git.model.Proposal;
import io.crewsmith.git.model.RepositoryLayout;
import io.crewsmith.git.remote.RemoteSettings;
import io.crewsmith.platform.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reviews at GitHub, from the pull request to its merge. No request and no answer may break GitHub's own description. */
class PullRequestTests {

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private Path shared;
    private @Nullable GitHubStandIn github;
    private @Nullable GitHubForge forge;
    private @Nullable RepositoryView ours;

    @BeforeEach
    void begin() throws Exception {
        shared = temporary.resolve("shared.git");
        git(temporary, "init", "-q", "--bare", "-b", "main", shared.toString());
        github = new GitHubStandIn(shared, Clock.systemUTC());
        var settings = new GitHubSettings(
                "acme/agents",
                github.api(),
                new Secret("t0ken"),
                null,
                List.of("crewsmith", "agents"),
                List.of("ada", "nobody"),
                URI.create("https://crewsmith.example.com"),
                new Limits(80, 500, 100));
        forge = new GitHubForge(settings, "main", Clock.systemUTC(), new SimpleMeterRegistry());
        ours = RepositoryView.of(temporary.resolve("ours.git"), remote(), upstream -> upstream, forge);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() {
        requireNonNull(ours).close();
        github().close();
        assertThat(github().violations()).isEmpty();
    }

    @Test
    void aPullRequestIsOpenedWithItsTextLabelsReviewersStatusAndFindings() throws Exception {
        PullRequest request = open(change(1, KEY, "one\n"));

        StandInPull pull = pull();
        assertThat(pull.title).isEqualTo("Release agent market-analyst, revision 3");
        assertThat(pull.body).contains("- Run: [" + run(1) + "](https://crewsmith.example.com/deployments/" + run(1));
        assertThat(pull.labels).containsExactly("agents", "crewsmith");
        assertThat(pull.reviewers).containsExactly("ada");
        assertThat(request.page()).endsWith("/acme/agents/pull/1");
        assertThat(request.head())
                .isEqualTo(git(shared, "rev-parse", pull.branch).strip());
        JsonNode status = github().state.statusesOf(request.head()).getFirst();
        assertThat(status.path("state").asString()).isEqualTo("success");
        assertThat(status.path("context").asString()).isEqualTo("crewsmith/scan");
        JsonNode sarif = sarif(github().state.uploads.getFirst());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("prompt-override");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo(MODULE);
    }

    @Test
    void openingItAgainDoesNothing() throws Exception {
        open(change(1, KEY, "one\n"));
        int writes = github().writes.size();

        open(change(1, KEY, "one\n"));

        assertThat(github().writes).hasSize(writes);
        assertThat(github().state.pulls).hasSize(1);
    }

    @Test
    void killedBetweenAnyTwoStepsItIsCompletedAndNothingIsDoneTwice() throws Exception {
        for (int run = 1; run <= 6; run++) {
            Change change = change(run, "agent-" + run, "one\n");
            github().loseAnswersAfter(run - 1);
            assertThat(opens(change)).as("with lost answers").isEqualTo(run > 5);
            github().loseAnswersAfter(Integer.MAX_VALUE);

            PullRequest request = open(change);

            StandInPull pull = github().state.pull(run);
            assertThat(github().state.pulls).hasSize(run);
            assertThat(pull.labels).hasSize(2);
            assertThat(pull.reviewers).containsExactly("ada");
            assertThat(github().state.statusesOf(request.head())).hasSize(1);
            assertThat(github().state.uploads).hasSize(run);
        }
    }

    @Test
    void whereCodeScanningIsOffTheRestIsDone() throws Exception {
        github().state.codeScanning = false;

        open(change(1, KEY, "one\n"));

        assertThat(pull().labels).contains("crewsmith");
        assertThat(github().state.uploads).isEmpty();
    }

    @Test
    void anApprovedRunIsMergedThereWithTheApprovedCommitAndFollowedHere() throws Exception {
        open(change(1, KEY, "one\n"));

        String commit = committed(service().merge(change(1, KEY, "one\n"))).commit();

        assertThat(pull().merged).isTrue();
        assertThat(git(shared, "show", "main:" + MODULE)).isEqualTo("one\n");
        assertThat(git(shared, "rev-parse", "main").strip()).isEqualTo(commit);
        assertThat(git(shared, "log", "-1", "--format=%B", "main")).contains("Crewsmith-Run: " + run(1));
        assertThat(git(shared, "branch", "--format=%(refname:short)")).isEqualTo("main\n");
        assertThat(git(shared, "tag")).isEqualTo("agents/market-analyst/v1\n");
        assertThat(service().merge(change(1, KEY, "one\n"))).isInstanceOf(Unchanged.class);
        assertThat(git(shared, "fsck", "--strict", "--no-dangling")).isEmpty();
    }

    @Test
    void anAnswerThatIsLostIsNoSecondMerge() throws Exception {
        open(change(1, KEY, "one\n"));
        github().loseAnswersAfter(0);
        assertThat(merges(change(1, KEY, "one\n"))).isFalse();
        github().loseAnswersAfter(Integer.MAX_VALUE);

        committed(service().merge(change(1, KEY, "one\n")));

        assertThat(git(shared, "log", "--merges", "--format=%s", "main").lines())
                .hasSize(1);
    }

    @Test
    void commitsThatWereAddedAfterTheApprovalAreNotMerged() throws Exception {
        open(change(1, KEY, "one\n"));
        Path person = temporary.resolve("person");
        git(temporary, "clone", "-q", "-b", pull().branch, shared.toString(), person.toString());
        Files.writeString(person.resolve("evil.py"), "import os\n");
        git(person, "add", "-A");
        git(person, "commit", "-q", "-m", "docs: Nothing to see");
        git(person, "push", "-q");

        assertThat(service().merge(change(1, KEY, "one\n")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Pull request #1 holds other commits than the approved"));
        assertThat(git(shared, "ls-tree", "-r", "--name-only", "main")).doesNotContain("evil.py");
        assertThat(pull().merged).isFalse();
    }

    @Test
    void whatSomebodyClosedThereIsNotMerged() throws Exception {
        open(change(1, KEY, "one\n"));
        pull().open = false;

        assertThat(service().merge(change(1, KEY, "one\n")))
                .isEqualTo(new Refused("Pull request #1 was closed at GitHub. Reopen it, then resume."));
    }

    @Test
    void aRunWithoutAPullRequestIsMergedByAPush() throws Exception {
        committed(service().branch(change(1, KEY, "one\n")));

        committed(service().merge(change(1, KEY, "one\n")));

        assertThat(git(shared, "show", "main:" + MODULE)).isEqualTo("one\n");
        assertThat(github().writes).isEmpty();
    }

    @Test
    void aRejectedOneIsClosedWithOneCommentInWhichNothingIsMarkup() throws Exception {
        Change change = change(1, KEY, "one\n");
        open(change);
        github().loseAnswersAfter(0);
        assertThat(closes(change)).isFalse();
        github().loseAnswersAfter(Integer.MAX_VALUE);

        assertThat(closes(change)).isTrue();
        assertThat(closes(change)).isTrue();

        assertThat(pull().open).isFalse();
        assertThat(pull().comments)
                .containsExactly(
                        "<!-- crewsmith-run: %s -->\nClosed: ` bob ` `` `@ada <b>fixes #1 ``\n".formatted(run(1)));
    }

    private boolean closes(Change change) {
        try {
            requireNonNull(forge).close(change.branch(), change.runId(), "bob", "`@ada <b>fixes #1");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean merges(Change change) {
        try {
            service().merge(change);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean opens(Change change) {
        try {
            open(change);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private PullRequest open(Change change) throws IOException {
        committed(service().branch(change));
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
        return requireNonNull(forge)
                .open(proposal, new Findings(verdict, Map.of(module, "one\n")))
                .orElseThrow();
    }

    private static JsonNode sarif(JsonNode upload) throws IOException {
        byte[] packed = Base64.getDecoder().decode(upload.path("sarif").asString());
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JsonMapper.shared().readTree(new String(gzip.readAllBytes(), UTF_8));
        }
    }

    private RemoteSettings remote() {
        return new RemoteSettings(
                shared.toString(), "main", "git", null, null, null, Duration.ofSeconds(30), Duration.ZERO, 0);
    }

    private StandInPull pull() {
        return github().state.pull(1);
    }

    private GitHubStandIn github() {
        return requireNonNull(github);
    }

    private AgentRepository service() {
        return requireNonNull(ours).service;
    }
}
