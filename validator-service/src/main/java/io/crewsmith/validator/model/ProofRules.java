package io.crewsmith.validator.model;

import java.util.List;

/** What the proof says of a generated file that is not what its configuration demands. */
final class ProofRules {

    private static final String REMEDY = """
            Generate the code anew. Where that gives the same, an edited file, a template of one's own or a fault of the \
            generator has written something that nobody configured: do not approve it.""";

    private ProofRules() {}

    static List<RuleDescription> all() {
        return List.of(
                critical("proof-mismatch", "Something else than the configuration says", """
                        What the file tells CrewAI was read back and compared with the configuration of the run, value by \
                        value. The value at this place is another one, so somebody or something changed it on the way."""),
                critical("proof-extra", "Something that the configuration does not ask for", """
                        Every import, statement, argument and comment of a generated file follows from its \
                        configuration. This one does not: it is how an injection looks, whatever it is made to look like."""),
                critical("proof-unreadable", "Something that cannot be read back", """
                        The file holds something that does not say a value, or not in a way that the generator writes. \
                        What cannot be read cannot be compared, so it counts as changed."""),
                new RuleDescription(
                        "proof-none",
                        Layer.SHAPE,
                        Severity.WARNING,
                        Confidence.HIGH,
                        "CWE-354",
                        "Code of a template without a proof",
                        """
                        An operator allowed the code of this template to go without the proof. Only the rules were \
                        applied to it, and they cannot tell what the configuration asked for.""",
                        """
                        Read every line before it is approved, or use a built-in template."""));
    }

    private static RuleDescription critical(String id, String title, String danger) {
        return new RuleDescription(
                id, Layer.SHAPE, Severity.CRITICAL, Confidence.HIGH, "CWE-354", title, danger, REMEDY);
    }
}
