package io.crewsmith.python;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sources that are nearly right: one character or word removed, doubled or replaced; the same ones in every run. */
final class Mutants {

    private static final String CHARACTERS = "()[]{}:,.=+-*/'\"\\@#%&|~<>!;0aZ_ \n";
    private static final List<String> WORDS = List.of(
            " lambda ",
            " if ",
            " else ",
            " for ",
            " in ",
            " not ",
            " await ",
            " async ",
            " yield ",
            " from ",
            " import ",
            " as ",
            " match ",
            " case ",
            " except ",
            " global ",
            " del ",
            ":=",
            "**",
            "*",
            "->",
            "...",
            "f'{",
            "}'",
            "\"\"\"",
            "b'",
            "r'",
            "0x",
            "1_",
            "1j",
            "\n    ",
            "\n",
            "\\\n",
            "None",
            "True",
            "==",
            "~",
            "type ",
            "_");
    private static final long SEED = 25_11;

    private Mutants() {}

    static List<String> of(String source, int count) {
        return of(List.of(source), count).toList();
    }

    /** So many mutants, each of one of the sources. */
    static Stream<String> of(List<String> sources, int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count)
                .mapToObj(number -> mutant(sources.get(random.nextInt(sources.size())), random));
    }

    private static String mutant(String source, Random random) {
        int at = random.nextInt(source.length());
        String replacement = random.nextInt(4) == 0
                ? WORDS.get(random.nextInt(WORDS.size()))
                : String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        String middle = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> replacement;
            default -> source.charAt(at) + replacement;
        };
        int end = random.nextInt(6) == 0 ? Math.min(source.length(), at + 1 + random.nextInt(12)) : at + 1;
        return source.substring(0, at) + middle + source.substring(end);
    }
}
