package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.CasesTests.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every malicious snippet at every statement position of generated modules: at the top, in class bodies, in methods. By
 * default each position gets every {@value #SHARE}th snippet, another one at each; {@code -Dcrewsmith.full-proof=true}
 * tries all pairs.
 */
class InsertionTests {

    private static final int SHARE = 6;
    private static final List<Path> GENERATED = List.of(
            Path.of("../generator-service/src/main/resources/templates"),
            Path.of("../generator-service/src/test/resources/golden"),
            Path.of("src/test/resources/modules"));

    private static final Validator VALIDATOR = new Validator();
    private static final LongAdder POSITIONS = new LongAdder();
    private static final LongAdder INSERTIONS = new LongAdder();
    private static final LongAdder SAME_PROGRAM = new LongAdder();
    private static final LongAdder BY_SYNTAX = new LongAdder();

    @AfterAll
    static void report() {
        VALIDATOR.close();
        System.out.printf(
                "%,d insertions at %,d positions: %,d refused, %,d of them by syntax or bytes alone; %,d only comments there%n",
                INSERTIONS.sum(),
                POSITIONS.sum(),
                INSERTIONS.sum() - SAME_PROGRAM.sum(),
                BY_SYNTAX.sum(),
                SAME_PROGRAM.sum());
    }

    @Test
    void thereAreAtLeastTwentyModules() throws IOException {
        assertThat(modules()).hasSizeGreaterThanOrEqualTo(20);
    }

    @TestFactory
    Stream<DynamicTest> noModuleHidesASnippet() throws Exception {
        List<Case> snippets = CasesTests.malicious();
        return modules().stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.getFileName().toString(), () -> insert(snippets, Files.readString(module))));
    }

    private static void insert(List<Case> snippets, String module) {
        assertThat(VALIDATOR.validate(module).passed()).isTrue();
        List<Place> places = places(module);
        POSITIONS.add(places.size());
        int share = Boolean.getBoolean("crewsmith.full-proof") ? 1 : SHARE;
        var passed = new ConcurrentSkipListMap<String, String>();
        IntStream.range(0, places.size() * snippets.size())
                .filter(pair -> (pair / snippets.size() + pair % snippets.size()) % share == 0)
                .parallel()
                .forEach(pair -> {
                    Place place = places.get(pair / snippets.size());
                    Case snippet = snippets.get(pair % snippets.size());
                    Verdict verdict = VALIDATOR.validate(place.with(module, snippet.code()));
                    INSERTIONS.increment();
                    BY_SYNTAX.add(verdict.checks().size() == 1 ? 1 : 0);
                    if (verdict.passed() && isSameProgram(module, place.with(module, snippet.code()))) {
                        SAME_PROGRAM.increment();
                    } else if (verdict.passed()) {
                        passed.put("%s at line %d".formatted(snippet.id(), place.line()), snippet.code());
                    }
                });
        assertThat(passed).isEmpty();
    }

    /** A comment that names an encoding is one only in the first two lines; elsewhere it changes nothing. */
    private static boolean isSameProgram(String module, String other) {
        return program(module).equals(program(other));
    }

    private static String program(String module) {
        try (var parser = new PythonParser()) {
            return parser.parse(module) instanceof ParseResult.Parsed parsed
                    ? parsed.tree().toString().replaceAll("Position\\[[^]]*]", "")
                    : module;
        }
    }

    /** Where a statement may stand: before this line, indented so far. */
    record Place(int line, int indentation) {

        String with(String module, String snippet) {
            List<String> lines = new ArrayList<>(module.lines().toList());
            String margin = " ".repeat(indentation);
            // Snippets may hold other ends of lines, which are theirs to keep.
            List<String> inserted = Stream.of(snippet.stripTrailing().split("\n"))
                    .map(line -> line.isEmpty() ? line : margin + line)
                    .toList();
            lines.addAll(line - 1, inserted);
            return String.join("\n", lines) + "\n";
        }
    }

    /** Before every statement and at the end, wherever an ordinary statement can stand. */
    private static List<Place> places(String module) {
        try (var parser = new PythonParser()) {
            if (!(parser.parse(module.getBytes(UTF_8)) instanceof ParseResult.Parsed parsed)) {
                throw new AssertionError("a generated module must parse");
            }
            var places = new TreeSet<Place>(
                    java.util.Comparator.comparingInt(Place::line).thenComparingInt(Place::indentation));
            for (Node node : parsed.tree().children()) {
                node.walk(below -> {
                    if (below instanceof Statement) {
                        places.add(new Place(below.line(), below.column() - 1));
                    }
                });
            }
            places.add(new Place((int) module.lines().count() + 1, 0));
            return places.stream()
                    .filter(place ->
                            parser.parse(place.with(module, "x = 1").getBytes(UTF_8)) instanceof ParseResult.Parsed)
                    .toList();
        }
    }

    static List<Path> modules() throws IOException {
        var modules = new ArrayList<Path>();
        for (Path folder : GENERATED) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".py")).sorted().forEach(modules::add);
            }
        }
        return modules;
    }
}
