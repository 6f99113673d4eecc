package io.crewsmith.generator.crewai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code probe.py}: one Python process for all subjects. */
final class Probe {

    private static final Path SCRIPT = Path.of("src/test/python/probe.py");
    private static final Path RUNTIME = Path.of("../python-runtime");
    private static final int MINUTES = 10;

    private final Path python;
    private final Path folder;

    Probe(Path python, Path folder) {
        this.python = python;
        this.folder = folder;
    }

    /** A job of the script. */
    private record Job(String id, String module, String type, boolean execute, boolean crew) {}

    /** What was seen, by the id of the subject. */
    Map<String, Observed> observe(List<Subject> subjects) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("jobs.json"),
                JsonMapper.shared()
                        .writeValueAsString(subjects.stream().map(this::job).toList()));
        run(SCRIPT);
        return Files.readAllLines(folder.resolve("observed.jsonl"), UTF_8).stream()
                .map(line -> new Observed(JsonMapper.shared().readTree(line)))
                .collect(Collectors.toMap(Observed::id, Function.identity()));
    }

    /** Runs a script with the folder and the runtime package, and waits for its end. */
    void run(Path script) throws IOException, InterruptedException {
        Path log = folder.resolve("probe.log");
        Process process = new ProcessBuilder(
                        python.toString(), script.toString(), folder.toString(), RUNTIME.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly().waitFor();
        assertThat(ended && process.exitValue() == 0).as(tail(log)).isTrue();
    }

    private Job job(Subject subject) {
        var file = subject.generated().files().getFirst();
        try {
            Path module = folder.resolve(file.path());
            Files.createDirectories(module.getParent());
            Files.writeString(module, file.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Job(subject.id(), file.path(), subject.type(), subject.execute(), subject.embeds());
    }

    private static String tail(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), UTF_8);
        return text.substring(Math.max(0, text.length() - 4000));
    }
}
