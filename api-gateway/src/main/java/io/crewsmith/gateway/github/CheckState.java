package io.crewsmith.gateway.github;

import io.crewsmith.events.v1.CheckResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How all checks of a commit stand together.
 *
 * @param details which of them failed, and how; null where none did
 * @param version what it was read from, so that the same is known again; empty where there is no check
 */
record CheckState(CheckResult result, @Nullable String details, String version) {

    private static final Comparator<Check> BY_NAME =
            Comparator.comparing(Check::name).thenComparing(Check::version);

    static CheckState of(List<JsonNode> statuses, List<JsonNode> runs) {
        List<Check> checks = Stream.concat(
                        statuses.stream().flatMap(status -> Check.ofStatus(status).stream()),
                        runs.stream().flatMap(run -> Check.ofRun(run).stream()))
                .sorted(BY_NAME)
                .toList();
        String failed = checks.stream()
                .filter(check -> check.isOver() && !check.isContent())
                .map(check -> "%s (%s)".formatted(check.name(), check.end()))
                .collect(Collectors.joining(", "));
        String version = checks.stream().map(Check::version).collect(Collectors.joining(", "));
        return failed.isEmpty()
                ? new CheckState(withoutFailure(checks), null, version)
                : new CheckState(CheckResult.FAILED, StoredText.of(failed), version);
    }

    /** Where there is no check, none has passed. */
    private static CheckResult withoutFailure(List<Check> checks) {
        return !checks.isEmpty() && checks.stream().allMatch(Check::isOver) ? CheckResult.PASSED : CheckResult.PENDING;
    }

    boolean isEmpty() {
        return version.isEmpty();
    }
}
