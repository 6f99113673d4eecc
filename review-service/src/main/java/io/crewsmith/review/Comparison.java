package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.EarlierVersion;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.python.PythonParser;
import io.crewsmith.review.model.Risk;
import io.crewsmith.review.model.RiskRules;
import io.crewsmith.review.model.Version;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lays a version beside the one that was approved last. */
final class Comparison {

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final RunStore runs;
    private final RiskRules rules;
    private final CodeShapes shapes;

    Comparison(RunStore runs, RiskRules rules, PythonParser parser) {
        this.runs = runs;
        this.rules = rules;
        this.shapes = new CodeShapes(parser);
    }

    /**
     * What came of it.
     *
     * @param earlier the version beside it; null where there is none
     */
    record Compared(Risk risk, @Nullable EarlierVersion earlier) {}

    Compared of(ScanCompleted scan, UUID subject) {
        Optional<UUID> active = runs.active(subject);
        if (active.isEmpty()) {
            return new Compared(rules.assess(version(scan), null), null);
        }
        ScanCompleted before = runs.scanOf(active.get());
        return new Compared(
                rules.assess(version(scan), version(before)),
                new EarlierVersion(
                        active.get().toString(), before.getCandidate().getConfiguration()));
    }

    private Version version(ScanCompleted scan) {
        Candidate candidate = scan.getCandidate();
        return new Version(
                JsonMapper.shared().readValue(candidate.getConfiguration(), VALUES),
                shapes.of(candidate.getFiles()),
                "%s %s"
                        .formatted(
                                candidate.getTemplate().getId(),
                                candidate.getTemplate().getVersion()),
                Evidence.warnings(scan));
    }
}
