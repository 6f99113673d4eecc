package io.crewsmith.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.reader.GeneratedFiles.GeneratedFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Single changes to generated files are refused, by the parser or by the proof, or leave the program as it was: the same
 * tree and the same comments, whatever spaces are inside brackets and however a literal is written.
 */
class MutationTests {

    private static final int MUTANTS = 10_000;
    private static final long SEED = 6;

    private final List<GeneratedFile> files = GeneratedFiles.all();
    private final Mutations mutations = new Mutations(SEED);
    private final Map<Mutations.Kind, int[]> figures = new EnumMap<>(Mutations.Kind.class);

    @Test
    void noneOfTenThousandEscapes() {
        List<String> escaped = new ArrayList<>();
        Mutations.Kind[] kinds = Mutations.Kind.values();
        for (int number = 0; number < MUTANTS; number++) {
            GeneratedFile file = files.get(number / kinds.length % files.size());
            Mutations.Kind kind = kinds[number % kinds.length];
            String mutant = mutations.of(kind, file.source(), GeneratedFiles.tree(file.source()));
            int[] figure = figures.computeIfAbsent(kind, any -> new int[Fate.values().length]);
            Fate fate = fate(file, mutant);
            figure[fate.ordinal()]++;
            if (fate == Fate.ESCAPED) {
                escaped.add("%s of %s:%n%s".formatted(kind, file, mutant));
            }
        }
        figures.forEach((kind, figure) -> System.out.printf(
                "%-22s %4d refused by the parser, %4d by the proof, %4d the same program, %d escaped%n",
                kind, figure[0], figure[1], figure[2], figure[3]));
        assertThat(escaped).isEmpty();
    }

    /** What becomes of a mutant. */
    private enum Fate {
        NO_PYTHON,
        NOT_PROVEN,
        SAME_PROGRAM,
        ESCAPED
    }

    private static Fate fate(GeneratedFile file, String mutant) {
        try {
            if (!GeneratedFiles.examine(file.with(mutant)).isEmpty()) {
                return Fate.NOT_PROVEN;
            }
        } catch (IllegalArgumentException refusedByTheParser) {
            return Fate.NO_PYTHON;
        }
        return program(mutant).equals(program(file.source())) ? Fate.SAME_PROGRAM : Fate.ESCAPED;
    }

    /** The tree as its records print themselves, without places, and all lines that begin with a comment. */
    private static String program(String source) {
        String tree = GeneratedFiles.tree(source).toString().replaceAll("Position\\[line=\\d+, column=\\d+]", "");
        String comments =
                source.lines().filter(line -> line.startsWith("#")).toList().toString();
        return tree
                + comments
                + source.chars().filter(character -> character == '#').count();
    }
}
