package io.crewsmith.validator.model;

import io.crewsmith.python.ParseResult;
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
        return ParserRules.of(refusal.reason()).at(refusal.line(), refusal.column(), refusal.message());
    }
}
