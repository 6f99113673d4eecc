package io.crewsmith.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One interpreter that reads code, a JSON text a line, and answers what CPython makes of it, a JSON value a line. */
final class PythonSession implements AutoCloseable {

    /** Asked for an expression it gives the value; for a module, the literals of its calls, class and dictionaries, by name. */
    private static final String PROGRAM = """
            import ast, json, sys

            def literals(module):
                found = {}
                for node in ast.walk(ast.parse(module)):
                    if isinstance(node, ast.Call):
                        pairs = [(keyword.arg, keyword.value) for keyword in node.keywords]
                    elif isinstance(node, ast.ClassDef):
                        pairs = [(a.targets[0].id, a.value) for a in node.body if isinstance(a, ast.Assign)]
                    elif isinstance(node, ast.Dict):
                        pairs = [(key.value, value) for key, value in zip(node.keys, node.values)]
                    else:
                        continue
                    for name, value in pairs:
                        if isinstance(value, ast.Constant):
                            found[name] = value.value
                return found

            for line in sys.stdin:
                kind, code = json.loads(line)
                print(json.dumps(literals(code) if kind == "module" else ast.literal_eval(code)), flush=True)
            """;

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    PythonSession() throws IOException {
        process = new ProcessBuilder("python3", "-X", "utf8", "-c", PROGRAM)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = process.outputWriter(UTF_8);
        out = process.inputReader(UTF_8);
    }

    JsonNode value(String expression) throws IOException {
        write("expression", expression);
        in.flush();
        return answer();
    }

    JsonNode literals(String module) throws IOException {
        write("module", module);
        in.flush();
        return answer();
    }

    /** Hands over the modules while their answers are read; there can be no more questions after them. */
    CompletableFuture<Void> readModules(Stream<String> modules) {
        return CompletableFuture.runAsync(() -> {
            try (in) {
                for (String module : (Iterable<String>) modules::iterator) {
                    write("module", module);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The next answer. */
    JsonNode answer() throws IOException {
        String answer = out.readLine();
        if (answer == null) {
            throw new AssertionError("CPython could not read what it was given; its own words are above");
        }
        return JsonMapper.shared().readTree(answer);
    }

    private void write(String kind, String code) throws IOException {
        in.write(JsonMapper.shared().writeValueAsString(List.of(kind, code)) + "\n");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
