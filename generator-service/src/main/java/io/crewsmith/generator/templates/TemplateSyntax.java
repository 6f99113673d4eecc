package io.crewsmith.generator.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The small part of FreeMarker that templates may use: conditions, loops over what is given, parts of the same pack, and two
 * filters. Whatever else FreeMarker can do is not forbidden one by one: it is not in the grammar.
 */
final class TemplateSyntax {

    private static final Set<String> DIRECTIVES = Set.of("if", "elseif", "else", "list", "sep", "include");
    private static final Pattern TAG = Pattern.compile(
            "<#--.*?-->|</?#(?<directive>[a-z]+)(?<arguments>[^>]*)>|\\$\\{(?<value>[^}]*)}|(?<stray></?[#@]|\\$\\{)",
            Pattern.DOTALL);

    private static final String NAME = "[a-z_][a-z0-9_]*+(?:\\.[a-z_][a-z0-9_]*+)*+";
    private static final String FILTERS = "(?:\\?(?:has_content|lower_case)\\b)*+(?:\\?\\?)?+";
    private static final String TEXT = "\"[A-Za-z0-9 _./-]*+\"";

    /** Neither brackets nor a bare greater-than sign, so that a tag ends for FreeMarker where it ends for us. */
    private static final Pattern EXPRESSION =
            Pattern.compile("(?:" + NAME + FILTERS + "|" + TEXT + "|&&|\\|\\||!=?|==|\\s)*+");

    private static final Pattern INCLUDED = Pattern.compile("\\s+\"([A-Za-z0-9_.-]+)\"\\s*");

    private TemplateSyntax() {}

    /**
     * The parts that a template includes.
     *
     * @throws BrokenPack where the template uses anything else
     */
    static List<String> check(String file, String template) {
        List<String> included = new ArrayList<>();
        Matcher tag = TAG.matcher(template);
        while (tag.find()) {
            String directive = tag.group("directive");
            String expression = directive == null ? tag.group("value") : tag.group("arguments");
            boolean known = directive == null || DIRECTIVES.contains(directive);
            if (tag.group("stray") != null || !known || !isExpression(expression)) {
                throw refused(file, template, tag);
            }
            if ("include".equals(directive)) {
                Matcher name = INCLUDED.matcher(tag.group("arguments"));
                if (!name.matches()) {
                    throw refused(file, template, tag);
                }
                included.add(name.group(1));
            }
        }
        return included;
    }

    private static boolean isExpression(@Nullable String expression) {
        return expression == null || EXPRESSION.matcher(expression).matches();
    }

    private static BrokenPack refused(String file, String template, Matcher tag) {
        int line = 1
                + (int) template.substring(0, tag.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new BrokenPack(
                file,
                line,
                "%s is not allowed. Templates may use #if, #elseif, #else, #list, #sep, #include \"file of the pack\", "
                                .formatted(tag.group().lines().findFirst().orElse(""))
                        + "${name.of.a.value}, ??, ?has_content, ?lower_case, &&, ||, !, == and !=.");
    }
}
