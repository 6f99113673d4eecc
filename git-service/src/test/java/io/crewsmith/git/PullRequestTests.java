package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.RepositoryView.committed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.PullRequestText;
import io.crewsmith.git.model.RepositoryLayout;
import io.crewsmith.github.StandInPull;
import io.crewsmith.testsupport.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pull requests at GitHub. No request and no answer may break GitHub's own description. */
class PullRequestTests {

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private @Nullable GitHubView view;

    @BeforeEach
    void begin() throws Exception {
        view = new GitHubView(temporary);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() {
        view().close();
        assertThat(view().github.violations()).isEmpty();
    }

    @Test
    void aPullRequestIsOpenedWithItsTextLabelsReviewersStatusAndFindings() throws Exception {
        PullRequest request = view().open(change(1, KEY, "one\n"));

        StandInPull pull = view().pull();
        assertThat(pull.title).isEqualTo("Release agent market-analyst, revision 3");
        assertThat(pull.body).contains("- Run: [" + run(1) + "](https://crewsmith.example.com/deployments/" + run(1));
        assertThat(pull.labels).containsExactly("agents", "crewsmith");
        assertThat(pull.reviewers).containsExactly("ada");
        assertThat(request.page()).endsWith("/acme/agents/pull/1");
        JsonNode status =
                view().github.state.statusesOf(view().head(pull.branch)).getFirst();
        assertThat(status.path("state").asString()).isEqualTo("success");
        assertThat(status.path("context").asString()).isEqualTo("crewsmith/scan");
        JsonNode sarif = sarif(view().github.state.uploads.getFirst());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("prompt-override");
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo(MODULE);
    }

    @Test
    void openingItAgainDoesNothing() throws Exception {
        view().open(change(1, KEY, "one\n"));
        int writes = view().github.writes.size();

        view().open(change(1, KEY, "one\n"));

        assertThat(view().github.writes).hasSize(writes);
        assertThat(view().github.state.pulls).hasSize(1);
    }

    @Test
    void killedBetweenAnyTwoStepsItIsCompletedAndNothingIsDoneTwice() throws Exception {
        for (int run = 1; run <= 6; run++) {
            Change change = change(run, "agent-" + run, "one\n");
            view().github.loseAnswersAfter(run - 1);
            assertThat(GitHubView.isAnswered(() -> view().open(change)))
                    .as("with lost answers")
                    .isEqualTo(run > 5);
            view().github.loseAnswersAfter(Integer.MAX_VALUE);

            view().open(change);

            StandInPull pull = view().github.state.pull(run);
            assertThat(view().github.state.pulls).hasSize(run);
            assertThat(pull.labels).hasSize(2);
            assertThat(pull.reviewers).containsExactly("ada");
            assertThat(view().github.state.statusesOf(view().head(pull.branch))).hasSize(1);
            assertThat(view().github.state.uploads).hasSize(run);
        }
    }

    @Test
    void whereCodeScanningIsOffTheRestIsDone() throws Exception {
        view().github.state.codeScanning = false;

        view().open(change(1, KEY, "one\n"));

        assertThat(view().pull().labels).contains("crewsmith");
        assertThat(view().github.state.uploads).isEmpty();
    }

    @Test
    void whatTheScanFoundIsNotSaidWhereNobodyKnowsIt() throws Exception {
        Change change = change(1, KEY, "one\n");
        String head = committed(view().service.branch(change)).commit();
        var retried = new StageRetried(
                Samples.envelope(run(1), "bob"),
                Stage.BRANCH,
                run(1).toString(),
                Samples.candidate("ada", "one\n", new GenerationRequest(true, false)));
        var draft = new Draft(change.branch(), head, "Release", "", null);

        view().forge
                .complete(
                        view().forge.open(draft).orElseThrow(),
                        draft,
                        Proposals.findings(Proposals.again(retried), change));

        assertThat(view().github.state.uploads).isEmpty();
        assertThat(view().github.state.statusesOf(head).getFirst().path("state").asString())
                .isEqualTo("success");
    }

    @Test
    void aRejectedOneIsClosedWithOneCommentInWhichNothingIsMarkup() throws Exception {
        Change change = change(1, KEY, "one\n");
        view().open(change);
        view().github.loseAnswersAfter(0);
        assertThat(closes(change)).isFalse();
        view().github.loseAnswersAfter(Integer.MAX_VALUE);

        assertThat(closes(change)).isTrue();
        assertThat(closes(change)).isTrue();

        assertThat(view().pull().open).isFalse();
        assertThat(view().pull().comments)
                .containsExactly(
                        "<!-- crewsmith-run: %s -->\nClosed: ` bob ` `` `@ada <b>fixes #1 ``\n".formatted(run(1)));
    }

    @Test
    void whatSomebodyElseWroteWithOurMarkerIsNotTakenForOurs() throws Exception {
        Change change = change(1, KEY, "one\n");
        view().open(change);
        view().pull().commentsOfOthers.add(PullRequestText.closing(run(1), "bob", "All is well."));

        view().close(change);

        assertThat(view().pull().comments).hasSize(1);
    }

    private boolean closes(Change change) {
        return GitHubView.isAnswered(() -> {
            view().close(change);
            return change;
        });
    }

    private static JsonNode sarif(JsonNode upload) throws IOException {
        byte[] packed = Base64.getDecoder().decode(upload.path("sarif").asString());
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JsonMapper.shared().readTree(new String(gzip.readAllBytes(), UTF_8));
        }
    }

    private GitHubView view() {
        return requireNonNull(view);
    }
}
