package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Huge, deep and malformed input: refused within a second, with words about the code and not about ourselves. */
class HostileInputTests {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final List<String> FAILURES = List.of("check-failed", "check-late", "parser-failed", "busy");
    private static final Validator VALIDATOR = new Validator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    /** Bytes with a name. */
    record Input(String name, byte[] bytes) {

        Input {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedInTimeAndForAReason(Input input) {
        Verdict verdict = judged(input);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void isJudgedInTime(Input input) {
        assertThat(judged(input).checks()).contains("syntax", "allow-list", "literals");
    }

    /** Timed twice at the most: a machine may be busy with something else once. */
    private static Verdict judged(Input input) {
        var times = new ArrayList<Duration>();
        Verdict verdict = timed(input, times);
        if (times.getFirst().compareTo(LONGEST) >= 0) {
            verdict = timed(input, times);
        }
        assertThat(times.getLast()).isLessThan(LONGEST);
        assertThat(verdict.findings()).extracting(Finding::rule).doesNotContainAnyElementsOf(FAILURES);
        return verdict;
    }

    private static Verdict timed(Input input, List<Duration> times) {
        long start = System.nanoTime();
        Verdict verdict = VALIDATOR.validate(input.bytes());
        times.add(Duration.ofNanos(System.nanoTime() - start));
        return verdict;
    }

    static Stream<Input> refused() {
        var random = new byte[100_000];
        new Random(25_11).nextBytes(random);
        return Stream.of(
                text("a megabyte of assignments", "x = 1\n".repeat(180_000)),
                text("a megabyte in one line", "x = '" + "a".repeat(1_048_576) + "'\n"),
                text("a megabyte of one comment", "#" + "a".repeat(1_048_576)),
                text("100,000 minus signs", "x = " + "-".repeat(100_000) + "1\n"),
                text("8,000 minus signs", "x = " + "-".repeat(8_000) + "1\n"),
                text("300 parentheses", "x = " + "(".repeat(300) + ")".repeat(300) + "\n"),
                text("100,000 parentheses", "x = " + "(".repeat(100_000) + "\n"),
                text("comprehensions in each other", "x = " + "[".repeat(30) + "x" + " for x in y]".repeat(30) + "\n"),
                text("1,000 blocks", blocks(1_000)),
                text("a chain of 3,000 sums over lines", "x = (1\n" + "+ 1\n".repeat(3_000) + ")\n"),
                text("a chain of 2,000 attributes", "x = a" + ".b".repeat(2_000) + "\n"),
                text("a chain of 2,000 calls", "x = a" + "()".repeat(2_000) + "\n"),
                text("formats in each other", "x = " + "f'{".repeat(200) + "\n"),
                text("an endless string", "x = '''" + "a\n".repeat(100_000)),
                text("unclosed brackets in 10,000 lines", "x = [\n" + "(\n".repeat(10_000)),
                text("a number of 5,000 digits", "x = " + "9".repeat(5_000) + "\n"),
                text("NUL", "x = 1\0\nimport os\n"),
                text("a byte order mark", "\ufeffx = 1\n"),
                text("two byte order marks", "\ufeff\ufeffx = 1\n"),
                text("carriage returns", "x = 1\rimport os\r"),
                text("a form feed", "\fimport os\n"),
                text("tabs", "if x:\n\ty = 1\n        z = 1\n"),
                text("text that turns round", "x = '\u202e\u2066'\n"),
                text("a line separator", "x = 1\u2028import os\n"),
                new Input(
                        "a lone surrogate in UTF-8",
                        new byte[] {'x', '=', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}),
                new Input("a letter in two bytes too many", new byte[] {(byte) 0xc1, (byte) 0xaf, 's', '\n'}),
                new Input("Latin-1", "x = 'é'\n".getBytes(ISO_8859_1)),
                new Input("UTF-16", "import os\n".getBytes(UTF_16LE)),
                new Input("random bytes", random));
    }

    static Stream<Input> harmless() {
        return Stream.of(
                text("nothing", ""),
                text("only line feeds", "\n".repeat(100_000)),
                text("no line feed at the end", "x = 1"),
                text("4,000 assignments", "x = 1\n".repeat(4_000)),
                text("a long list", "x = [\n" + "    1,\n".repeat(4_000) + "]\n"),
                text("many strings", "x = [\n" + "    'https://example.com/a?b=c',\n".repeat(2_000) + "]\n"),
                text("one long string", "x = '" + "a b ".repeat(2_000) + "'\n"),
                text("many functions", "def f(x):\n    return [y for y in x if y]\n\n\n".repeat(400)));
    }

    private static String blocks(int depth) {
        var code = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            code.append(" ".repeat(i)).append("if x:\n");
        }
        return code.append(" ".repeat(depth)).append("pass\n").toString();
    }

    private static Input text(String name, String text) {
        return new Input(name, text.getBytes(UTF_8));
    }
}
