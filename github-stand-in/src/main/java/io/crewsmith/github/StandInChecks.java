package io.crewsmith.github;

import io.crewsmith.github.GitHubStandIn.Answer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What continuous integration said of commits, in both of GitHub's ways: check runs and statuses. */
final class StandInChecks {

    private final Map<String, List<JsonNode>> statuses = new LinkedHashMap<>();
    private final List<StandInCheck> runs = new ArrayList<>();
    private final StandInViews views;
    private final Clock clock;
    private int count;

    StandInChecks(StandInViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    synchronized List<JsonNode> statusesOf(String sha) {
        return List.copyOf(statuses.getOrDefault(sha, List.of()));
    }

    /** The newest of each context. */
    synchronized Answer statuses(String sha) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        statusesOf(sha).forEach(status -> newest.put(status.path("context").asString(), status));
        return new Answer(200, views.combined(sha, newest.values()));
    }

    synchronized Answer addStatus(String sha, JsonNode body) {
        ObjectNode status = ((ObjectNode) body.deepCopy())
                .put("id", ++count)
                .put(
                        "updated_at",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        statuses.computeIfAbsent(sha, any -> new ArrayList<>()).add(status);
        return new Answer(201, views.status(status));
    }

    synchronized StandInCheck add(String sha, String name, @Nullable String conclusion) {
        var check =
                new StandInCheck(++count, sha, name, conclusion, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        runs.add(check);
        return check;
    }

    /** The newest of each name, in pages. */
    synchronized Answer runs(String sha, Map<String, String> query) {
        Map<String, StandInCheck> newest = new LinkedHashMap<>();
        runs.stream().filter(check -> check.commit().equals(sha)).forEach(check -> newest.put(check.name(), check));
        return new Answer(
                200, views.checkRuns(newest.size(), StandInPage.of(query).of(newest.values())));
    }
}
