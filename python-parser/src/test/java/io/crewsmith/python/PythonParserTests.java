package io.crewsmith.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.ParseResult.Refused;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.PythonModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonParserTests {

    @Test
    void theTreeIsCPythonsTree() {
        assertThat(TreeDump.of(tree("class A(B, m=C):\n    x: int = -1  # why\n")))
                .isEqualTo("[(ClassDef@1:1 A [(Name@1:9 B)] [(keyword m (Name@1:14 C))]"
                        + " [(AnnAssign@2:5 (Name@2:5 x) (Name@2:8 int)"
                        + " (UnaryOp@2:14 (USub) (Constant@2:15 int:1)))] [])]");
    }

    @Test
    void adjacentLiteralsAreOneAndValuesAreTypedExactly() {
        assertThat(TreeDump.of(tree("f('a' 'é', b'\\xff', True, 1, 1.0, 2j, None, ...)")))
                .isEqualTo("[(Expr@1:1 (Call@1:1 (Name@1:1 f) [(Constant@1:3 str:61c3a9) (Constant@1:12 bytes:ff)"
                        + " (Constant@1:21 True) (Constant@1:27 int:1) (Constant@1:30 float:3ff0000000000000)"
                        + " (Constant@1:35 complex:4000000000000000) (Constant@1:39 None)"
                        + " (Constant@1:45 Ellipsis)] []))]");
    }

    @Test
    void walkVisitsParentsBeforeChildren() {
        var visited = new ArrayList<String>();
        tree("def f(a=1):\n    return g(a)\n").walk(node -> visited.add(name(node)));
        assertThat(visited)
                .containsExactly(
                        "PythonModule",
                        "FunctionDef",
                        "Parameters",
                        "Parameter",
                        "Constant",
                        "Return",
                        "Call",
                        "Name",
                        "Name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x = (1,                | 1 | 5  | '(' was never closed
            x = 1 2                | 1 | 7  | invalid syntax
            x = [1 2]              | 1 | 6  | invalid syntax. Perhaps you forgot a comma?
            if x = 1: pass         | 1 | 4  | invalid syntax. Maybe you meant '==' or ':=' instead of '='?
            def f(a, a=1, b): pass | 1 | 15 | parameter without a default follows parameter with a default
            print 'x'              | 1 | 1  | Missing parentheses in call to 'print'. Did you mean print(...)?
            x = 'abc               | 1 | 5  | unterminated string literal (detected at line 1)
            f(a=1, 2)              | 1 | 9  | positional argument follows keyword argument
            x = )                  | 1 | 5  | unmatched ')'
            None = 1               | 1 | 1  | cannot assign to None
            """)
    void syntaxErrorsAreCPythons(String source, int line, int column, String message) {
        var refusal = refused(source);
        assertThat(refusal.reason()).isEqualTo(Reason.SYNTAX);
        assertThat(refusal.message()).isEqualTo(message);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.column()).isEqualTo(column);
    }

    @Test
    void indentationHasItsOwnReason() {
        var refusal = refused("def f():\nreturn 1\n");
        assertThat(refusal.reason()).isEqualTo(Reason.INDENTATION);
        assertThat(refusal.message()).isEqualTo("expected an indented block after function definition on line 1");
        assertThat(refusal.line()).isEqualTo(2);
    }

    @Test
    void aSourceThatTakesTooLongIsRefused() {
        try (var parser = new PythonParser(Duration.ofNanos(1), 1)) {
            var result = (Refused) parser.parse("x = 1\n".repeat(50_000));
            assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.DEADLINE);
        }
    }

    @Test
    void aClosedParserRefuses() {
        var parser = new PythonParser();
        parser.close();
        var result = (Refused) parser.parse("x = 1");
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactly(Reason.BUSY);
    }

    @Test
    void manyCallersShareFewThreads() throws Exception {
        try (var parser = new PythonParser(Duration.ofSeconds(5), 2);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<ParseResult> good = () -> parser.parse("x = [1, 2]");
            Callable<ParseResult> bad = () -> parser.parse("x." + "x.".repeat(4_000) + "x");
            var results = new ArrayList<ParseResult>();
            for (var answer : callers.invokeAll(List.of(good, bad, good, bad, good, bad, good, good))) {
                results.add(answer.get());
            }
            assertThat(results).filteredOn(Parsed.class::isInstance).hasSize(5);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals("python-parser-3"))
                    .isEmpty();
        }
    }

    private static PythonModule tree(String source) {
        try (var parser = new PythonParser()) {
            return ((Parsed) parser.parse(source)).tree();
        }
    }

    private static Refusal refused(String source) {
        try (var parser = new PythonParser()) {
            return ((Refused) parser.parse(source)).refusals().getFirst();
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName();
    }
}
