package io.crewsmith.git;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.Risk;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.events.v1.Warning;
import io.crewsmith.git.github.Findings;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Proposal;
import io.crewsmith.git.model.Proposal.Subject;
import io.crewsmith.git.model.RepositoryLayout;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a request for a review says, for those who read it at a forge. */
final class Proposals {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CONTEXT_LINES = 3;

    /** At least one must approve, so none stands for: nobody said. */
    private static final int UNKNOWN = 0;

    private final @Nullable URI door;

    /** @param door where people reach Crewsmith; null where nobody said */
    Proposals(@Nullable URI door) {
        this.door = door;
    }

    Proposal proposal(ReviewRequested requested, Change change) {
        Candidate candidate = requested.getCandidate();
        return new Proposal(
                change.runId(),
                change.branch(),
                new Subject(change.kind().word(), candidate.getAgentKey()),
                candidate.getRevision(),
                candidate.getAuthor(),
                candidate.getCodeDigest(),
                page(change.runId()),
                diff(requested),
                risk(requested.getRisk()),
                requested.getVerdict() == null
                        ? null
                        : requested.getVerdict().getFindings().stream()
                                .map(Proposals::words)
                                .toList(),
                candidate.getWarnings().stream().map(Proposals::words).toList(),
                requirement(requested));
    }

    /** The request for the review as far as one knows it who only knows that its branch is tried once more. */
    static ReviewRequested again(StageRetried retried) {
        return new ReviewRequested(
                retried.getEnvelope(), retried.getCandidate(), "", true, UNKNOWN, List.of(), null, null, null, false);
    }

    /** Where Crewsmith shows the run; null where nobody said. */
    @Nullable
    String page(UUID run) {
        return door == null ? null : door.resolve("/deployments/" + run).toString();
    }

    /** With the paths that the files have in the repository. */
    static Findings findings(ReviewRequested requested, Change change) {
        Map<String, String> files = new LinkedHashMap<>();
        for (SourceFile file : requested.getCandidate().getFiles()) {
            files.put(RepositoryLayout.path(change.agentKey(), file.getPath()), file.getContent());
        }
        return new Findings(verdict(requested.getVerdict(), change.kind(), change.agentKey()), files);
    }

    /** The same of the verdict alone. Where nobody said it, the scan passed all the same: else there were no review. */
    static JsonNode verdict(@Nullable Verdict verdict, Kind kind, String key) {
        JsonNode json =
                verdict == null ? JSON.createObjectNode().put("passed", true) : JSON.readTree(verdict.toString());
        for (JsonNode finding : json.path("findings")) {
            if (finding instanceof ObjectNode found) {
                String path = found.path("path").asString("");
                found.put(
                        "path", path.isEmpty() ? RepositoryLayout.module(kind, key) : RepositoryLayout.path(key, path));
            }
        }
        return json;
    }

    private static String diff(ReviewRequested requested) {
        if (requested.getEarlier() == null) {
            return "";
        }
        List<String> before = lines(requested.getEarlier().getConfiguration());
        List<String> after = lines(requested.getCandidate().getConfiguration());
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "before", "after", before, DiffUtils.diff(before, after), CONTEXT_LINES));
    }

    private static List<String> lines(String configuration) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.readTree(configuration))
                .lines()
                .toList();
    }

    static List<String> risk(@Nullable Risk risk) {
        return risk == null
                ? List.of()
                : Stream.concat(Stream.of(risk.getLevel().name().toLowerCase(Locale.ROOT)), risk.getReasons().stream())
                        .toList();
    }

    static String words(Finding finding) {
        return "%s %s, line %d: %s"
                .formatted(finding.getSeverity(), finding.getRule(), finding.getLine(), finding.getMessage());
    }

    private static String words(Warning warning) {
        return warning.getNearest().isEmpty()
                ? "%s: %s".formatted(warning.getParameter(), warning.getReason())
                : "%s: %s Instead: %s".formatted(warning.getParameter(), warning.getReason(), warning.getNearest());
    }

    private static String requirement(ReviewRequested requested) {
        int approvals = requested.getRequiredApprovals();
        if (approvals == UNKNOWN) {
            return "what Crewsmith shows for the run";
        }
        String words = approvals == 1 ? "1 approval" : "%d approvals".formatted(approvals);
        return requested.getRequiredRoles().isEmpty()
                ? words
                : "%s, with the roles %s".formatted(words, String.join(", ", requested.getRequiredRoles()));
    }
}
