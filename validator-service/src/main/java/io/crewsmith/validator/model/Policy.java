package io.crewsmith.validator.model;

import java.util.List;

/** The rules in force. A change of any rule changes the version. */
public record Policy(String version, List<Check> checks) {

    public Policy {
        checks = List.copyOf(checks);
    }

    public static Policy current() {
        return new Policy(
                "1.0.0",
                List.of(
                        new Check("imports", List.of(new ImportRule())),
                        new Check("names", List.of(new NameRule())),
                        new Check("attributes", List.of(new AttributeRule(), new ModuleUseRule())),
                        new Check("calls", List.of(new FormatRule(), new ClassBuildingRule())),
                        new Check("shape", List.of(new EndlessLoopRule(), new PlacementRule())),
                        new Check(
                                "literals",
                                List.of(
                                        new CrewSettingRule(),
                                        new PathRule(),
                                        new PatternRule(),
                                        new AnnotationRule()))));
    }
}
