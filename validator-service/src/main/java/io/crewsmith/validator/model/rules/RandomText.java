package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.regex.Pattern;

/** CWE-798: words without any pattern, which keys of unknown form are. */
final class RandomText implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "random-text",
            Layer.LITERALS,
            Severity.WARNING,
            Confidence.LOW,
            "CWE-798",
            "A text that looks like a secret",
            """
                    A long word of small and capital letters and digits without any pattern is most often a key or a \
                    password, whatever the name it is given. Keys of unknown form are found by this alone.""",
            """
                    Where it is a secret, take it out, revoke it and set it in the environment of the deployment. \
                    Where it is an identifier, say so to the reviewer.""");

    private static final int SHORTEST = 24;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_=-]{%d,199}".formatted(SHORTEST));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(SHORTEST)
                .filter(constant -> WORD.matcher(ModuleFacts.text(constant).orElse(""))
                        .results()
                        .anyMatch(match -> isMixed(match.group()) && Randomness.isHigh(match.group())))
                .forEach(constant -> report.add(
                        constant.at(),
                        "the text looks like a secret: if it is one, set it in the environment instead"));
    }

    /** Words that are joined by signs have few digits, keys about one character in six. */
    private static boolean isMixed(String word) {
        return word.chars().anyMatch(Character::isLowerCase)
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().filter(Character::isDigit).count() * 8 >= word.length();
    }
}
