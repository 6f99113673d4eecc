package io.crewsmith.validator.model.custom;

import io.crewsmith.python.tree.Position;
import io.crewsmith.validator.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that an administrator wrote.
 *
 * @param id {@code custom/} and a kebab-case name, so that it is never that of a built-in rule
 * @param message what a breach says; {@value #TARGET} in it stands for what was found
 * @param cwe the weakness that it keeps out, such as {@code CWE-918}; null where its author names none
 * @param text the rule as it was written
 */
public record CustomRule(
        String id,
        String title,
        String message,
        Severity severity,
        @Nullable String cwe,
        Reach appliesTo,
        Demand demand,
        Patterns patterns,
        Examples examples,
        String text) {

    static final Pattern ID = Pattern.compile("custom/[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final String TARGET = "{target}";
    private static final int MOST_BREACHES = 100;
    private static final int LONGEST_TARGET = 200;

    public CustomRule {
        if (!ID.matcher(id).matches() || !message.contains(TARGET)) {
            throw new IllegalArgumentException("a custom rule needs an id of its kind and a message with " + TARGET);
        }
    }

    /** Where the module breaks the rule, in the order of the source; the first 100 places. */
    List<Breach> breaches(ModuleUses module) {
        return switch (demand) {
            case FORBID -> places(module);
            case REQUIRE ->
                patterns.all()
                        .filter(wanted -> wanted.in(module).findAny().isEmpty())
                        .map(missing -> new Breach(Position.START, missing.text()))
                        .toList();
        };
    }

    /** One breach a place: where several patterns or names mean the same place, the longest name says most. */
    private List<Breach> places(ModuleUses module) {
        Map<Position, String> places = patterns.all()
                .flatMap(wanted -> wanted.in(module))
                .collect(Collectors.toMap(Use::at, Use::name, CustomRule::longer, TreeMap::new));
        return places.entrySet().stream()
                .limit(MOST_BREACHES)
                .map(place -> new Breach(place.getKey(), place.getValue()))
                .toList();
    }

    String messageAbout(Breach breach) {
        String target = breach.target();
        return message.replace(
                TARGET, target.length() > LONGEST_TARGET ? target.substring(0, LONGEST_TARGET) + "…" : target);
    }

    private static String longer(String one, String other) {
        return Stream.of(one, other)
                .max(Comparator.comparingInt(String::length).thenComparing(String::toString))
                .orElseThrow();
    }
}
