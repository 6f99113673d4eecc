package io.crewsmith.python;

import com.oracle.graal.python.pegparser.tokenizer.Token;
import com.oracle.graal.python.pegparser.tokenizer.Tokenizer;
import com.oracle.graal.python.pegparser.tokenizer.Tokenizer.Flag;
import io.crewsmith.python.tree.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Looks at a source token by token. The tokens are those of the very tokenizer that the parser uses, so guard and
 * parser cannot disagree about where a string or a comment ends.
 */
final class TokenGuard {

    static final int MAX_BRACKETS = 60;
    private static final int MAX_REFUSALS = 100;

    private final int[] source;
    private final Tokenizer tokenizer;
    private final OldFormatStrings formatStrings;
    private final List<Refusal> refusals = new ArrayList<>();
    private int brackets;
    private int end;

    private TokenGuard(String source, Deadline callbacks) {
        this.source = source.codePoints().toArray();
        this.tokenizer = Tokenizer.fromString(callbacks, asAscii(this.source), EnumSet.of(Flag.EXEC_INPUT), null);
        this.formatStrings = new OldFormatStrings(this.source);
    }

    /**
     * What the guard found.
     *
     * @param complete false if it stopped at a token that is a syntax error, which the parser will name better
     */
    record Tokens(List<Refusal> refusals, boolean complete) {}

    static Tokens check(String source, Deadline callbacks) {
        var guard = new TokenGuard(source, callbacks);
        boolean complete = guard.readAll();
        return new Tokens(List.copyOf(guard.refusals), complete);
    }

    /** Token for token the same source, but the tokenizer needs no Unicode tables for its identifiers. */
    private static String asAscii(int[] source) {
        var ascii = new StringBuilder(source.length);
        for (int c : source) {
            ascii.append(c > 127 ? '_' : (char) c);
        }
        return ascii.toString();
    }

    private boolean readAll() {
        Token token;
        do {
            try {
                token = tokenizer.next();
            } catch (RefusedSource refused) {
                if (refused.refusals().getFirst().reason() == Reason.DEADLINE) {
                    throw refused;
                }
                return false;
            }
            if (token.type == Token.Kind.ERRORTOKEN) {
                plain(end, token.endOffset, true);
                return false;
            }
            token(token);
        } while (token.type != Token.Kind.ENDMARKER && refusals.size() < MAX_REFUSALS);
        plain(end, source.length, true);
        return true;
    }

    private void token(Token token) {
        if (token.endOffset < end || token.endOffset == token.startOffset) {
            return;
        }
        plain(end, token.startOffset, true);
        if (token.type != Token.Kind.STRING && token.type != Token.Kind.FSTRING_MIDDLE) {
            // The token that ends a line includes the comment before the line end.
            plain(token.startOffset, token.endOffset, token.type == Token.Kind.NEWLINE);
        }
        if (token.type == Token.Kind.NUMBER) {
            number(token);
        }
        bracket(token);
        if (!formatStrings.isOld(token, end)) {
            refuse(
                    Reason.NEEDS_NEWER_PYTHON,
                    Places.of(token.sourceRange),
                    "f-string: quotes, backslashes and comments inside the braces need Python 3.12");
        }
        end = token.endOffset;
    }

    private void bracket(Token token) {
        switch (token.type) {
            case Token.Kind.LPAR, Token.Kind.LSQB, Token.Kind.LBRACE -> {
                if (++brackets > MAX_BRACKETS) {
                    var at = Places.of(token.sourceRange);
                    throw new RefusedSource(Reason.BRACKETS_TOO_DEEP, at, "too many nested parentheses");
                }
            }
            case Token.Kind.RPAR, Token.Kind.RSQB, Token.Kind.RBRACE -> brackets--;
            default -> {
                // Only brackets nest.
            }
        }
    }

    private void number(Token token) {
        int first = at(token.startOffset);
        int second = at(token.startOffset + 1);
        if (first == '0' && (isDigit(second) || second == '_')) {
            refuse(
                    Reason.AMBIGUOUS_NUMBER,
                    Places.of(token.sourceRange),
                    "leading zeros in decimal integer literals are not permitted;"
                            + " use an 0o prefix for octal integers");
        } else if (isWord(at(token.endOffset))) {
            refuse(
                    Reason.AMBIGUOUS_NUMBER,
                    Places.of(token.sourceRange),
                    "invalid decimal literal: put a space after the number");
        }
    }

    private void plain(int from, int to, boolean commentsAllowed) {
        boolean comment = false;
        for (int i = from; i < Math.min(to, source.length); i++) {
            int c = source[i];
            comment = c != '\n' && (comment || (commentsAllowed && c == '#'));
            if (c > 127 && !comment) {
                refuse(Reason.NON_ASCII, position(i), "invalid character '%s' (U+%04X)".formatted(text(c), c));
                return;
            }
        }
    }

    private Position position(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            boolean lineEnd = source[i] == '\n';
            line += lineEnd ? 1 : 0;
            column = lineEnd ? 1 : column + 1;
        }
        return new Position(line, column);
    }

    private int at(int offset) {
        return offset < source.length ? source[offset] : '\n';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(int c) {
        return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String text(int c) {
        return Character.toString(c);
    }

    private void refuse(Reason reason, Position at, String message) {
        refusals.add(new Refusal(reason, at, message));
    }
}
