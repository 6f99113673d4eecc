package io.crewsmith.catalogue.json;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A crew with its tasks and the keys of its agents, as one JSON object:
 * {@code {"crew": {…}, "manager": {"id", "key"} or null, "members": [{"id", "key"}], "tasks": [{"id", "task": {…}}]}}.
 */
public final class CrewSnapshotJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;

    public CrewSnapshotJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The canonical text (RFC 8785). */
    public String write(CrewSnapshot snapshot) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("crew", snapshot.crew().values());
        values.put("manager", snapshot.manager());
        values.put("members", snapshot.members());
        values.put(
                "tasks",
                snapshot.tasks().stream()
                        .map(task -> Map.of("id", task.id(), "task", task.task().values()))
                        .toList());
        return CanonicalJson.write(values);
    }

    /** SHA-256 of the canonical text's UTF-8 bytes, lower-case hex. */
    public String digest(CrewSnapshot snapshot) {
        return CanonicalJson.digest(write(snapshot));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the catalogue does not allow a part of it
     */
    public CrewSnapshot read(String text) {
        JsonNode tree = JSON.readTree(text);
        return new CrewSnapshot(
                configuration(Kind.CREW, tree.path("crew")),
                List.copyOf(Arrays.asList(JSON.treeToValue(tree.path("members"), Member[].class))),
                tree.path("manager").isNull() ? null : JSON.treeToValue(tree.path("manager"), Member.class),
                tree.path("tasks")
                        .valueStream()
                        .map(task -> new PlannedTask(
                                task.path("id").asString(), configuration(Kind.TASK, task.path("task"))))
                        .toList());
    }

    private Configuration configuration(Kind kind, JsonNode values) {
        return switch (catalogue.validate(kind, JsonValues.object(values))) {
            case Valid(Configuration configuration) -> configuration;
            case Invalid(var problems) ->
                throw new IllegalArgumentException("The %s is not valid: %s"
                        .formatted(kind.word(), problems.getFirst().message()));
        };
    }
}
