package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Attribute;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code str.format} follows attributes that a text names; so the text is a literal, and names none. */
final class FormatRule implements Rule {

    private static final Pattern REACHING_FIELD = Pattern.compile("\\{[^{}]*[.\\[][^{}]*}?");

    @Override
    public Stream<Finding> judge(Program program) {
        return program.all(Attribute.class)
                .filter(attribute ->
                        attribute.name().equals("format") || attribute.name().equals("format_map"))
                .filter(attribute -> !isHarmless(attribute.value()))
                .map(attribute -> Finding.at(
                        attribute,
                        "format-field",
                        Severity.ERROR,
                        Layer.ALLOW_LIST,
                        "'%s' reads whatever attributes its text names; write an f-string"
                                .formatted(attribute.name())));
    }

    private static boolean isHarmless(Node receiver) {
        return receiver.string()
                .filter(text -> !REACHING_FIELD.matcher(text).find())
                .isPresent();
    }
}
