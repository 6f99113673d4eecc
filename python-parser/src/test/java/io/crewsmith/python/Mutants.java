package io.crewsmith.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sources that are nearly right: one character removed, doubled or replaced; the same ones in every run. */
final class Mutants {

    private static final String REPLACEMENTS = "()[]{}:,.=+-*/'\"\\@#%&|~<>!;0aZ_ \n";
    private static final long SEED = 25_11;

    private Mutants() {}

    static List<String> of(String source, int count) {
        var random = new Random(SEED);
        var mutants = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(source.length());
            var replacement = String.valueOf(REPLACEMENTS.charAt(random.nextInt(REPLACEMENTS.length())));
            var middle = switch (random.nextInt(3)) {
                case 0 -> "";
                case 1 -> replacement;
                default -> source.charAt(at) + replacement;
            };
            mutants.add(source.substring(0, at) + middle + source.substring(at + 1));
        }
        return mutants;
    }
}
