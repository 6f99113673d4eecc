package io.crewsmith.git;

import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.git.Bundles.Shown;
import io.crewsmith.git.github.Findings;
import io.crewsmith.git.model.BundleText;
import io.crewsmith.git.model.BundleText.Line;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.Proposal.Subject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bundle says of its runs, for those who read it at a forge. */
final class BundleReport {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Proposals proposals;
    private final Bundles bundles;

    BundleReport(Proposals proposals, Bundles bundles) {
        this.proposals = proposals;
        this.bundles = bundles;
    }

    Draft draft(Shown shown, ReviewsBundled bundled) {
        List<Line> lines = shownOf(shown, bundled).stream().map(this::line).toList();
        return new Draft(
                shown.bundle().branch(),
                shown.commit().name(),
                BundleText.title(lines),
                BundleText.body(shown.bundle().id(), lines),
                null);
    }

    private Line line(BundledReview review) {
        UUID run = UUID.fromString(review.getRunId());
        return new Line(
                run,
                new Subject(kind(review).word(), review.getAgentKey()),
                review.getRevision(),
                review.getAuthor(),
                review.getCodeDigest(),
                Proposals.risk(review.getRisk()),
                review.getVerdict().getFindings().stream().map(Proposals::words).toList(),
                review.getFindings(),
                proposals.page(run));
    }

    /** What all the scans found, with the paths that the files have in the repository. */
    Findings findings(Shown shown, ReviewsBundled bundled) throws IOException {
        ObjectNode verdict = JSON.createObjectNode();
        ArrayNode findings = verdict.putArray("findings");
        boolean passed = true;
        for (BundledReview review : shownOf(shown, bundled)) {
            JsonNode one = Proposals.verdict(review.getVerdict(), kind(review), review.getAgentKey());
            passed &= one.path("passed").asBoolean();
            one.path("findings").forEach(findings::add);
        }
        verdict.put("passed", passed);
        return new Findings(verdict, bundles.texts(shown));
    }

    static Kind kind(BundledReview review) {
        return switch (review.getKind()) {
            case AGENT -> Kind.AGENT;
            case CREW -> Kind.CREW;
        };
    }

    private static List<BundledReview> shownOf(Shown shown, ReviewsBundled bundled) {
        return bundled.getReviews().stream()
                .filter(review -> shown.bundle().holds(UUID.fromString(review.getRunId())))
                .toList();
    }
}
