package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a rule finds and what it lets pass, from the files {@code examples/<id>.bad.py} and {@code .good.py}.
 *
 * @param bad one breach each; none where code cannot show it
 * @param good look-alikes that no rule finds; blank where there are none
 */
public record RuleExamples(List<String> bad, String good) {

    private static final String BETWEEN = "# ---\n";

    public RuleExamples {
        bad = List.copyOf(bad);
    }

    /** The examples of a rule; empty ones where it has no files. */
    public static RuleExamples of(String id) {
        String bad = read("examples/%s.bad.py".formatted(id));
        return new RuleExamples(
                bad.isBlank() ? List.of() : List.of(bad.split(BETWEEN)), read("examples/%s.good.py".formatted(id)));
    }

    private static String read(String file) {
        try (var stream = RuleExamples.class.getResourceAsStream(file)) {
            return stream == null ? "" : new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
