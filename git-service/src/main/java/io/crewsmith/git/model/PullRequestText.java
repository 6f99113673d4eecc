package io.crewsmith.git.model;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Title, body and comments of a pull request, in Markdown. All that users wrote stands in code, so none of it is markup. */
public final class PullRequestText {

    /** GitHub takes 65,536 characters; the rest is left to what is always there. */
    private static final int LONGEST_DIFF = 30_000;

    private static final int MOST_LINES = 30;

    /** On the average of a list. One is longer if its hidden characters are many: they are shown as their code points. */
    private static final int LONGEST_ITEM = 310;

    private PullRequestText() {}

    /** @param head the commit that we brought to the branch */
    public static Draft draft(Proposal proposal, String head) {
        return new Draft(proposal.branch(), head, title(proposal), body(proposal), proposal.page());
    }

    public static String title(Proposal proposal) {
        return "Release %s %s, revision %d"
                .formatted(proposal.subject().kind(), proposal.subject().key(), proposal.revision());
    }

    public static String body(Proposal proposal) {
        return """
                %s
                Crewsmith generated this code for %s %s from revision %d of its configuration, which %s changed last.

                - Code: sha256 `%s`. An approval is bound to it.
                - Needed: %s. Never by whoever changed the configuration or asked for the code.
                - Scan: %s
                - Run: %s
                %s%s%s%s
                ### How to roll back

                In Crewsmith, on the page of the run or by `POST /api/code-deployments/%s/rollback`. It brings the version before back
                by a new commit; history stays.
                """.formatted(
                        marker(proposal.run()),
                        proposal.subject().kind(),
                        Quoted.inline(proposal.subject().key()),
                        proposal.revision(),
                        Quoted.inline(proposal.author()),
                        proposal.codeDigest(),
                        proposal.requirement(),
                        scan(proposal),
                        run(proposal.run(), proposal.page()),
                        list(risk(proposal), tail(proposal.risk())),
                        list("What the scan found", requireNonNullElse(proposal.findings(), List.of())),
                        list("What CrewAI cannot express as asked", proposal.warnings()),
                        diff(proposal.configurationDiff()),
                        proposal.run());
    }

    /** Why it is closed, found again by its marker. */
    public static String closing(UUID run, String who, String reason) {
        return "%s\nClosed: %s %s\n".formatted(marker(run), Quoted.inline(who), Quoted.inline(reason));
    }

    /** Hidden in the text, so that a repeat recognises what is there. */
    public static String marker(UUID run) {
        return "<!-- crewsmith-run: %s -->".formatted(run);
    }

    private static String scan(Proposal proposal) {
        List<String> findings = proposal.findings();
        if (findings == null) {
            return "passed; Crewsmith shows what it found.";
        }
        return findings.isEmpty()
                ? "passed, nothing found."
                : "passed, with %d remark(s) below.".formatted(findings.size());
    }

    static String run(UUID run, @Nullable String page) {
        return page == null ? "`%s`".formatted(run) : "[%s](%s)".formatted(run, page);
    }

    private static String risk(Proposal proposal) {
        return proposal.risk().isEmpty()
                ? ""
                : "Risk: %s".formatted(proposal.risk().getFirst());
    }

    private static List<String> tail(List<String> lines) {
        return lines.isEmpty() ? lines : lines.subList(1, lines.size());
    }

    private static String list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        List<String> items = lines.stream()
                .map(line -> "- %s\n".formatted(Quoted.inline(line)))
                .toList();
        return "\n### %s\n\n%s".formatted(title, fitting(items, MOST_LINES, MOST_LINES * LONGEST_ITEM));
    }

    /** As many as have room, and how many have not. */
    static String fitting(List<String> items, int most, int room) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        while (shown < Math.min(most, items.size())
                && text.length() + items.get(shown).length() <= room) {
            text.append(items.get(shown++));
        }
        return shown == items.size()
                ? text.toString()
                : text.append("- and %d more\n".formatted(items.size() - shown)).toString();
    }

    private static String diff(String diff) {
        if (diff.isEmpty()) {
            return "";
        }
        return "\n### What changed in the configuration\n\n" + Quoted.block("diff", diff, LONGEST_DIFF);
    }
}
