package io.crewsmith.git;

import static io.crewsmith.git.Changes.NOON;
import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.Confidence;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.Layer;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.events.v1.Risk;
import io.crewsmith.events.v1.RiskLevel;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.RepositoryLayout;
import io.crewsmith.github.StandInPull;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import java.io.IOException;
import java.net.URI;
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

/** Many runs in one pull request, on real Git and a GitHub that keeps to its own description. */
class BundleTests {

    private static final UUID BUNDLE = UUID.fromString("0199f3a2-0000-7000-8000-00000000bbbb");
    private static final EventCodec CODEC = new EventCodec();

    @TempDir
    private Path temporary;

    private @Nullable GitHubView view;
    private @Nullable BundleProposals proposals;

    @BeforeEach
    void begin() throws Exception {
        view = new GitHubView(temporary);
        var bundles = new Bundles(view.ours.bare.git(), view.ours.bare.branches(), view.upstream);
        var texts = new Proposals(URI.create("https://crewsmith.example.com"));
        proposals = new BundleProposals(bundles, new BundleReport(texts, bundles), view.forge);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() throws Exception {
        assertThat(git(view().shared, "fsck", "--strict", "--no-dangling")).isEmpty();
        view().close();
        assertThat(view().github.violations()).isEmpty();
    }

    @Test
    void aHundredRunsAreOnePullRequestOfFiveRequests() throws Exception {
        List<PullRequestOpened> opened = open(100);

        StandInPull pull = view().pull();
        assertThat(view().github.writes).hasSize(5);
        assertThat(pull.title).isEqualTo("Release 100 agents and crews");
        assertThat(pull.body)
                .startsWith("<!-- crewsmith-run: " + BUNDLE)
                .contains(
                        "- agent ` agent-7 `, revision 3, changed last by ` ada `; risk: low; scan passed; code sha256")
                .contains("run [%s](https://crewsmith.example.com/deployments/%1$s)\n  - ` /goal was changed. `\n"
                        .formatted(run(7)))
                .contains("- ` agent-7: WARNING prompt-override, line 1: Tries to override. `")
                .hasSizeLessThan(65_536);
        assertThat(opened).hasSize(100).allSatisfy(shown -> {
            assertThat(shown.getNumber()).isEqualTo(1);
            assertThat(shown.getCommit()).isEqualTo(pull.head);
        });
        assertThat(opened.get(7).getEnvelope().getRunId()).isEqualTo(run(7).toString());
        assertThat(opened.get(7).getEnvelope().getSubject())
                .isEqualTo(subject(7).toString());
        assertThat(git(view().shared, "show", pull.head + ":" + path(99))).isEqualTo("text 99\n");
        assertThat(git(view().shared, "diff", "--name-only", "main...bundles/0000bbbb")
                        .lines())
                .hasSize(100);
        assertThat(view().github.state.statusesOf(pull.head)).hasSize(1);
    }

    @Test
    void openingItAgainDoesNothing() throws Exception {
        List<PullRequestOpened> opened = open(3);
        int writes = view().github.writes.size();

        assertThat(open(3)).isEqualTo(opened);

        assertThat(view().github.writes).hasSize(writes);
    }

    @Test
    void eachRunIsToldOfBeforeAnythingElseCanFail() throws Exception {
        committed(view().service.branch(changed(0)));
        List<PullRequestOpened> said = new ArrayList<>();
        view().github.loseAnswersAfter(1);

        assertThatThrownBy(() -> bundled(BUNDLE, List.of(0), said)).isInstanceOf(IOException.class);

        assertThat(said).hasSize(1);
        assertThat(view().pull().labels).isEmpty();
    }

    @Test
    void killedBetweenAnyTwoStepsNothingIsDoneTwice() throws Exception {
        for (int lost = 0; lost <= 5; lost++) {
            committed(view().service.branch(changed(lost)));
            var bundle = new UUID(0, lost);
            List<Integer> run = List.of(lost);
            view().github.loseAnswersAfter(lost);
            assertThat(GitHubView.isAnswered(() -> bundled(bundle, run)))
                    .as("with lost answers")
                    .isEqualTo(lost == 5);
            view().github.loseAnswersAfter(Integer.MAX_VALUE);

            assertThat(bundled(bundle, run)).hasSize(1);

            assertThat(view().github.state.pulls).hasSize(lost + 1);
            assertThat(view().github.state.statusesOf(view().github.state.pull(lost + 1).head))
                    .hasSize(1);
            assertThat(view().github.state.uploads).hasSize(lost + 1);
        }
    }

    @Test
    void whatIsRejectedIsTakenOutOfItsHistoryToo() throws Exception {
        open(3);
        String before = view().pull().head;
        String rejected = view().head(branch(1));

        List<PullRequestOpened> shown = reject(1);

        String now = view().head("bundles/0000bbbb");
        assertThat(now).isNotEqualTo(before);
        assertThat(git(view().shared, "log", "--format=%H", now)).doesNotContain(rejected);
        assertThat(git(view().shared, "ls-tree", "-r", "--name-only", now))
                .contains(path(0), path(2))
                .doesNotContain(path(1));
        assertThat(shown)
                .extracting(opened -> opened.getEnvelope().getRunId())
                .containsExactly(run(0).toString(), run(2).toString());
        assertThat(shown).extracting(PullRequestOpened::getCommit).containsOnly(now);
        assertThat(view().pull().open).isTrue();
        assertThat(view().pull().comments)
                .containsExactly(
                        "<!-- crewsmith-run: %s -->\nTaken out: ` agent-1 `. ` bob ` ` rejected it: `@ada #1 `\n"
                                .formatted(run(1))
                                .replace("` rejected it: `@ada #1 `", "`` rejected it: `@ada #1 ``"));
        assertThat(reject(1)).isEqualTo(shown);
        assertThat(view().pull().comments).hasSize(1);
        assertThat(view().head("bundles/0000bbbb")).isEqualTo(now);
    }

    @Test
    void killedWhileOneIsTakenOutTheOthersAreStillShown() throws Exception {
        open(3);
        view().github.loseAnswersAfter(0);
        assertThat(GitHubView.isAnswered(() -> reject(1))).isFalse();
        view().github.loseAnswersAfter(Integer.MAX_VALUE);

        assertThat(reject(1)).hasSize(2);

        assertThat(view().pull().comments).hasSize(1);
    }

    @Test
    void eachIsMergedForItselfAndWithTheLastThePullRequestIs() throws Exception {
        open(3);
        reject(1);

        Done first = committed(view().service.merge(changed(0)));
        assertThat(seen().merged).isFalse();
        Done last = committed(view().service.merge(changed(2)));

        assertThat(seen().merged).isTrue();
        assertThat(first).isInstanceOf(Created.class);
        assertThat(git(view().shared, "log", "--first-parent", "--format=%H", "-2", "main"))
                .isEqualTo("%s\n%s\n".formatted(last.commit(), first.commit()));
        assertThat(git(view().shared, "tag").lines()).containsExactly("agents/agent-0/v1", "agents/agent-2/v1");
        assertThat(git(view().shared, "ls-tree", "-r", "--name-only", "main")).doesNotContain(path(1));
        assertThat(view().service.merge(changed(0))).isEqualTo(unchanged(0, first));
        assertThat(view().service.merge(changed(2))).isEqualTo(unchanged(2, last));
        assertThat(git(view().shared, "branch", "--format=%(refname:short)")).contains("bundles/0000bbbb");
        view().service.branch(changed(5));
        bundled(UUID.randomUUID(), List.of(5));
        assertThat(git(view().shared, "branch", "--format=%(refname:short)")).doesNotContain("bundles/0000bbbb");
    }

    @Test
    void whoMergesItThereMergesEachOfThem() throws Exception {
        open(3);
        view().github.people.merge(1, "ada");
        String merge = view().head("main");

        for (int number = 0; number < 3; number++) {
            assertThat(committed(view().service.merge(changed(number))).commit())
                    .isEqualTo(merge);
        }

        assertThat(git(view().shared, "tag", "--points-at", merge).lines()).hasSize(3);
        assertThat(view().head("main")).isEqualTo(merge);
        // And nobody takes what was merged so for an edit by hand.
        assertThat(view().service.branch(change(9, "agent-1", "next\n"))).isInstanceOf(Created.class);
    }

    @Test
    void whenNothingOfItIsWaitedForAnyMoreItIsClosed() throws Exception {
        open(2);
        committed(view().service.merge(changed(0)));

        assertThat(reject(1)).isEmpty();

        assertThat(view().pull().open).isFalse();
        assertThat(view().pull().merged).isFalse();
        assertThat(git(view().shared, "branch", "--format=%(refname:short)")).doesNotContain("bundles/");
        assertThat(reject(1)).isEmpty();
        assertThat(view().pull().comments).hasSize(1);
    }

    private List<PullRequestOpened> open(int runs) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < runs; number++) {
            committed(view().service.branch(changed(number)));
            numbers.add(number);
        }
        return bundled(BUNDLE, numbers);
    }

    private List<PullRequestOpened> bundled(UUID bundle, List<Integer> numbers) throws IOException {
        List<PullRequestOpened> said = new ArrayList<>();
        bundled(bundle, numbers, said);
        return said;
    }

    private void bundled(UUID bundle, List<Integer> numbers, List<PullRequestOpened> said) throws IOException {
        var event = new ReviewsBundled(
                Envelopes.first(bundle, bundle, bundle, "ada", NOON),
                numbers.stream().map(BundleTests::review).toList());
        requireNonNull(proposals).open(received(event), event, said::add);
    }

    private List<PullRequestOpened> reject(int number) throws IOException {
        UUID id = Envelopes.namedId("reject " + number);
        var event = new ReviewRejected(
                Envelopes.first(id, run(number), subject(number), "bob", NOON), "agent-" + number, null, List.of());
        return requireNonNull(proposals).drop(received(event), "rejected it: `@ada #1");
    }

    private static Received received(SpecificRecord event) {
        return new Received(event, CODEC.encode(event));
    }

    private static BundledReview review(int number) {
        var finding = new Finding(
                "prompt-override",
                Severity.WARNING,
                Layer.LITERALS,
                1,
                1,
                "Tries to override.",
                Confidence.LOW,
                null,
                null);
        return new BundledReview(
                run(number).toString(),
                subject(number).toString(),
                CandidateKind.AGENT,
                "agent-" + number,
                3,
                "ada",
                "d".repeat(64),
                new Verdict(true, "7", "d".repeat(64), List.of(), List.of(finding)),
                new Risk(RiskLevel.LOW, List.of("/goal was changed.")));
    }

    private static UUID subject(int number) {
        return UUID.fromString("0199f3a2-0000-7000-9000-%012x".formatted(number));
    }

    private static Change changed(int number) {
        return change(number, "agent-" + number, "text %d\n".formatted(number));
    }

    private static Unchanged unchanged(int number, Done done) {
        return new Unchanged(
                changed(number).branch(), done.commit(), "It is released as agents/agent-%d/v1.".formatted(number));
    }

    private static String branch(int number) {
        return changed(number).branch();
    }

    private static String path(int number) {
        return RepositoryLayout.path("agent-" + number, "app/agents/agent_%d.py".formatted(number));
    }

    /** As GitHub sees it by now. */
    private StandInPull seen() throws IOException {
        view().forge.isOpen("bundles/0000bbbb");
        return view().pull();
    }

    private GitHubView view() {
        return requireNonNull(view);
    }
}
