package io.crewsmith.gateway.github;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One check of a commit at GitHub, be it a check run or a status.
 *
 * @param end how it ended, in GitHub's word; empty where it has not
 * @param version its id and times, which change with it
 */
record Check(String name, String end, String version) {

    private static final List<String> CONTENT = List.of("success", "neutral", "skipped");

    /** What git-service puts there says no more than the scan, which has passed. */
    private static final String OUR_STATUS = "crewsmith/scan";

    private static final String OUR_FINDINGS = "Crewsmith validator";
    private static final String CODE_SCANNING = "github-advanced-security";

    /** Empty if it is ours. */
    static Optional<Check> ofStatus(JsonNode status) {
        String state = text(status, "state");
        return text(status, "context").equals(OUR_STATUS)
                ? Optional.empty()
                : Optional.of(new Check(
                        text(status, "context"),
                        state.equals("pending") ? "" : state,
                        "status %d %s".formatted(id(status), text(status, "updated_at"))));
    }

    /** Empty if it is ours. */
    static Optional<Check> ofRun(JsonNode run) {
        boolean isOver = text(run, "status").equals("completed");
        return text(run, "name").equals(OUR_FINDINGS)
                        && text(run.path("app"), "slug").equals(CODE_SCANNING)
                ? Optional.empty()
                : Optional.of(new Check(
                        text(run, "name"),
                        isOver ? text(run, "conclusion") : "",
                        "run %d %s %s".formatted(id(run), text(run, "started_at"), text(run, "completed_at"))));
    }

    boolean isOver() {
        return !end.isEmpty();
    }

    /** Whatever ended in a way that is not known here is not content. */
    boolean isContent() {
        return CONTENT.contains(end);
    }

    private static long id(JsonNode node) {
        return node.path("id").asLong(0);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
