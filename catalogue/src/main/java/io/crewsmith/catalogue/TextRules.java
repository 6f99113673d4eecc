package io.crewsmith.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks texts: characters, length, pattern, format, and that they hold no secret. */
final class TextRules {

    private static final Pattern KEY = Pattern.compile(Catalogue.KEY);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Set<String> tools;
    private final Set<String> guardrails;
    private final ReservedNames reserved;

    TextRules(Set<String> tools, Set<String> guardrails, ReservedNames reserved) {
        this.tools = Set.copyOf(tools);
        this.guardrails = Set.copyOf(guardrails);
        this.reserved = reserved;
    }

    /** The text if it is allowed; otherwise null, and the problem is added. */
    @Nullable
    String check(String at, Parameter parameter, String text, List<Problem> problems) {
        Optional<Problem> problem = length(at, parameter, text)
                .or(() -> characters(at, parameter, text))
                .or(() -> pattern(at, parameter, text))
                .or(() -> format(at, parameter, text))
                .or(() -> secret(at, parameter, text));
        problem.ifPresent(problems::add);
        return problem.isEmpty() ? text : null;
    }

    private static Optional<Problem> length(String at, Parameter parameter, String text) {
        int length = text.codePointCount(0, text.length());
        Limits limits = parameter.limits();
        if (length < limits.minLength() || length > limits.maxLength()) {
            return problem(
                    at,
                    "length",
                    "%s must have %,d to %,d characters, but has %,d."
                            .formatted(parameter.name(), limits.minLength(), limits.maxLength(), length));
        }
        return Optional.empty();
    }

    private static Optional<Problem> characters(String at, Parameter parameter, String text) {
        if (text.indexOf('\0') >= 0) {
            return problem(at, "nul", "%s holds a NUL character; remove it.".formatted(parameter.name()));
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            return problem(
                    at,
                    "surrogate",
                    "%s holds half of a surrogate pair, which is no character.".formatted(parameter.name()));
        }
        if (parameter.limits().oneLine() && text.codePoints().anyMatch(TextRules::breaksLine)) {
            return problem(
                    at, "one-line", "%s must be one line without control characters.".formatted(parameter.name()));
        }
        return Optional.empty();
    }

    private static boolean breaksLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static Optional<Problem> pattern(String at, Parameter parameter, String text) {
        Limits limits = parameter.limits();
        Pattern pattern = limits.pattern();
        if (pattern != null && !pattern.matcher(text).matches()) {
            return problem(at, "pattern", "%s must be %s.".formatted(parameter.name(), limits.patternHint()));
        }
        if (!limits.values().isEmpty() && !limits.values().contains(text)) {
            return problem(
                    at,
                    "value",
                    "%s must be one of %s, but is %s."
                            .formatted(parameter.name(), String.join(", ", limits.values()), Quoted.of(text)));
        }
        return Optional.empty();
    }

    private Optional<Problem> format(String at, Parameter parameter, String text) {
        return switch (parameter.limits().format()) {
            case NONE -> Optional.empty();
            case KEY -> key(at, parameter, text);
            case HTTPS_URL ->
                isHttps(text)
                        ? Optional.empty()
                        : problem(at, "url", "%s must be an absolute https URL.".formatted(parameter.name()));
            case TOOL ->
                tools.contains(text)
                        ? Optional.empty()
                        : problem(at, "tool", NearMatches.sentence("tool", text, tools));
            case GUARDRAIL ->
                !NAME.matcher(text).matches() || guardrails.contains(text)
                        ? Optional.empty()
                        : problem(at, "guardrail", NearMatches.sentence("guardrail", text, guardrails));
            case UUID ->
                UUID.matcher(text).matches()
                        ? Optional.empty()
                        : problem(at, "uuid", "%s must be a lower-case UUID.".formatted(parameter.name()));
        };
    }

    private Optional<Problem> key(String at, Parameter parameter, String key) {
        if (!KEY.matcher(key).matches()) {
            return problem(
                    at,
                    "key",
                    "%s must be kebab-case: lower-case letters and digits, as in market-analyst."
                            .formatted(parameter.name()));
        }
        return reserved.contains(key)
                ? problem(
                        at,
                        "reserved",
                        "%s must not be %s: Python, CrewAI or the system knows a name like it already."
                                .formatted(parameter.name(), key))
                : Optional.empty();
    }

    private static boolean isHttps(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Problem> secret(String at, Parameter parameter, String text) {
        return Secrets.find(text)
                .flatMap(kind -> problem(
                        at,
                        "secret",
                        "%s looks like it holds %s. Name an environment variable instead."
                                .formatted(parameter.name(), kind)));
    }

    private static Optional<Problem> problem(String at, String code, String message) {
        return Optional.of(new Problem(at, code, message));
    }
}
