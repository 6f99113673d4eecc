package io.crewsmith.platform.sarif;

import io.crewsmith.platform.sarif.AnnouncedRules.AnnouncedRule;
import io.crewsmith.platform.sarif.SarifLog.Configuration;
import io.crewsmith.platform.sarif.SarifLog.Rule;
import io.crewsmith.platform.sarif.SarifLog.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a report: all that were announced, and those that only a finding names, such as custom ones. */
final class SarifRules {

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    /** @param door where the rules can be read, with a slash at its end */
    SarifRules(AnnouncedRules announced, URI door) {
        announced.rules().forEach(rule -> add(described(rule, door)));
    }

    List<Rule> all() {
        return List.copyOf(rules);
    }

    /** The place of the rule in the report's list. */
    int indexOf(String id, String severity, @Nullable String cwe) {
        if (!ids.contains(id)) {
            add(new Rule(id, null, null, null, null, null, properties(severity, null, cwe)));
        }
        return ids.indexOf(id);
    }

    /** SARIF's word for a severity. */
    static String level(String severity) {
        return switch (severity) {
            case "CRITICAL", "ERROR" -> "error";
            case "WARNING" -> "warning";
            default -> "note";
        };
    }

    private void add(Rule rule) {
        rules.add(rule);
        ids.add(rule.id());
    }

    private static Rule described(AnnouncedRule rule, URI door) {
        return new Rule(
                rule.rule(),
                Text.of(rule.title() + "."),
                Text.of(rule.danger()),
                door.resolve("api/rules/" + rule.rule()),
                new Text(rule.danger() + "\n\n" + rule.remedy(), markdown(rule)),
                new Configuration(level(rule.severity())),
                properties(rule.severity(), rule.confidence(), rule.cwe()));
    }

    private static String markdown(AnnouncedRule rule) {
        return "**Why.** %s\n\n**Instead.** %s\n".formatted(rule.danger(), rule.remedy())
                + (rule.bad().isEmpty()
                        ? ""
                        : "\nRefused:\n\n```python\n%s```\n"
                                .formatted(rule.bad().getFirst()))
                + (rule.good().isBlank() ? "" : "\nAccepted:\n\n```python\n%s```\n".formatted(rule.good()));
    }

    /** As GitHub's code scanning reads them: the CWE as a tag, the severity as a CVSS score, the confidence as precision. */
    private static Map<String, Object> properties(String severity, @Nullable String confidence, @Nullable String cwe) {
        List<String> tags =
                cwe == null ? List.of("security") : List.of("security", "external/cwe/" + cwe.toLowerCase(Locale.ROOT));
        return Map.of(
                "tags",
                tags,
                "security-severity",
                score(severity),
                "precision",
                confidence == null ? "medium" : precision(confidence));
    }

    private static String score(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "9.5";
            case "ERROR" -> "7.5";
            case "WARNING" -> "5.0";
            default -> "1.0";
        };
    }

    private static String precision(String confidence) {
        return switch (confidence) {
            case "HIGH" -> "very-high";
            case "MEDIUM" -> "high";
            default -> "medium";
        };
    }
}
