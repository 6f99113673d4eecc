package io.crewsmith.generator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Cuts a text into literals that fit a width: after each line of the text, else at the end of a word. */
final class Pieces {

    private static final Pattern LINE_END = Pattern.compile("(?<=\n)|(?<=\r)(?!\n)");

    /** Behind spaces, and, in scripts that have none, between two letters or behind a stop. */
    private static final Pattern WORD_END =
            Pattern.compile("(?<=[ \t])(?![ \t])|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}、。，．！？：；」』）】》])"
                    + "(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}「『（【《])");

    private static final Pattern BEFORE_SPACE = Pattern.compile("(?=[ \t])");

    /** Nobody reads a longer word, and the validator's parser takes no line over 8,192 characters. */
    private static final int LONGEST_WORD = 1_500;

    /** Each may become an escape of ten characters. */
    private static final int CHUNK = 700;

    private final int width;
    private final UnaryOperator<String> quotes;
    private final List<String> finished = new ArrayList<>();
    private String open = "";

    private Pieces(int width, UnaryOperator<String> quotes) {
        this.width = width;
        this.quotes = quotes;
    }

    /**
     * The literals.
     *
     * @param width most columns of each, its quotes included; only a word that is longer by itself goes over
     *     (one of more than 1,500 characters is cut)
     * @param quotes turns a piece of the text into a literal
     */
    static List<String> of(String text, int width, UnaryOperator<String> quotes) {
        var pieces = new Pieces(width, quotes);
        LINE_END.splitAsStream(text).forEach(pieces::line);
        return pieces.finished;
    }

    private void line(String line) {
        WORD_END.splitAsStream(line).forEach(this::word);
        finish();
    }

    private void word(String word) {
        if (fits(open + word)) {
            open += word;
        } else if (fits(word)) {
            finish();
            open = word;
        } else {
            BEFORE_SPACE.splitAsStream(word).forEach(this::part);
        }
    }

    private void part(String part) {
        if (!fits(open + part)) {
            finish();
        }
        open += part.length() > LONGEST_WORD ? finishedButForTheRest(part) : part;
    }

    /** Between code points, never between the halves of one. */
    private String finishedButForTheRest(String word) {
        int from = 0;
        while (word.length() - from > CHUNK * 2) {
            int to = word.offsetByCodePoints(from, CHUNK);
            finished.add(quotes.apply(word.substring(from, to)));
            from = to;
        }
        return word.substring(from);
    }

    private boolean fits(String text) {
        // At most two chars make a column; the rest of a very long text need not be looked at.
        return text.length() <= 2 * width && Width.of(quotes.apply(text)).most() <= width;
    }

    private void finish() {
        if (!open.isEmpty()) {
            finished.add(quotes.apply(open));
            open = "";
        }
    }
}
