package io.crewsmith.review.model;

import static io.crewsmith.review.model.Risk.Level.HIGH;
import static io.crewsmith.review.model.Risk.Level.LOW;
import static io.crewsmith.review.model.Risk.Level.MEDIUM;

import io.crewsmith.review.model.Risk.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a change by what is different in the configuration and in the syntax tree of the code.
 *
 * @param low parameters whose change is texts and limits to the model, no new ability
 * @param high parameters that give an agent hands: tools, code, addresses, files
 */
public record RiskRules(Set<String> low, Set<String> high) {

    private static final int MOST_REASONS = 20;

    public RiskRules {
        low = Set.copyOf(low);
        high = Set.copyOf(high);
        Set<String> both = new TreeSet<>(low);
        both.retainAll(high);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "A parameter is of low or of high risk, not of both: " + String.join(", ", both));
        }
    }

    /** What the step to this version could do; without one before, everything in it is new. */
    public Risk assess(Version now, @Nullable Version before) {
        Stream<Reason> reasons = before == null
                ? Stream.of(new Reason(MEDIUM, "It is the first version."))
                : Stream.of(parameters(now, before), code(now, before), template(now, before))
                        .flatMap(found -> found);
        List<Reason> sorted = Stream.concat(reasons, warnings(now))
                .sorted(Comparator.comparing(Reason::level).reversed())
                .toList();
        return sorted.isEmpty()
                ? new Risk(LOW, List.of("Nothing was added."))
                : new Risk(
                        sorted.getFirst().level(),
                        sorted.stream().map(Reason::text).limit(MOST_REASONS).toList());
    }

    private record Reason(Level level, String text) {}

    private Stream<Reason> parameters(Version now, Version before) {
        return ConfigurationChanges.between(before.configuration(), now.configuration()).stream()
                .map(pointer -> new Reason(level(pointer), "%s was changed.".formatted(pointer)));
    }

    /** The first name in the pointer that is listed decides. */
    private Level level(String pointer) {
        return Arrays.stream(pointer.split("/"))
                .filter(name -> low.contains(name) || high.contains(name))
                .findFirst()
                .map(name -> low.contains(name) ? LOW : HIGH)
                .orElse(MEDIUM);
    }

    private static Stream<Reason> code(Version now, Version before) {
        CodeShape from = before.shape();
        CodeShape to = now.shape();
        if (from == null || to == null) {
            return Stream.of(new Reason(HIGH, "The code could not be compared."));
        }
        return Stream.concat(
                added(from.imports(), to.imports())
                        .map(name -> new Reason(HIGH, "The code imports %s, which it did not.".formatted(name))),
                added(from.calls(), to.calls())
                        .map(name -> new Reason(MEDIUM, "The code calls %s, which it did not.".formatted(name))));
    }

    private static Stream<String> added(Set<String> before, Set<String> now) {
        return new TreeSet<>(now).stream().filter(name -> !before.contains(name));
    }

    private static Stream<Reason> template(Version now, Version before) {
        return now.template().equals(before.template())
                ? Stream.of()
                : Stream.of(new Reason(
                        MEDIUM,
                        "It is rendered by %s; the version before was by %s."
                                .formatted(now.template(), before.template())));
    }

    private static Stream<Reason> warnings(Version now) {
        return now.warnings() == 0
                ? Stream.of()
                : Stream.of(new Reason(MEDIUM, "The scan warns of %d finding(s).".formatted(now.warnings())));
    }
}
