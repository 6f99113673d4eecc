package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Position;
import io.crewsmith.reader.Comments;
import io.crewsmith.reader.Comments.Comment;
import io.crewsmith.reader.proof.Discrepancy.Kind;
import java.util.ArrayList;
import java.util.List;

/** The comments of a generated file, which are three lines behind its docstring, and no more. */
final class Header {

    private static final int FIRST_LINE = 3;

    private final List<String> lines;

    Header(Claim claim, String target, String digest) {
        this.lines = List.of(
                "# Template: %s %s".formatted(claim.template(), claim.templateVersion()),
                "# Target: " + target,
                "# Configuration: sha256 " + digest);
    }

    List<Discrepancy> compare(String source) {
        List<Discrepancy> found = new ArrayList<>();
        List<Comment> comments = Comments.of(source);
        for (int index = 0; index < lines.size(); index++) {
            int line = FIRST_LINE + index;
            String expected = lines.get(index);
            if (comments.stream().noneMatch(comment -> isHeader(comment, line, expected))) {
                found.add(new Discrepancy(
                        Kind.MISMATCH, "", new Position(line, 1), "the line \"%s\" is missing".formatted(expected)));
            }
        }
        for (Comment comment : comments) {
            int index = comment.line() - FIRST_LINE;
            if (index < 0 || index >= lines.size() || !isHeader(comment, comment.line(), lines.get(index))) {
                found.add(new Discrepancy(
                        Kind.EXTRA,
                        "",
                        new Position(comment.line(), comment.column()),
                        "a comment that is no part of the header"));
            }
        }
        return found;
    }

    private static boolean isHeader(Comment comment, int line, String expected) {
        return comment.line() == line && comment.column() == 1 && comment.text().equals(expected);
    }
}
