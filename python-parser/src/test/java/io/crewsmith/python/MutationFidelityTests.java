package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged pieces of CPython's own library and tests: what the guard lets through, every CPython of the target accepts.
 * {@value #FEW} of them by default, {@value #ALL} with {@code -Dcrewsmith.full-proof=true}.
 */
class MutationFidelityTests {

    private static final int FEW = 4_000;
    private static final int ALL = 200_000;
    private static final int BATCH = 4_000;
    private static final int PIECES = 4_000;
    private static final int LONGEST_PIECE = 1_200;
    private static final int TARGET_MINOR = 11;

    @Test
    void whatIsReadIsPythonToEveryCPython() throws Exception {
        List<Oracle> oracles = Oracle.found();
        assumeThat(oracles).as("a python3 on the PATH, to compare with").isNotEmpty();
        List<String> pieces = pieces(oracles.getLast().standardLibrary());
        int count = Boolean.getBoolean("crewsmith.full-proof") ? ALL : FEW;
        var tallies = oracles.stream().map(Tally::new).toList();
        try (var parser = new PythonParser()) {
            List<List<String>> batches = Mutants.of(pieces, count)
                    .gather(Gatherers.windowFixed(BATCH))
                    .toList();
            for (List<String> batch : batches) {
                List<Boolean> ours = batch.stream()
                        .map(mutant -> parser.parse(mutant) instanceof ParseResult.Parsed)
                        .toList();
                for (Tally tally : tallies) {
                    tally.compare(batch, ours);
                }
            }
        }
        tallies.forEach(tally -> System.out.println(tally.says(count)));
        assertThat(tallies)
                .filteredOn(tally -> tally.oracle.minor() >= TARGET_MINOR)
                .isNotEmpty()
                .allSatisfy(tally -> assertThat(tally.falseAccepts).isEmpty());
    }

    /** What one CPython said about all mutants. */
    private static final class Tally {

        private final Oracle oracle;
        private final List<String> falseAccepts = new ArrayList<>();
        private int bothAccept;
        private int onlyTheyAccept;

        Tally(Oracle oracle) {
            this.oracle = oracle;
        }

        void compare(List<String> mutants, List<Boolean> ours) throws IOException {
            List<Boolean> theirs = oracle.accepts(mutants);
            assertThat(theirs).hasSameSizeAs(mutants);
            for (int i = 0; i < mutants.size(); i++) {
                if (ours.get(i) && !theirs.get(i)) {
                    falseAccepts.add(mutants.get(i));
                }
                bothAccept += ours.get(i) && theirs.get(i) ? 1 : 0;
                onlyTheyAccept += !ours.get(i) && theirs.get(i) ? 1 : 0;
            }
        }

        String says(int count) {
            return "CPython %s, %,d mutants: %,d accepted by both, %,d only by CPython (the guard is stricter), false accepts %d"
                    .formatted(oracle.version(), count, bothAccept, onlyTheyAccept, falseAccepts.size());
        }
    }

    /** Pieces of the library and of its tests that are read as they are. */
    private static List<String> pieces(Path library) throws IOException {
        try (Stream<Path> files = Files.walk(library);
                var parser = new PythonParser()) {
            List<String> all = files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> !file.toString().contains("site-packages"))
                    .sorted()
                    .flatMap(MutationFidelityTests::piecesOf)
                    .distinct()
                    .toList();
            int step = Math.max(1, all.size() / PIECES);
            List<String> chosen = Stream.iterate(0, i -> i < all.size(), i -> i + step)
                    .map(all::get)
                    .filter(piece -> parser.parse(piece) instanceof ParseResult.Parsed)
                    .toList();
            assertThat(chosen).hasSizeGreaterThan(PIECES / 4);
            return chosen;
        }
    }

    private static Stream<String> piecesOf(Path file) {
        try {
            return Stream.of(Files.readString(file, US_ASCII).split("\n\n+(?=[a-z@A-Z])"))
                    .map(piece -> piece + "\n")
                    .filter(piece -> piece.length() > 80 && piece.length() < LONGEST_PIECE);
        } catch (CharacterCodingException notAscii) {
            return Stream.empty();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
