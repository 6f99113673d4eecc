package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real CPython that reads files with {@code ast.parse} and answers one line for each. */
record Oracle(String version, String executable) {

    /** What CPython said: a tree, or where and why not. */
    record Answer(boolean accepted, String tree, int line, int column, String message) {}

    /** {@code python3} of the PATH, and CPython 3.10 to 3.13 where pyenv has them. */
    static List<Oracle> found() {
        var byVersion = new TreeMap<String, Oracle>();
        candidates()
                .flatMap(name -> oracle(name).stream())
                .filter(oracle -> oracle.minor() >= 10)
                .forEach(oracle -> byVersion.putIfAbsent(oracle.version(), oracle));
        return List.copyOf(byVersion.values());
    }

    private static Stream<String> candidates() {
        var pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        try (var versions = Files.list(pyenv)) {
            var installed =
                    versions.map(version -> version.resolve("bin/python3").toString());
            return Stream.concat(Stream.of("python3"), installed.toList().stream());
        } catch (IOException none) {
            return Stream.of("python3");
        }
    }

    private static Optional<Oracle> oracle(String name) {
        try {
            var version = run(List.of(name, "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])"), "");
            return version.isEmpty() || !version.getFirst().startsWith("3.")
                    ? Optional.empty()
                    : Optional.of(new Oracle(version.getFirst(), name));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    int minor() {
        return Integer.parseInt(version.split("\\.")[1]);
    }

    Path standardLibrary() throws IOException {
        return Path.of(run(List.of(executable, "-c", "import os; print(os.path.dirname(os.__file__))"), "")
                .getFirst());
    }

    List<Answer> read(List<Path> files) throws IOException {
        var script = Files.createTempFile("dump_tree", ".py");
        try (var source = Oracle.class.getResourceAsStream("/dump_tree.py")) {
            Files.write(script, source == null ? new byte[0] : source.readAllBytes());
            var input = files.stream().map(Path::toString).reduce("", (all, file) -> all + file + "\n");
            return run(List.of(executable, "-X", "utf8", script.toString()), input).stream()
                    .map(Oracle::answer)
                    .toList();
        } finally {
            Files.delete(script);
        }
    }

    /** Whether {@code ast.parse} takes each of the sources as bytes in UTF-8. */
    List<Boolean> accepts(List<String> sources) throws IOException {
        var program = "import ast, sys, warnings\n"
                + "warnings.simplefilter('ignore')\n"
                + "for row in sys.stdin:\n"
                + "    try:\n"
                + "        ast.parse(bytes.fromhex(row))\n"
                + "        print(1)\n"
                + "    except (SyntaxError, ValueError, MemoryError, RecursionError):\n"
                + "        print(0)\n";
        var input = sources.stream()
                .map(source -> HexFormat.of().formatHex(source.getBytes(UTF_8)))
                .collect(Collectors.joining("\n", "", "\n"));
        return run(List.of(executable, "-c", program), input).stream()
                .map("1"::equals)
                .toList();
    }

    private static Answer answer(String row) {
        var fields = row.split(" ");
        var text = new String(HexFormat.of().parseHex(fields[3].substring(1)), UTF_8);
        boolean accepted = fields[0].equals("1");
        int line = Integer.parseInt(fields[1]);
        return new Answer(accepted, accepted ? text : "", line, Integer.parseInt(fields[2]), accepted ? "" : text);
    }

    private static List<String> run(List<String> command, String input) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var writer = process.outputWriter(UTF_8)) {
            writer.write(input);
        }
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            var lines = reader.lines().toList();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0 ? lines : List.of();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
