package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What the parser's refusals mean to people: one rule for each of its reasons, as {@code parser-rules.txt} says. */
final class ParserRules {

    private static final String FILE = "parser-rules.txt";
    private static final Map<Reason, RuleDescription> RULES = read();

    private ParserRules() {}

    static RuleDescription of(Reason reason) {
        return Objects.requireNonNull(RULES.get(reason), () -> "%s does not explain %s".formatted(FILE, reason.id()));
    }

    private static Map<Reason, RuleDescription> read() {
        var rules = new EnumMap<Reason, RuleDescription>(Reason.class);
        Arrays.stream(text().split("\n\n"))
                .filter(entry -> !entry.startsWith("#"))
                .map(ParserRules::description)
                .forEach(rule -> rules.put(reason(rule.id()), rule));
        return Map.copyOf(rules);
    }

    private static RuleDescription description(String entry) {
        String[] lines = entry.strip().split("\n");
        String[] facts = lines[0].split(" ");
        return new RuleDescription(
                facts[0],
                Layer.valueOf(facts[1]),
                Severity.valueOf(facts[2]),
                Confidence.HIGH,
                facts[3],
                lines[1],
                lines[2],
                lines[3]);
    }

    private static Reason reason(String id) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s explains %s, which is no reason".formatted(FILE, id)));
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(ParserRules.class.getResourceAsStream(FILE), FILE)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
