package io.crewsmith.validator.model.rules;

import java.util.stream.Collectors;

/** Tells texts without any pattern from words. */
final class Randomness {

    /** Bits a character. English with its spaces has about 4.1, but in long runs of one case; base64 near 6, hex near 4. */
    private static final double HIGH = 4.2;

    private static final double HIGH_FOR_HEX = 3.3;

    private Randomness() {}

    /** Whether the characters are about equally frequent, as in keys and encoded data. */
    static boolean isHigh(String text) {
        boolean hex = text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return bits(text) >= (hex ? HIGH_FOR_HEX : HIGH);
    }

    /** Shannon's entropy, in bits a character. */
    static double bits(String text) {
        var counts = text.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / text.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
