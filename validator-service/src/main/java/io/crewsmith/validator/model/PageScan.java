package io.crewsmith.validator.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges a generated page in Markdown: what a configuration says may neither hide on it nor mark anything up. Of HTML only the
 * line break is allowed, and of Markdown no link.
 */
public final class PageScan {

    /** The name that appears in {@link Verdict#checks()}. */
    public static final String NAME = "page";

    private static final String LINE_BREAK = "<br>";

    private final List<Finding> findings = new ArrayList<>();
    private int line = 1;
    private int column = 1;

    private PageScan() {}

    /** Everything in the page that should not be there; none where it is clean. */
    public static List<Finding> findings(String path, String page) {
        var scan = new PageScan();
        for (int index = 0; index < page.length(); index = page.offsetByCodePoints(index, 1)) {
            scan.look(page, index);
            scan.move(page.charAt(index));
        }
        return scan.findings.stream().map(finding -> finding.in(path)).toList();
    }

    private void look(String page, int index) {
        int codePoint = page.codePointAt(index);
        boolean escaped = index > 0 && page.charAt(index - 1) == '\\';
        if (isHidden(codePoint)) {
            add(ScanRules.HIDDEN_IN_PAGE, "U+%04X cannot be seen: take it out".formatted(codePoint));
        } else if (codePoint == '<' && !escaped && !page.startsWith(LINE_BREAK, index)) {
            add(ScanRules.MARKUP_IN_PAGE, "HTML on a page: a configuration may only be text");
        } else if (page.startsWith("](", index) && !escaped) {
            add(ScanRules.MARKUP_IN_PAGE, "a link on a page: a configuration may only be text");
        }
    }

    private void move(char character) {
        line += character == '\n' ? 1 : 0;
        column = character == '\n' ? 1 : column + 1;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private void add(RuleDescription rule, String message) {
        findings.add(rule.at(line, column, message));
    }
}
