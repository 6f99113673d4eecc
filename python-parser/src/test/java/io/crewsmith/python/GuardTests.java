package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.ParseResult.Refused;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTests {

    private static final PythonParser PARSER = new PythonParser();

    @AfterAll
    static void close() {
        PARSER.close();
    }

    /** Sources are written with Java's escapes, because a raw control character would not survive an editor. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x = 'a\\0b'                     | null-byte           | 1 | 7
            # nul \\0                       | null-byte           | 1 | 7
            \\uFEFFx = 1                    | byte-order-mark     | 1 | 1
            x = '\\uFEFF'                   | byte-order-mark     | 1 | 6
            x = 1\\rimport os               | control-character   | 1 | 6
            if x:\\n\\ty = 1                | control-character   | 2 | 1
            \\fimport os                    | control-character   | 1 | 1
            x = '\\u202e'                   | hidden-character    | 1 | 6
            # \\u2066 looks harmless        | hidden-character    | 1 | 3
            x = 'a\\u200bb'                 | hidden-character    | 1 | 7
            x = 'a\\u2028b'                 | hidden-character    | 1 | 7
            x = 'a\\u0085b'                 | hidden-character    | 1 | 7
            # coding: utf-7                 | coding-cookie       | 1 | 11
            \\n# -*- coding=latin-1 -*-     | coding-cookie       | 2 | 14
            x = '\\\\N{BULLET}'             | named-escape        | 1 | 6
            import os\\\\\\n.path           | line-continuation   | 1 | 10
            x = '''a\\\\\\nb'''             | line-continuation   | 1 | 9
            ev\\u00aal('1')                 | non-ascii           | 1 | 3
            import \\u00bas                 | non-ascii           | 1 | 8
            x.\\uff45val                    | non-ascii           | 1 | 3
            f(\\u00e9=1)                    | non-ascii           | 1 | 3
            x = 1\\u00a0                    | non-ascii           | 1 | 6
            x = \\u0661                     | non-ascii           | 1 | 5
            f'{\\u00e9}'                    | non-ascii           | 1 | 4
            1 if 01else 2                   | ambiguous-number    | 1 | 6
            x = 01.5                        | ambiguous-number    | 1 | 5
            x = 00                          | ambiguous-number    | 1 | 5
            x = 1if y else 2                | ambiguous-number    | 1 | 5
            x = '\\\\ud800'                 | lone-surrogate      | 1 | 5
            x = '\\\\ud83d\\\\ude00'        | lone-surrogate      | 1 | 5
            f'{x['a']}'                     | needs-newer-python  | 1 | 6
            f'{"\\\\n".join(x)}'            | needs-newer-python  | 1 | 4
            type X = int                    | needs-newer-python  | 1 | 1
            def f[T](x: T): pass            | needs-newer-python  | 1 | 1
            """)
    void everyHoleIsClosed(String source, String reason, int line, int column) {
        var refusal = refusals(unescaped(source)).getFirst();
        assertThat(refusal.reason().id()).isEqualTo(reason);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.column()).isEqualTo(column);
        assertThat(refusal.message()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 'größer — ☃ 😀 ❤️'",
                "# größer\nx = 1  # naïve",
                "x = '\\\\N{not a name}'",
                "x = f'{a!r:>{width}} {\"b\"} {{c}}'",
                "x = f'''{a['k']}'''",
                "x = 0\ny = 0x1F\nz = 1_000.5e3j",
                "x = '\\u202e\\x00'",
                "",
                "# no newline at the end"
            })
    void ordinarySourcesPass(String source) {
        assertThat(PARSER.parse(source)).isInstanceOf(Parsed.class);
        assertThat(PARSER.parse(source.getBytes(UTF_8))).isEqualTo(PARSER.parse(source));
    }

    @Test
    void bytesMustBeUtf8() {
        var bytes = new byte[] {'x', '\n', '#', ' ', (byte) 0xff};
        var refusal = ((Refused) PARSER.parse(bytes)).refusals().getFirst();
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_UTF8);
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.column()).isEqualTo(3);
        assertThat(refusal.message()).contains("can't decode byte 0xff in position 4");
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(refusals("x = '\ud83d'").getFirst().reason()).isEqualTo(Reason.NOT_UTF8);
    }

    @Test
    void theSizeIsCountedInBytes() {
        assertThat(PARSER.parse("#" + "x".repeat(8_000) + "\n")).isInstanceOf(Parsed.class);
        assertThat(reason("\n".repeat(512 * 1024 + 1))).isEqualTo(Reason.SOURCE_TOO_LARGE);
        assertThat(reason("#é\n".repeat(131_073))).isEqualTo(Reason.SOURCE_TOO_LARGE);
    }

    @Test
    void limitsHoldExactlyAtTheirBorder() {
        assertThat(PARSER.parse("#" + "x".repeat(8_191))).isInstanceOf(Parsed.class);
        assertThat(reason("#" + "x".repeat(8_192))).isEqualTo(Reason.LINE_TOO_LONG);
        assertThat(PARSER.parse("(".repeat(60) + ")".repeat(60))).isInstanceOf(Parsed.class);
        assertThat(reason("(".repeat(61) + ")".repeat(61))).isEqualTo(Reason.BRACKETS_TOO_DEEP);
        assertThat(PARSER.parse("x = 0x" + "f".repeat(64))).isInstanceOf(Parsed.class);
        assertThat(reason("x = 0x1" + "0".repeat(64))).isEqualTo(Reason.NUMBER_TOO_LARGE);
        assertThat(PARSER.parse("x" + ".x".repeat(148))).isInstanceOf(Parsed.class);
        assertThat(reason("x" + ".x".repeat(149))).isEqualTo(Reason.TREE_TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "not ", "lambda: ", "await ", "x.", "x if x else ", "x[0]", "x + ", "x ** "})
    void longChainsAreRefusalsNotStackOverflows(String link) {
        var source = ("(" + link.repeat(8_000 / link.length()) + "x)").replace("]x", "]");
        assertThat(PARSER.parse(source)).isInstanceOf(Refused.class);
    }

    @Test
    void everyProblemIsNamedNotOnlyTheFirst() {
        assertThat(refusals("# coding: utf-7\nx = 'a\0'\n\ty\n"))
                .extracting(Refusal::reason)
                .containsExactly(Reason.CODING_COOKIE, Reason.NULL_BYTE, Reason.CONTROL_CHARACTER);
    }

    @Test
    void syntaxThatTheOldestPythonDoesNotKnowIsRefused() {
        for (String newer : List.of(
                "try:\n    pass\nexcept* ValueError:\n    pass\n",
                "a[*b]\n",
                "a[b, *c] = 1\n",
                "def f(*args: *types): ...\n",
                "type X = int\n",
                "def f[T](x: T): ...\n")) {
            assertThat(reason(newer)).as(newer).isEqualTo(Reason.NEEDS_NEWER_PYTHON);
        }
    }

    private static String unescaped(String row) {
        return Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(row.replace("\\\\", "\1"))
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)))
                .translateEscapes()
                .replace('\1', '\\');
    }

    private static Reason reason(String source) {
        return refusals(source).getFirst().reason();
    }

    private static List<Refusal> refusals(String source) {
        assertThat(PARSER.parse(source)).isInstanceOf(Refused.class);
        return ((Refused) PARSER.parse(source)).refusals();
    }
}
