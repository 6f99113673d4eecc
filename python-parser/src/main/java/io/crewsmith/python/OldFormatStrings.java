package io.crewsmith.python;

import com.oracle.graal.python.pegparser.tokenizer.Token;

/**
 * Tells f-strings that Python 3.11 can read from those that need 3.12 (PEP 701): before, an f-string was an ordinary
 * string first, so the code in its braces could hold neither its own quotes nor a backslash nor a comment.
 */
final class OldFormatStrings {

    private final int[] source;
    private int depth;
    private int quote;
    private boolean triple;

    OldFormatStrings(int[] source) {
        this.source = source;
    }

    /** Whether the token, and the gap from {@code gapStart} before it, may stand where they stand. */
    boolean isOld(Token token, int gapStart) {
        boolean old = depth == 0 || isTextOf(token) || codeIsOld(gapStart, token.endOffset);
        if (token.type == Token.Kind.FSTRING_START) {
            if (depth++ == 0) {
                quote = source[token.endOffset - 1];
                triple = token.endOffset - token.startOffset >= 4 && source[token.endOffset - 3] == quote;
            }
        } else if (token.type == Token.Kind.FSTRING_END) {
            depth--;
        }
        return old;
    }

    private boolean isTextOf(Token token) {
        return depth == 1 && (token.type == Token.Kind.FSTRING_MIDDLE || token.type == Token.Kind.FSTRING_END);
    }

    private boolean codeIsOld(int from, int to) {
        for (int i = from; i < Math.min(to, source.length); i++) {
            int c = source[i];
            if (c == '\\' || c == '#' || (c == '\n' && !triple)) {
                return false;
            }
            if (c == quote
                    && (!triple || (i + 2 < source.length && source[i + 1] == quote && source[i + 2] == quote))) {
                return false;
            }
        }
        return true;
    }
}
