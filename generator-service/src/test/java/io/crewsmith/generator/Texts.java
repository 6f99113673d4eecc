package io.crewsmith.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Random texts: of words, of what breaks out of literals, of what hides, and of scripts that formatters measure differently.
 * Other ones with every run; {@code -Dcrewsmith.seed=…} gives those of an earlier one.
 */
final class Texts {

    static final long SEED = Long.getLong("crewsmith.seed", System.currentTimeMillis());

    private static final int SIZE = 1_000;
    private static final List<String> WORDS = List.of(
            "word ", "a", "longer-word ", "{topic} ", "Ж", "é ", "end.  ", " ", "   ", "\n", "\r\n", "\r", "\t");
    private static final List<String> CODE =
            List.of("'", "\"", "\"\"\"", "\\", "it's ", "#", "\\N{", "\", x=\"", "${x}", "<#if x>");
    private static final List<String> WIDE =
            List.of("北", "京，", "「語」", "ひらがな", "한국 ", "ｘ", "😀", "👍🏽", "🇩🇪", "䷀", "㉈", "〮");
    private static final List<String> MARKS =
            List.of("e\u0301", "\u0301", "नमस्ते ", "สวัสดี", "\u1161", "\u302e", "ൎ");
    private static final List<String> HIDDEN =
            List.of("\u202e", "\u200b", "\u2028", "\ufeff", "\u3164", "\ufe0f", "\ue000", "\u0007", "\u0085", "\u00a0");

    private Texts() {}

    /** So many texts, from empty to a few hundred characters, each of a few kinds of fragments. */
    static List<String> some(int count) {
        return sample(texts(), count);
    }

    /** So many numbers between 0 and 2, many of them with all the digits that a double can have. */
    static List<Double> numbers(int count) {
        return sample(Arbitraries.doubles().between(0, 2).ofScale(17), count);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> fragment = Arbitraries.of(Stream.of(WORDS, CODE, WIDE, MARKS, HIDDEN)
                .flatMap(List::stream)
                .toList());
        Arbitrary<String> any = Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .map(Character::toString);
        return fragment.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(kinds -> Arbitraries.frequencyOf(
                                Tuple.of(15, Arbitraries.of(kinds)),
                                Tuple.of(5, Arbitraries.of(WORDS)),
                                Tuple.of(1, any))
                        .list()
                        .ofMaxSize(24)
                        .map(fragments -> String.join("", fragments)));
    }

    private static <T> List<T> sample(Arbitrary<T> arbitrary, int count) {
        JqwikSession.start();
        try {
            var generator = arbitrary.generator(SIZE);
            var random = new Random(SEED);
            return Stream.generate(() -> generator.next(random).value())
                    .limit(count)
                    .toList();
        } finally {
            JqwikSession.finish();
        }
    }
}
