package io.crewsmith.git.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Title, body and comments of a pull request that shows several runs. As with one, all that users wrote stands in code. */
public final class BundleText {

    private static final int MOST_REASONS = 3;
    /** Characters; the rest is left to what is always there. */
    private static final int ROOM = 45_000;

    private static final int ROOM_FOR_REMARKS = 15_000;

    private BundleText() {}

    /**
     * One run of it.
     *
     * @param subject {@code agent} or {@code crew}, and its key
     * @param revision of the configuration
     * @param author who changed the configuration last
     * @param codeDigest SHA-256 over the files: what an approval binds
     * @param risk level and reasons
     * @param remarks of the scan, one in words each; the first of them
     * @param found how many there are
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
            int found,
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

    /** At most 65,536 characters, which GitHub takes: first reasons are left out, then whole lines. */
    public static String body(UUID bundle, List<Line> lines) {
        List<String> detailed = lines.stream().map(BundleText::item).toList();
        int length = detailed.stream().mapToInt(String::length).sum();
        List<String> items = length <= ROOM
                ? detailed
                : lines.stream().map(BundleText::headline).toList();
        return """
                %s
                Crewsmith generated this code. A review here counts for all that is listed, and for each by its own rules: never by
                whoever changed its configuration or asked for its code. To decide about one alone, go to its run in Crewsmith; what
                is rejected or changed there is taken out here.

                %s%s
                ### How to roll back

                Each for itself, in Crewsmith on the page of its run, or by `POST /api/code-deployments/{run}/rollback`. It brings the
                version before back by a new commit; history stays.
                """.formatted(
                PullRequestText.marker(bundle), PullRequestText.fitting(items, items.size(), ROOM), remarks(lines));
    }

    private static String item(Line line) {
        return headline(line)
                + line.risk().stream()
                        .skip(1)
                        .limit(MOST_REASONS)
                        .map(reason -> "  - %s\n".formatted(Quoted.inline(reason)))
                        .collect(joining());
    }

    private static String headline(Line line) {
        return "- %s %s, revision %d, changed last by %s; risk: %s; scan passed, %d remark(s); code sha256 `%s`; run %s\n"
                .formatted(
                        line.subject().kind(),
                        Quoted.inline(line.subject().key()),
                        line.revision(),
                        Quoted.inline(line.author()),
                        line.risk().isEmpty() ? "not judged" : line.risk().getFirst(),
                        line.found(),
                        line.codeDigest().substring(0, 12),
                        PullRequestText.run(line.run(), line.page()));
    }

    private static String remarks(List<Line> lines) {
        List<String> all = lines.stream()
                .flatMap(line -> line.remarks().stream()
                        .map(remark ->
                                "- %s\n".formatted(Quoted.inline(line.subject().key() + ": " + remark))))
                .toList();
        return all.isEmpty()
                ? ""
                : "\n### What the scans found\n\n" + PullRequestText.fitting(all, all.size(), ROOM_FOR_REMARKS);
    }

    /** Why a run is taken out, found again by its marker. */
    public static String dropped(UUID run, String key, String who, String reason) {
        return "%s\nTaken out: %s. %s %s\n"
                .formatted(PullRequestText.marker(run), Quoted.inline(key), Quoted.inline(who), Quoted.inline(reason));
    }
}
