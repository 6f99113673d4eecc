package io.crewsmith.validator.custom;

import io.crewsmith.platform.events.Digests;
import io.crewsmith.validator.model.custom.CustomRule;
import io.crewsmith.validator.model.custom.FixedRules;
import io.crewsmith.validator.model.custom.Loading;
import io.crewsmith.validator.model.custom.RuleLoader;
import io.crewsmith.validator.model.custom.RulePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a folder; one that is broken must not be left out, so nothing starts with it. */
final class RuleFolder {

    private static final int DIGITS = 8;

    private final RuleLoader loader;

    RuleFolder(RuleLoader loader) {
        this.loader = loader;
    }

    /** The rules of all {@code .yaml} and {@code .yml} files; none where no folder is set. */
    FixedRules read(@Nullable Path folder) {
        if (folder == null) {
            return FixedRules.NONE;
        }
        if (!Files.isDirectory(folder)) {
            throw new BrokenRuleFile(
                    "crewsmith.validator.rules must be a folder of rules, but %s is none: correct the setting"
                            .formatted(folder));
        }
        List<Path> files = files(folder);
        if (files.size() > RulePolicy.MOST_RULES) {
            throw new BrokenRuleFile("%s holds %d rules: at most %d are applied, take some out"
                    .formatted(folder, files.size(), RulePolicy.MOST_RULES));
        }
        Map<String, Path> owners = new HashMap<>();
        List<CustomRule> rules = files.stream().map(file -> rule(file, owners)).toList();
        return rules.isEmpty() ? FixedRules.NONE : new FixedRules(version(rules), rules);
    }

    private CustomRule rule(Path file, Map<String, Path> owners) {
        CustomRule rule = switch (loader.load(text(file))) {
            case Loading.Accepted accepted -> accepted.rule();
            case Loading.Refused refused ->
                throw new BrokenRuleFile("%s, %s. Correct the rule or take the file out of the folder."
                        .formatted(file, refused.problems().getFirst().sentence()));
        };
        Path owner = owners.putIfAbsent(rule.id(), file);
        if (owner != null) {
            throw new BrokenRuleFile(
                    "%s and %s both hold the rule %s: keep one of them".formatted(owner, file, rule.id()));
        }
        return rule;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BrokenRuleFile("The folder of rules %s cannot be read: %s".formatted(folder, unreadable));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new BrokenRuleFile("%s cannot be read as UTF-8: %s".formatted(file, unreadable));
        }
    }

    private static String version(List<CustomRule> rules) {
        String texts = rules.stream().map(CustomRule::text).collect(Collectors.joining("\0"));
        return Digests.sha256(texts).substring(0, DIGITS);
    }
}
