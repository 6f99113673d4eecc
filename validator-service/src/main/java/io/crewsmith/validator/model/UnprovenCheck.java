package io.crewsmith.validator.model;

import java.util.List;
import java.util.Optional;

/** Stands for the proof where an operator has said that the code of a template may go without it: it warns of that. */
public final class UnprovenCheck implements Check {

    private final String template;

    /**
     * @param template id and version
     */
    public UnprovenCheck(String template) {
        this.template = template;
    }

    @Override
    public String name() {
        return DecodeProofCheck.NAME;
    }

    @Override
    public Layer layer() {
        return Layer.SHAPE;
    }

    @Override
    public Optional<String> basis() {
        return Optional.of(template);
    }

    @Override
    public Optional<List<Finding>> examine(Submission submission) {
        String message = "the template %s has no proof: read every line, anything may be in it that the rules allow";
        return Optional.of(
                List.of(new Finding("proof-none", Severity.WARNING, Layer.SHAPE, 1, 1, message.formatted(template))));
    }
}
