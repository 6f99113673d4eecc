package io.crewsmith.validator.model;

import io.crewsmith.python.Reason;
import io.crewsmith.validator.model.rules.Rule;
import io.crewsmith.validator.model.rules.Rules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule whose id can stand in a verdict of this build, whichever class finds it. Custom rules are not among them. */
public final class RuleCatalogue {

    private RuleCatalogue() {}

    /** All, by their ids. */
    public static List<RuleDescription> all() {
        return Stream.of(
                        Arrays.stream(Reason.values()).map(ParserRules::of),
                        ScanRules.all().stream(),
                        ProofRules.all().stream(),
                        Rules.all().stream().map(Rule::description))
                .flatMap(descriptions -> descriptions)
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }
}
