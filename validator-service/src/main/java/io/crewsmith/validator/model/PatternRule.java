package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Call;
import io.crewsmith.python.Node.ImportFrom;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Regular expressions are literals without repeated repetitions, which can take for ever. */
final class PatternRule implements Rule {

    private static final Set<String> WITH_PATTERN =
            Set.of("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn");
    private static final int MAX_PATTERN = 200;
    private static final Pattern REPEATED_REPETITION =
            Pattern.compile("\\([^()]*(?:[*+]|\\{\\d+,\\d*})[^()]*\\)[^()]*\\)*(?:[*+]|\\{\\d+,\\d*})");

    @Override
    public Stream<Finding> judge(Program program) {
        Set<String> imported = program.all(ImportFrom.class)
                .filter(from -> "re".equals(from.module()))
                .flatMap(from -> from.names().stream())
                .filter(alias -> WITH_PATTERN.contains(alias.name()))
                .map(alias -> alias.asName() == null ? alias.name() : alias.asName())
                .collect(Collectors.toSet());
        return program.all(Call.class)
                .filter(call -> takesPattern(program, call, imported))
                .filter(call -> !isHarmless(call))
                .map(
                        call -> Finding.at(
                                call,
                                "slow-pattern",
                                Severity.ERROR,
                                Layer.LITERALS,
                                "The regular expression can take for ever or is not seen here; write a short literal without repeated repetitions"));
    }

    private static boolean takesPattern(Program program, Call call, Set<String> imported) {
        return switch (call.function()) {
            case Node.Name name -> imported.contains(name.id());
            case Node.Attribute attribute ->
                WITH_PATTERN.contains(attribute.name())
                        && program.path(attribute.value()).filter("re"::equals).isPresent();
            default -> false;
        };
    }

    private static boolean isHarmless(Call call) {
        return !call.arguments().isEmpty()
                && call.arguments()
                        .getFirst()
                        .string()
                        .filter(pattern -> pattern.length() <= MAX_PATTERN)
                        .filter(pattern -> !REPEATED_REPETITION.matcher(pattern).find())
                        .isPresent();
    }
}
