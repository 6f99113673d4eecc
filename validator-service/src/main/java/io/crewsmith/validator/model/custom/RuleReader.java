package io.crewsmith.validator.model.custom;

import com.google.re2j.Pattern;
import io.crewsmith.validator.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads one rule out of its fields; every problem is collected. The same is written as {@code docs/custom-rule.schema.json}. */
final class RuleReader {

    private static final Set<String> RULE =
            Set.of("id", "title", "message", "severity", "cwe", "applies_to", "forbid", "require", "examples");
    private static final Set<String> PATTERNS = Set.of("imports", "calls", "attributes", "literals");
    private static final Set<String> EXAMPLES = Set.of("match", "no_match");
    private static final Predicate<String> CWE =
            java.util.regex.Pattern.compile("CWE-[1-9][0-9]{0,4}").asMatchPredicate();

    private static final int LONGEST_ID = 80;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PATTERNS = 50;
    private static final int MOST_EXAMPLES = 20;
    private static final int LONGEST_EXAMPLE = 16_384;

    private final List<RuleProblem> problems = new ArrayList<>();
    private final String text;

    private RuleReader(String text) {
        this.text = text;
    }

    /** The rule, its examples not yet tried. */
    static Loading read(String text) {
        try {
            var reader = new RuleReader(text);
            Optional<CustomRule> rule = reader.rule(new Fields(YamlText.root(text), "", RULE, reader.problems));
            return reader.problems.isEmpty()
                    ? new Loading.Accepted(rule.orElseThrow())
                    : new Loading.Refused(reader.problems);
        } catch (YamlText.Unreadable unreadable) {
            return new Loading.Refused(List.of(unreadable.problem()));
        }
    }

    private Optional<CustomRule> rule(Fields fields) {
        Optional<String> id = id(fields);
        Optional<Text> title = fields.text("title", LONGEST_TITLE);
        Optional<String> message = message(fields);
        Optional<Severity> severity = word(fields.text("severity", LONGEST_NAME), Severity.class, Function.identity());
        Optional<String> cwe =
                checked(fields.optionalText("cwe", LONGEST_NAME), CWE, "the weakness must be such as CWE-918");
        Optional<Reach> reach = reach(fields);
        Optional<Demand> demand = demand(fields);
        Optional<Patterns> patterns = demand.flatMap(wanted -> patterns(fields, wanted));
        Optional<Examples> examples = examples(fields);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustomRule(
                id.orElseThrow(),
                title.orElseThrow().value(),
                message.orElseThrow(),
                severity.orElseThrow(),
                cwe.orElse(null),
                reach.orElseThrow(),
                demand.orElseThrow(),
                patterns.orElseThrow(),
                examples.orElseThrow(),
                text));
    }

    private Optional<String> id(Fields fields) {
        return checked(
                fields.text("id", LONGEST_ID),
                CustomRule.ID.asMatchPredicate(),
                "the id must be 'custom/' and a name in kebab-case, such as custom/no-requests");
    }

    private Optional<String> message(Fields fields) {
        return checked(
                fields.text("message", LONGEST_MESSAGE),
                words -> words.contains(CustomRule.TARGET),
                "the message must name what was found: put {target} into it");
    }

    private Optional<Reach> reach(Fields fields) {
        return fields.has("applies_to")
                ? word(fields.optionalText("applies_to", LONGEST_NAME), Reach.class, RuleReader::lowerCase)
                : Optional.of(Reach.ALL);
    }

    private Optional<Demand> demand(Fields fields) {
        List<Demand> demands = Arrays.stream(Demand.values())
                .filter(demand -> fields.has(name(demand)))
                .toList();
        if (demands.size() != 1) {
            fields.wrong("demand", "a rule has either 'forbid' or 'require': give exactly one of them");
            return Optional.empty();
        }
        return Optional.of(demands.getFirst());
    }

    private Optional<Patterns> patterns(Fields fields, Demand demand) {
        return fields.below(name(demand), PATTERNS).map(below -> {
            if (PATTERNS.stream().noneMatch(below::has)) {
                below.wrong("required", "give at least one of imports, calls, attributes, literals");
            }
            return new Patterns(
                    names(below, "imports"), names(below, "calls"), names(below, "attributes"), literals(below));
        });
    }

    private List<NamePattern> names(Fields fields, String kind) {
        return fields.texts(kind, MOST_PATTERNS, LONGEST_NAME).stream()
                .map(name -> checked(
                        Optional.of(name),
                        NamePattern::isWellFormed,
                        "'%s' is no dotted name: write os.system, os.* or *.execute".formatted(name.value())))
                .flatMap(Optional::stream)
                .map(NamePattern::new)
                .toList();
    }

    private List<TextPattern> literals(Fields fields) {
        var patterns = new ArrayList<TextPattern>();
        for (Text literal : fields.texts("literals", MOST_PATTERNS, TextPattern.LONGEST)) {
            TextPattern.flaw(literal.value())
                    .ifPresentOrElse(
                            flaw -> problems.add(literal.problem("pattern", flaw)),
                            () -> patterns.add(new TextPattern(Pattern.compile(literal.value()))));
        }
        return patterns;
    }

    private Optional<Examples> examples(Fields fields) {
        if (!fields.has("examples")) {
            fields.wrong("required", "'examples' is missing: without examples nothing shows that the rule works");
        }
        return fields.below("examples", EXAMPLES)
                .map(below -> new Examples(codes(below, "match"), codes(below, "no_match")));
    }

    private List<Text> codes(Fields fields, String list) {
        if (!fields.has(list)) {
            fields.wrong("required", "'%s' is missing: give at least one example".formatted(list));
        }
        return fields.texts(list, MOST_EXAMPLES, LONGEST_EXAMPLE);
    }

    private Optional<String> checked(Optional<Text> text, Predicate<String> rule, String message) {
        text.filter(value -> !rule.test(value.value()))
                .ifPresent(wrong -> problems.add(wrong.problem("value", message)));
        return text.map(Text::value).filter(rule);
    }

    private <E extends Enum<E>> Optional<E> word(
            Optional<Text> text, Class<E> type, Function<String, String> spelling) {
        List<E> all = Arrays.asList(Objects.requireNonNull(type.getEnumConstants()));
        Optional<E> known = text.flatMap(word -> all.stream()
                .filter(constant -> spelling.apply(constant.name()).equals(word.value()))
                .findFirst());
        if (known.isEmpty()) {
            String words = all.stream()
                    .map(constant -> spelling.apply(constant.name()))
                    .collect(Collectors.joining(", "));
            text.ifPresent(wrong -> problems.add(wrong.problem("value", "this must be one of " + words)));
        }
        return known;
    }

    private static String name(Demand demand) {
        return lowerCase(demand.name());
    }

    private static String lowerCase(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
