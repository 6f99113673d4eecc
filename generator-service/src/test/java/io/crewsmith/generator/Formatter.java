package io.crewsmith.generator;

import static org.junit.jupiter.api.Assumptions.abort;

import io.crewsmith.platform.events.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A formatter of Python, installed once into a cache folder. Where it is not to be had, its test is skipped, and says so. */
enum Formatter {
    // Later versions of click break it.
    OLDEST_BLACK(List.of("black==23.1.0", "click==8.1.8"), List.of("black --check --diff -q")),
    BLACK(List.of("black==26.10.1"), List.of("black --check --diff -q")),
    RUFF(
            List.of("ruff==0.17.6"),
            List.of("ruff format --check --diff -q --isolated --no-cache", "ruff check -q --isolated --no-cache"));

    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "crewsmith", "formatters");
    private static final int MINUTES = 5;

    private final List<String> requirements;
    private final List<String> commands;

    Formatter(List<String> requirements, List<String> commands) {
        this.requirements = requirements;
        this.commands = commands;
    }

    /** What it would change in the files of a folder, or dislikes about them. */
    List<String> complaints(Path folder) throws IOException, InterruptedException {
        Path home = home();
        List<String> lines = new ArrayList<>();
        for (String command : commands) {
            List<String> line = new ArrayList<>(List.of(python(home), "-m"));
            line.addAll(List.of(command.split(" ")));
            line.add(folder.toString());
            lines.addAll(Python.answer(line));
        }
        return lines;
    }

    private Path home() throws IOException, InterruptedException {
        if (!Python.isThere()) {
            abort("SKIPPED: there is no python3 on the PATH");
        }
        Path home = CACHE.resolve(Digests.sha256(String.join("\n", requirements)));
        Path ready = home.resolve("ready");
        if (!Files.exists(ready)) {
            Files.createDirectories(home);
            install(List.of("python3", "-m", "venv", "--clear", home.toString()));
            List<String> line = new ArrayList<>(List.of(python(home), "-m", "pip", "install", "-q"));
            line.addAll(requirements);
            install(line);
            Files.createFile(ready);
        }
        return home;
    }

    private static String python(Path home) {
        return home.resolve("bin/python").toString();
    }

    private void install(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            abort("SKIPPED: %s cannot be installed; `%s` failed".formatted(this, String.join(" ", line)));
        }
    }
}
