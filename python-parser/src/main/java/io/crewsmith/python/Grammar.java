package io.crewsmith.python;

import com.oracle.graal.python.pegparser.AbstractParser;
import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.util.EnumSet;

/** CPython's own grammar, of the version whose features the parser is told to know. */
final class Grammar {

    private static final int FEATURE_VERSION = 12;

    private Grammar() {}

    /** Throws {@link RefusedSource} with CPython's message where the grammar does not allow the text. */
    static Node.Module read(String text) {
        Parser parser = new Parser(
                text, new Refusing(), InputType.FILE, EnumSet.noneOf(AbstractParser.Flags.class), FEATURE_VERSION);
        return new Tree().module((ModTy.Module) parser.parse());
    }

    /** Ends the reading at the first error. */
    private static final class Refusing implements ParserCallbacks {

        @Override
        public void safePointPoll() {
            // There is nothing to wait for: the reader of the result has the deadline.
        }

        @Override
        public RuntimeException reportIncompleteSource(int line) {
            return new RefusedSource(
                    new Refusal(Refusal.SYNTAX, new Position(Math.max(0, line), 0), "unexpected EOF while parsing"));
        }

        @Override
        public RuntimeException onError(ErrorType type, SourceRange range, String message) {
            Position at = new Position(Math.max(0, range.startLine), Math.max(0, range.startColumn + 1));
            throw new RefusedSource(new Refusal(Refusal.SYNTAX, at, message));
        }

        @Override
        public void onWarning(WarningType type, SourceRange range, String message) {
            // CPython would print it and go on.
        }
    }
}
