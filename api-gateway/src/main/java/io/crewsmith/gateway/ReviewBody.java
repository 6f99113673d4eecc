package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.events.v1.Decision;
import io.crewsmith.events.v1.LineComment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sends.
 *
 * @param decision approved, rejected or needs_changes
 * @param comments why; must be there unless it is approved
 * @param lineComments about single lines, at most 200
 * @param codeDigest {@code code_digest} of the deployment as the reviewer read it; another code is not decided
 */
record ReviewBody(
        @Nullable String decision,
        @Nullable String comments,
        @JsonProperty("line_comments") @Nullable List<Line> lineComments,
        @JsonProperty("code_digest") @Nullable String codeDigest) {

    private static final List<String> DECISIONS = List.of("approved", "rejected", "needs_changes");
    private static final int MOST = 200;

    /**
     * About one line.
     *
     * @param path file of the deployment; the module where it is missing
     * @param line counted from 1
     */
    record Line(@Nullable String path, int line, @Nullable String text) {}

    /** Refuses what cannot be a review, each with its place. */
    void require() {
        if (decision == null || !DECISIONS.contains(decision)) {
            throw RefusedRequest.invalid(
                    "/decision", "decision must be one of %s.".formatted(String.join(", ", DECISIONS)));
        }
        Texts.requireStorable("/comments", comments);
        Texts.requireStorable("/code_digest", codeDigest);
        List<Line> lines = lines();
        if (lines.size() > MOST) {
            throw RefusedRequest.invalid("/line_comments", "There are more than %d.".formatted(MOST));
        }
        for (int index = 0; index < lines.size(); index++) {
            require("/line_comments/" + index, lines.get(index));
        }
        if (storedComments() == null && lines.isEmpty() && toDecision() != Decision.APPROVED) {
            // Who says no must say why: the author has nothing else to go by.
            throw RefusedRequest.invalid(
                    "/comments", "comments are missing; say what must change, or why the code is rejected.");
        }
    }

    private static void require(String at, Line line) {
        if (line.line() < 1) {
            throw RefusedRequest.invalid(at + "/line", "Lines are counted from 1.");
        }
        if (line.text() == null || line.text().isBlank()) {
            throw RefusedRequest.invalid(at + "/text", "The text is missing.");
        }
        Texts.requireStorable(at + "/text", line.text());
        Texts.requireStorable(at + "/path", line.path());
    }

    Decision toDecision() {
        return Decision.valueOf(String.valueOf(decision).toUpperCase(Locale.ROOT));
    }

    @Nullable
    String storedComments() {
        return comments == null || comments.isBlank() ? null : comments;
    }

    List<LineComment> toLineComments() {
        return lines().stream()
                .map(line -> new LineComment(
                        line.path() == null ? "" : line.path(), line.line(), String.valueOf(line.text())))
                .toList();
    }

    private List<Line> lines() {
        return lineComments == null ? List.of() : lineComments;
    }
}
