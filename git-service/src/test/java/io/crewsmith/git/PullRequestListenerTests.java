package io.crewsmith.git;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.Samples.sameRun;
import static io.crewsmith.testsupport.Samples.verdict;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import io.crewsmith.testsupport.Samples;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reviews' events lead to at GitHub, and what is said of it. */
class PullRequestListenerTests {

    private static final EventCodec CODEC = new EventCodec();

    private final List<PullRequestOpened> said = new ArrayList<>();
    private final Candidate code = candidate("ann", "x = 1\n", new GenerationRequest(true, false));
    private final ReviewRequested requested = new ReviewRequested(
            Samples.envelope(UUID.randomUUID(), "ann"),
            code,
            "f".repeat(64),
            true,
            1,
            List.of(),
            verdict(true, code),
            null,
            null,
            false);

    @TempDir
    private Path temporary;

    private @Nullable GitHubView view;
    private @Nullable PullRequestListener listener;

    @BeforeEach
    void begin() throws Exception {
        view = new GitHubView(temporary);
        var bundles = new Bundles(view.ours.bare.git(), view.ours.bare.branches(), view.upstream);
        var proposals = new Proposals(null);
        listener = new PullRequestListener(
                view.service,
                view.forge,
                proposals,
                new BundleProposals(bundles, new BundleReport(proposals, bundles), view.forge),
                said::add);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() {
        view().close();
        assertThat(view().github.violations()).isEmpty();
    }

    @Test
    void aPullRequestIsToldOfBeforeAnythingThatBelongsToItCanFail() {
        view().github.loseAnswersAfter(1);
        assertThatThrownBy(() -> on(requested)).isInstanceOf(UncheckedIOException.class);

        assertThat(said).hasSize(1);
        assertThat(view().pull().labels).isEmpty();

        view().github.loseAnswersAfter(Integer.MAX_VALUE);
        on(requested);

        assertThat(said).hasSize(2).containsOnly(said.getFirst());
        assertThat(view().github.state.pulls).hasSize(1);
        assertThat(view().pull().labels).contains("crewsmith");
    }

    @Test
    void aRunThatPausedAtItsBranchIsShownOnceItIsResumed() {
        on(new StageRetried(
                requested.getEnvelope(), Stage.BRANCH, requested.getEnvelope().getRunId(), code));

        assertThat(said).hasSize(1);
        assertThat(view().pull().body)
                .contains("- Needed: what Crewsmith shows for the run.")
                .contains("- Scan: passed; Crewsmith shows what it found.");
    }

    @Test
    void oneThatNobodyWantedToBeShownIsNot() {
        on(new StageRetried(
                requested.getEnvelope(),
                Stage.BRANCH,
                requested.getEnvelope().getRunId(),
                candidate("ann", "x = 1\n", new GenerationRequest(false, true))));

        assertThat(view().github.writes).isEmpty();
    }

    @Test
    void gitHubIsNotAskedAboutARejectedRunThatHasNoBranch() {
        on(rejected());

        assertThat(view().github.reads).isEmpty();
    }

    @Test
    void butOneThatIsShownIsClosed() {
        on(requested);
        on(rejected());

        assertThat(view().pull().open).isFalse();
    }

    private ReviewRejected rejected() {
        return new ReviewRejected(sameRun(requested.getEnvelope(), "bob"), code.getAgentKey(), null, List.of(), null);
    }

    private void on(SpecificRecord event) {
        requireNonNull(listener).on(new Received(event, CODEC.encode(event)));
    }

    private GitHubView view() {
        return requireNonNull(view);
    }
}
