package io.crewsmith.catalogue;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value must keep to; null means no limit.
 *
 * @param minimum smallest number, inclusive
 * @param maximum largest number, inclusive
 * @param minLength shortest text, in code points
 * @param maxLength longest text in code points, or longest list
 * @param oneLine whether a text must be one line without control characters
 * @param pattern what a text must match as a whole
 * @param patternHint the pattern in words
 * @param values the only texts that are allowed; empty for any
 * @param format a rule that needs more than a pattern
 */
public record Limits(
        @Nullable Double minimum,
        @Nullable Double maximum,
        int minLength,
        int maxLength,
        boolean oneLine,
        @Nullable Pattern pattern,
        String patternHint,
        List<String> values,
        Format format) {

    public Limits {
        values = List.copyOf(values);
    }
}
