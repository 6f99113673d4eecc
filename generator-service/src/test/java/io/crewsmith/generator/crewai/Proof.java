package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Configuration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How one parameter is seen to arrive. What is expected comes from the configuration alone, not from the generator. */
final class Proof {

    /** Ways of seeing it. */
    enum How {
        OWN,
        ATTRIBUTE,
        WIRE,
        BEHAVIOUR,
        WARNING
    }

    private final String parameter;
    private final List<Check> checks = new ArrayList<>();
    private String notes = "";

    private Proof(String parameter) {
        this.parameter = parameter;
    }

    /** One comparison: null where it holds, otherwise what was expected and what was seen. */
    record Check(How how, Predicate<Subject> applies, Comparison comparison) {}

    /** Holds a subject against what was seen of it. */
    interface Comparison {
        @Nullable
        String difference(Subject subject, Observed seen);
    }

    static Proof of(String parameter) {
        return new Proof(parameter);
    }

    Proof notes(String text) {
        notes = text;
        return this;
    }

    /** A value of the module's own class. */
    Proof own(Function<Configuration, @Nullable Object> expected, Function<Observed, JsonNode> actual) {
        return check(How.OWN, subject -> true, same(expected, actual));
    }

    /** An attribute of the live agent. */
    Proof attribute(Function<Configuration, @Nullable Object> expected, Function<Observed, JsonNode> actual) {
        return check(How.ATTRIBUTE, subject -> true, same(expected, actual));
    }

    /** An attribute of the live crew. */
    Proof crew(Function<Configuration, @Nullable Object> expected, Function<Observed, JsonNode> actual) {
        return check(How.ATTRIBUTE, Subject::embeds, same(expected, actual));
    }

    /** A value of the request that does the task. */
    Proof wire(
            Predicate<Configuration> when,
            Function<Configuration, @Nullable Object> expected,
            Function<Observed, JsonNode> actual) {
        return check(
                How.WIRE, subject -> subject.execute() && when.test(subject.configuration()), same(expected, actual));
    }

    /** Something about the requests that is true. */
    Proof wire(Predicate<Configuration> when, BiPredicate<Configuration, Observed> holds) {
        return check(How.WIRE, subject -> subject.execute() && when.test(subject.configuration()), holds(holds));
    }

    /** Something that the agent does when it runs. */
    Proof behaviour(Predicate<Configuration> when, BiPredicate<Configuration, Observed> holds) {
        return check(How.BEHAVIOUR, subject -> subject.execute() && when.test(subject.configuration()), holds(holds));
    }

    /** A warning, in just these cases. */
    Proof warning(Predicate<Configuration> exactlyWhen) {
        return warning(parameter, exactlyWhen);
    }

    /** A warning that names another parameter, in just these cases. */
    Proof warning(String name, Predicate<Configuration> exactlyWhen) {
        return check(How.WARNING, subject -> true, (subject, seen) -> {
            boolean expected = exactlyWhen.test(subject.configuration());
            return subject.warnsOf(name) == expected ? null : "warning expected: " + expected;
        });
    }

    private Proof check(How how, Predicate<Subject> applies, Comparison comparison) {
        checks.add(new Check(how, applies, comparison));
        return this;
    }

    private static Comparison holds(BiPredicate<Configuration, Observed> holds) {
        return (subject, seen) -> holds.test(subject.configuration(), seen)
                ? null
                : "asked: " + seen.seen().path("asked");
    }

    private static Comparison same(
            Function<Configuration, @Nullable Object> expected, Function<Observed, JsonNode> actual) {
        return (subject, seen) -> {
            JsonNode wanted = JsonMapper.shared().valueToTree(expected.apply(subject.configuration()));
            JsonNode found = actual.apply(seen);
            return isSame(wanted, found) ? null : "expected %s, but was %s".formatted(wanted, found);
        };
    }

    private static boolean isSame(JsonNode wanted, JsonNode found) {
        if (wanted.isNumber() && found.isNumber()) {
            return wanted.doubleValue() == found.doubleValue();
        }
        return wanted.isNull() ? found.isNull() || found.isMissingNode() : wanted.equals(found);
    }

    String parameter() {
        return parameter;
    }

    String notes() {
        return notes;
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    Set<How> ways() {
        Set<How> ways = EnumSet.noneOf(How.class);
        checks.forEach(check -> ways.add(check.how()));
        return ways;
    }
}
