package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.ParseResult.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonParserTests {

    private static final PythonParser PARSER = new PythonParser();

    @Test
    void readsAProgramWithItsPlaces() {
        Node.Module module = parsed("import a.b as c\n\nx = c.d(1, e='f')\n");
        List<Node> nodes = new ArrayList<>();
        module.walk(nodes::add);
        assertThat(nodes)
                .contains(
                        new Node.Alias("a.b", "c", new Position(1, 8)),
                        new Node.Name("x", new Position(3, 1)),
                        new Node.Attribute(new Node.Name("c", new Position(3, 5)), "d", new Position(3, 5)));
    }

    @Test
    void reachesEveryPlaceWhereCodeCanHide() {
        String everywhere = """
                @n1
                def f(a: n2 = n3, *b: n4, c=n5, **d: n6) -> n7:
                    with n8 as e, n9: pass
                    return f'{n10!r:>{n11}}' if n12 else [n13 for g in n14 if n15]
                @n16
                class C(n17, k=n18):
                    x: n19 = n20
                    def m(self):
                        try: raise n21 from n22
                        except n23: yield n24
                        finally: assert n25, n26
                match n27:
                    case n28.x if n29: del n30[n31:n32:n33]
                    case n34(y=1) | {'k': n35.z}: pass
                lambda h=n36: (n37, {n38: n39, **n40}, {n41}, await_ := n42)
                for i in n43: n44 += n45
                while n46 < n47 <= n48: n49(*n50, l=n51, **n52)
                not n53 and n54 or -n55
                """;
        List<String> names = new ArrayList<>();
        parsed(everywhere).walk(node -> {
            if (node instanceof Node.Name name && name.id().startsWith("n")) {
                names.add(name.id());
            }
        });
        assertThat(names).hasSize(55).doesNotHaveDuplicates();
    }

    @Test
    void saysSyntaxErrorsAsCPythonDoes() {
        assertThat(refusal("x = (1,\n")).isEqualTo(new Refusal(Refusal.SYNTAX, 1, 5, "'(' was never closed"));
        assertThat(refusal("def f()\n    pass\n").message()).isEqualTo("expected ':'");
        assertThat(refusal("  x = 1\n").message()).isEqualTo("unexpected indent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x=1\rimport os\n",
                "x='\0'\n",
                "\uFEFFx=1\n",
                "#\u202E\n",
                "\tx\n",
                "# coding: utf-7\nx=1\n",
                "\n# vim: fileencoding=latin-1\n",
                "ev\u00AAl('1')\n",
                "\u00BAs = 1\n",
                "f'{ev\u00AAl(1)}'\n",
                "f(\u00AAa=1)\n",
                "x = '\\N{BULLET}'\n",
                "import os\\\n.path\n",
                "x = 1 if 01else 2\n",
                "x = 'a\\\nb'\n",
                "f'{x['a']}'\n",
                "f'{\"\\n\".join(x)}'\n",
                "f'{x!r:{'>'}}'\n",
                "def f[T](x: T): pass\n",
                "class C[T]: pass\n",
                "type X = int\n",
                "t'{x}'\n"
            })
    void refusesWhatReadersOfPythonReadInDifferentWays(String source) {
        assertThat(PARSER.parse(source)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = f'{a!r:>10} {{b}} {c[\"d\"]}'\n",
                "x = 'Gr\u00FC\u00DFe \uD83D\uDE00'  # \u00E4\n",
                "x = 0 or 0.5 or 1.05 or 0x01 or 1e05 or x01\n",
                "x = r'\\d+' '''a\nb'''\n",
                "",
                "x = b'\\x00'\n"
            })
    void readsWhatAllReadersReadAlike(String source) {
        assertThat(PARSER.parse(source)).isInstanceOf(Parsed.class);
    }

    @Test
    void answersHugeAndDeepSourcesInTime() {
        List<String> sources = List.of(
                "-".repeat(8000) + "1\n",
                "x" + ".y".repeat(4000) + "\n",
                "x = " + "(".repeat(300) + ")".repeat(300),
                "x = " + "[".repeat(59) + "]".repeat(59),
                "x = " + "[".repeat(60),
                "x = " + "1+".repeat(4000) + "1",
                "x = " + "not ".repeat(2000) + "1",
                "x = " + "9".repeat(8000),
                "x = " + "{".repeat(55) + ":".repeat(55),
                "x = 1\n".repeat(100_000),
                ("x = '+'" + "['*30+'x'+' for x in y]'*30").repeat(20),
                "x = " + "[".repeat(30) + "x" + " for x in y]".repeat(30),
                "x = " + "lambda: ".repeat(900) + "1",
                "if x:\n".repeat(500),
                "f'{".repeat(200),
                "x".repeat(600_000),
                "elif ".repeat(1000),
                "a(".repeat(55) + "b for c in d, e" + ")".repeat(55));
        for (String source : sources) {
            long start = System.nanoTime();
            ParseResult result = PARSER.parse(source);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
            if (result instanceof Refused(Refusal refusal)) {
                assertThat(refusal.reason()).as(refusal.message()).isNotEqualTo("parser-failure");
            }
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(PARSER.parse(new byte[] {(byte) 0xC3, 0x28})).isInstanceOf(Refused.class);
        assertThat(PARSER.parse("x='\u00E4'".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Refused.class);
        assertThat(PARSER.parse("x='\uD800'")).isInstanceOf(Refused.class);
    }

    @Test
    void keepsTheDeadline() {
        assertThat(new PythonParser(Duration.ofNanos(1))
                        .parse("x = 1\n".repeat(50_000).getBytes(UTF_8)))
                .isEqualTo(new Refused(
                        new Refusal("deadline", 0, 0, "Not read within 0 ms; make the source shorter or flatter")));
    }

    private static Node.Module parsed(String source) {
        return switch (PARSER.parse(source)) {
            case Parsed(Node.Module module) -> module;
            case Refused(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Refusal refusal(String source) {
        return switch (PARSER.parse(source)) {
            case Parsed parsed -> throw new AssertionError(parsed);
            case Refused(Refusal refusal) -> refusal;
        };
    }
}
