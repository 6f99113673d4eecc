package io.crewsmith.validator.model.custom;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A regular expression in RE2's syntax, found anywhere in a text. It takes time in proportion to the text whatever it
 * says; only counted repetitions can make it large, so those are limited.
 */
record TextPattern(Pattern pattern) {

    /** In characters. */
    static final int LONGEST = 500;

    private static final int LARGEST_PROGRAM = 2_000;
    private static final int MOST_COPIES = 500;
    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(\\d*),?(\\d*)}");

    /** Why the text is no such expression; empty if it is one. */
    static Optional<String> flaw(String text) {
        if (copies(text) > MOST_COPIES) {
            return Optional.of("its counts {n} multiply to more than %d: make them smaller".formatted(MOST_COPIES));
        }
        try {
            return Pattern.compile(text).programSize() > LARGEST_PROGRAM
                    ? Optional.of("it is too large: make it shorter or its counts {n} smaller")
                    : Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of("it is no RE2 expression: %s".formatted(broken.getDescription()));
        }
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** At least how often a part of the expression may be written out, taking every count as inside every other. */
    private static long copies(String text) {
        long copies = 1;
        Matcher count = COUNT.matcher(text);
        while (count.find() && copies <= MOST_COPIES) {
            copies *= Math.max(1, Math.max(number(count.group(1)), number(count.group(2))));
        }
        return copies;
    }

    private static long number(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
