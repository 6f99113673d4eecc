package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Optional;

/** CWE-1007: escapes for characters that a model reads and a person does not see. */
final class HiddenText implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "hidden-text",
            Layer.LITERALS,
            Severity.WARNING,
            Confidence.HIGH,
            "CWE-1007",
            "Characters in a text that nobody sees",
            """
                    By escapes a text can hold characters that are not shown: tags that spell whole sentences for a \
                    model, characters without width between letters, signs that turn the direction of what follows. \
                    The model reads them, the reviewer does not.""",
            """
                    Take them out, unless the language of the text needs them.""");

    private static final int BLACK_FLAG = 0x1F3F4;

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(1)
                .forEach(constant -> ModuleFacts.text(constant)
                        .flatMap(HiddenText::firstHidden)
                        .ifPresent(hidden -> report.add(
                                constant.at(),
                                "the text holds U+%04X, which nobody sees: take it out".formatted(hidden))));
    }

    private static Optional<Integer> firstHidden(String text) {
        // Flags of England, Scotland and Wales are spelled with tags.
        return text.codePoints().anyMatch(codePoint -> codePoint == BLACK_FLAG)
                ? Optional.empty()
                : text.codePoints().filter(HiddenText::isHidden).boxed().findFirst();
    }

    private static boolean isHidden(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || (codePoint >= 0xE0000 && codePoint <= 0xE007F)
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB)
                || codePoint == 0x200B
                || codePoint == 0xFEFF
                || (codePoint < 0x20 && codePoint != '\n' && codePoint != '\r' && codePoint != '\t')
                || (codePoint >= 0x7F && codePoint < 0xA0);
    }
}
