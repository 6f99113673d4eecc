package io.crewsmith.validator.model;

import io.crewsmith.python.ParseResult;
import io.crewsmith.python.Reason;
import io.crewsmith.python.Refusal;
import java.util.List;
import java.util.Optional;

/** Bytes, tokens and grammar: what the parser refused. */
final class SyntaxCheck implements Check {

    @Override
    public String name() {
        return "syntax";
    }

    @Override
    public Layer layer() {
        return Layer.SYNTAX;
    }

    @Override
    public Optional<List<Finding>> examine(Submission submission) {
        return Optional.of(
                switch (submission.syntax()) {
                    case ParseResult.Parsed _ -> List.of();
                    case ParseResult.Refused refused ->
                        refused.refusals().stream().map(SyntaxCheck::finding).toList();
                });
    }

    private static Finding finding(Refusal refusal) {
        var severity = fails(refusal.reason()) ? Severity.CRITICAL : Severity.ERROR;
        return new Finding(
                refusal.reason().id(),
                severity,
                layer(refusal.reason()),
                refusal.line(),
                refusal.column(),
                refusal.message());
    }

    private static boolean fails(Reason reason) {
        return reason == Reason.DEADLINE || reason == Reason.BUSY || reason == Reason.PARSER_FAILED;
    }

    private static Layer layer(Reason reason) {
        return switch (reason) {
            case SYNTAX, INDENTATION, NEEDS_NEWER_PYTHON, DEADLINE, BUSY, PARSER_FAILED -> Layer.SYNTAX;
            case SOURCE_TOO_LARGE,
                    NOT_UTF8,
                    BYTE_ORDER_MARK,
                    NULL_BYTE,
                    CONTROL_CHARACTER,
                    HIDDEN_CHARACTER,
                    CODING_COOKIE,
                    NAMED_ESCAPE,
                    LINE_CONTINUATION,
                    LINE_TOO_LONG,
                    NON_ASCII,
                    AMBIGUOUS_NUMBER,
                    NUMBER_TOO_LARGE,
                    BRACKETS_TOO_DEEP,
                    TREE_TOO_DEEP,
                    LONE_SURROGATE -> Layer.BYTES;
        };
    }
}
