package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A program that a test asks for its opinion. Where it is missing the test says so, and counts as skipped. */
record Tool(Path program) {

    static Tool find(String name, String debianPackage) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseGet(() -> missing(name, debianPackage));
    }

    private static Tool missing(String name, String debianPackage) {
        String message = "SKIPPED: %s is not installed (Debian: apt-get install %s)".formatted(name, debianPackage);
        System.err.println(message);
        return abort(message);
    }

    /** Runs it in the repository; fails with what it said unless its exit code is 0. */
    String succeed(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                        .toList())
                .directory(ComposeFile.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(arguments), said).isZero();
        return said;
    }
}
