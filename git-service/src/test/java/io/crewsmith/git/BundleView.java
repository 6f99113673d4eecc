package io.crewsmith.git;

import static io.crewsmith.git.Changes.NOON;
import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;

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
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.model.Change;
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

/** Many runs in one pull request, at a repository of GitHub's. */
final class BundleView implements AutoCloseable {

    static final UUID BUNDLE = UUID.fromString("0199f3a2-0000-7000-8000-00000000bbbb");
    static final String BRANCH = "bundles/0000bbbb";

    private static final EventCodec CODEC = new EventCodec();

    final GitHubView view;
    final BundleProposals proposals;

    BundleView(Path temporary) throws Exception {
        this.view = new GitHubView(temporary);
        this.proposals = proposals(view.forge);
    }

    /** The same with another forge between. */
    BundleProposals proposals(Forge forge) {
        var bundles = new Bundles(view.ours.bare.git(), view.ours.bare.branches(), view.upstream);
        var texts = new Proposals(URI.create("https://crewsmith.example.com"));
        return new BundleProposals(bundles, new BundleReport(texts, bundles), forge);
    }

    List<PullRequestOpened> open(int runs) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < runs; number++) {
            committed(view.service.branch(changed(number)));
            numbers.add(number);
        }
        return bundled(BUNDLE, numbers);
    }

    List<PullRequestOpened> bundled(UUID bundle, List<Integer> numbers) throws IOException {
        List<PullRequestOpened> said = new ArrayList<>();
        bundled(bundle, numbers, said);
        return said;
    }

    void bundled(UUID bundle, List<Integer> numbers, List<PullRequestOpened> said) throws IOException {
        proposals.open(received(event(bundle, numbers)), event(bundle, numbers), said::add);
    }

    static ReviewsBundled event(UUID bundle, List<Integer> numbers) {
        return new ReviewsBundled(
                Envelopes.first(bundle, bundle, bundle, "ada", NOON),
                numbers.stream().map(BundleView::review).toList());
    }

    List<PullRequestOpened> reject(int number) throws IOException {
        return reject(proposals, number);
    }

    List<PullRequestOpened> reject(BundleProposals by, int number) throws IOException {
        UUID id = Envelopes.namedId("reject " + number);
        var event = new ReviewRejected(
                Envelopes.first(id, run(number), subject(number), "bob", NOON),
                "agent-" + number,
                null,
                List.of(),
                null);
        return by.drop(received(event), "agent-" + number, BUNDLE.toString(), "rejected it: `@ada #1");
    }

    static Received received(SpecificRecord event) {
        return new Received(event, CODEC.encode(event));
    }

    static BundledReview review(int number) {
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
                1,
                new Risk(RiskLevel.LOW, List.of("/goal was changed.")));
    }

    static UUID subject(int number) {
        return UUID.fromString("0199f3a2-0000-7000-9000-%012x".formatted(number));
    }

    static Change changed(int number) {
        return change(number, "agent-" + number, "text %d\n".formatted(number));
    }

    static Unchanged unchanged(int number, Done done) {
        return new Unchanged(
                changed(number).branch(), done.commit(), "It is released as agents/agent-%d/v1.".formatted(number));
    }

    static String branch(int number) {
        return changed(number).branch();
    }

    static String path(int number) {
        return RepositoryLayout.path("agent-" + number, "app/agents/agent_%d.py".formatted(number));
    }

    /** As GitHub sees it by now. */
    StandInPull seen() throws IOException {
        view.forge.isOpen(BRANCH);
        return view.pull();
    }

    List<String> files(String commit) throws Exception {
        return git(view.shared, "ls-tree", "-r", "--name-only", commit).lines().toList();
    }

    @Override
    public void close() {
        view.close();
    }
}
