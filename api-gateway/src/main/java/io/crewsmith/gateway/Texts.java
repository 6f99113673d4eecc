package io.crewsmith.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks of free text in requests, with the pointer of the field in the problem. */
final class Texts {

    private static final int LONGEST = 10_000;

    private Texts() {}

    /** Refuses what no store or log takes: over 10,000 characters, NUL, and halves of surrogate pairs. */
    static void requireStorable(String pointer, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.length() > LONGEST) {
            throw RefusedRequest.invalid(pointer, "The text is longer than %,d characters.".formatted(LONGEST));
        }
        if (text.indexOf('\0') >= 0) {
            throw RefusedRequest.invalid(pointer, "The text holds a NUL character.");
        }
        requireCharacters(pointer, text);
    }

    /** Refuses halves of surrogate pairs: no encoding has a place for them, so something else would arrive. */
    static void requireCharacters(String pointer, String text) {
        if (text.codePoints().anyMatch(Texts::isLoneSurrogate)) {
            throw RefusedRequest.invalid(pointer, "The text holds half a surrogate pair, which is no character.");
        }
    }

    static void requireUuid(String pointer, @Nullable String text) {
        try {
            if (text != null && !UUID.fromString(text).toString().equals(text)) {
                throw RefusedRequest.invalid(pointer, "It must be a lower-case UUID.");
            }
        } catch (IllegalArgumentException e) {
            throw RefusedRequest.invalid(pointer, "It must be a lower-case UUID.");
        }
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
