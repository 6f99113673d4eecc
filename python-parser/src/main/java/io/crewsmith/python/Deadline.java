package io.crewsmith.python;

import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import io.crewsmith.python.tree.Position;

/** What the borrowed parser calls back: stop when interrupted, and turn every error into a refusal. */
final class Deadline implements ParserCallbacks {

    static final String MESSAGE = "the parser found no end within %d ms: make the source simpler";

    private final long millis;

    Deadline(long millis) {
        this.millis = millis;
    }

    @Override
    public void safePointPoll() {
        if (Thread.currentThread().isInterrupted()) {
            throw new RefusedSource(Reason.DEADLINE, Position.START, MESSAGE.formatted(millis));
        }
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
        var reason = switch (type) {
            case Indentation, Tab -> Reason.INDENTATION;
            case Generic, Encoding, Value, Syntax, System ->
                message.contains("only supported in Python 3.") ? Reason.NEEDS_NEWER_PYTHON : Reason.SYNTAX;
        };
        throw new RefusedSource(reason, Places.of(range), message);
    }

    @Override
    public RuntimeException reportIncompleteSource(int line) {
        throw new RefusedSource(Reason.SYNTAX, new Position(Math.max(1, line), 1), "unexpected EOF while parsing");
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {
        // Warnings are CPython's advice to authors; nothing here depends on them.
    }
}
