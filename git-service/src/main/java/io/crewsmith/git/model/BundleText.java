package io.crewsmith.git.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Title, body and comments of a pull request that shows several runs. As with one, all that users wrote stands in code. */
public final class BundleText {

    private static final int MOST_REASONS = 3;
    private static final int MOST_REMARKS = 50;

    private BundleText() {}

    /**
     * One run of it.
     *
     * @param subject {@code agent} or {@code crew}, and its key
     * @param revision of the configuration
     * @param author who changed the configuration last
     * @param codeDigest SHA-256 over the files: what an approval binds
     * @param risk level and reasons
     * @param remarks of the scan, one in words each
     * @param page where Crewsmith shows the run; null where nobody said
     */
    public record Line(
            UUID run,
            Proposal.Subject subject,
            int revision,
            String author,
            String codeDigest,
            List<String> risk,
            List<String> remarks,
            @Nullable String page) {

        public Line {
            risk = List.copyOf(risk);
            remarks = List.copyOf(remarks);
        }
    }

    public static String title(List<Line> lines) {
        return lines.size() == 1
                ? "Release %s %s"
                        .formatted(
                                lines.getFirst().subject().kind(),
                                lines.getFirst().subject().key())
                : "Release %d agents and crews".formatted(lines.size());
    }

    public static String body(UUID bundle, List<Line> lines) {
        return """
                %s
                Crewsmith generated this code. A review here counts for all that is listed, and for each by its own rules: never by
                whoever changed its configuration or asked for its code. To decide about one alone, go to its run in Crewsmith; what
                is rejected or changed there is taken out here.

                %s
                %s### How to roll back

                Each for itself, in Crewsmith on the page of its run, or by `POST /api/code-deployments/{run}/rollback`. It brings the
                version before back by a new commit; history stays.
                """.formatted(
                        PullRequestText.marker(bundle),
                        lines.stream().map(BundleText::item).collect(joining()),
                        remarks(lines));
    }

    private static String item(Line line) {
        String reasons = line.risk().stream()
                .skip(1)
                .limit(MOST_REASONS)
                .map(reason -> "  - %s\n".formatted(Quoted.inline(reason)))
                .collect(joining());
        return "- %s %s, revision %d, changed last by %s; risk: %s; scan passed; code sha256 `%s`; run %s\n%s"
                .formatted(
                        line.subject().kind(),
                        Quoted.inline(line.subject().key()),
                        line.revision(),
                        Quoted.inline(line.author()),
                        line.risk().isEmpty() ? "not judged" : line.risk().getFirst(),
                        line.codeDigest().substring(0, 12),
                        PullRequestText.run(line.run(), line.page()),
                        reasons);
    }

    private static String remarks(List<Line> lines) {
        List<String> all = lines.stream()
                .flatMap(line -> line.remarks().stream()
                        .map(remark -> "%s: %s".formatted(line.subject().key(), remark)))
                .toList();
        return PullRequestText.list("What the scans found", all, MOST_REMARKS);
    }

    /** Why a run is taken out, found again by its marker. */
    public static String dropped(UUID run, String key, String who, String reason) {
        return "%s\nTaken out: %s. %s %s\n"
                .formatted(PullRequestText.marker(run), Quoted.inline(key), Quoted.inline(who), Quoted.inline(reason));
    }
}
