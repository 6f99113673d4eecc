package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** CWE-1427: phrases that are meant to make a model forget what it was told. Heuristic, so it only warns. */
final class PromptOverride implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "prompt-override",
            Layer.LITERALS,
            Severity.WARNING,
            Confidence.LOW,
            "CWE-1427",
            "A text that tries to override instructions",
            """
                    Phrases such as 'ignore all previous instructions' have one purpose: to make a model forget what \
                    it was told. In a goal or a backstory they may have been copied from somewhere, or be meant for \
                    the models of other agents that read this one's answers.""",
            """
                    Check who wrote the text and what for. Where it is a warning to the agent, say what it should do \
                    instead of quoting the phrase.""");

    private static final Pattern PHRASE = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|bypass)\\s+(?:all\\s+|any\\s+|the\\s+|your\\s+|of\\s+|these\\s+|every\\s+){0,3}"
                    + "(?:previous|prior|above|earlier|preceding|former|system|original|safety)\\s+(?:\\w+\\s+)?"
                    + "(?:instruction|prompt|rule|direction|guideline|message|command|context|policy|policies)"
                    + "|\\b(?:reveal|print|repeat|show|output|leak)\\s+(?:me\\s+)?(?:your|the)\\s+(?:hidden\\s+|full\\s+|entire\\s+)?system\\s+prompt"
                    + "|\\byou\\s+are\\s+now\\s+(?:dan\\b|in\\s+developer\\s+mode|unrestricted|jailbroken)"
                    + "|\\bdo\\s+anything\\s+now\\b|\\bwithout\\s+any\\s+(?:restrictions|filters)\\s+or\\s+(?:restrictions|filters)"
                    + "|\\bnew\\s+(?:system\\s+)?instructions?\\s*:",
            Pattern.CASE_INSENSITIVE);
    /** One of them is in every phrase; looked for first, since that takes next to no time. */
    private static final List<String> KEY_WORDS = List.of(
            "instruction",
            "prompt",
            "rule",
            "direction",
            "guideline",
            "message",
            "command",
            "context",
            "polic",
            "are now",
            "anything",
            "restrictions",
            "filters");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(12)
                .filter(constant -> isOverride(ModuleFacts.text(constant).orElse("")))
                .forEach(constant -> report.add(
                        constant.at(),
                        "the text tries to override a model's instructions: check who wrote it and what for"));
    }

    private static boolean isOverride(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return KEY_WORDS.stream().anyMatch(words::contains)
                && PHRASE.matcher(words).find();
    }
}
