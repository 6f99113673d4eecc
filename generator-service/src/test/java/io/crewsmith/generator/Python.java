package io.crewsmith.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The machine's own Python. */
final class Python {

    private Python() {}

    static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The lines that the command prints, and one more where it fails. */
    static List<String> answer(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().forEach(lines::add);
        if (process.waitFor() != 0) {
            lines.add("%s ended with %d".formatted(String.join(" ", command), process.exitValue()));
        }
        return lines;
    }
}
