package io.crewsmith.gateway;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import io.crewsmith.gateway.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * What two versions differ in.
 *
 * @param against the version before
 * @param changed names of the parameters whose values differ
 */
@JsonNaming(SnakeCaseStrategy.class)
record DiffBody(UUID deploymentId, UUID against, List<String> changed, Sides configuration, Sides code) {

    private static final int CONTEXT = 3;

    /**
     * Two texts beside each other.
     *
     * @param unified the difference as patches have it; empty where there is none
     * @param rows every line
     */
    record Sides(String unified, List<Row> rows) {

        static Sides of(String name, List<String> before, List<String> after) {
            var patch = DiffUtils.diff(before, after);
            String unified = String.join(
                    "\n", UnifiedDiffUtils.generateUnifiedDiff("a/" + name, "b/" + name, before, patch, CONTEXT));
            return new Sides(unified, Row.of(before, after));
        }
    }

    /**
     * A line on both sides; null where a side has none.
     *
     * @param kind equal, change, insert or delete
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            String kind,
            @Nullable Integer beforeLine,
            @Nullable String before,
            @Nullable Integer afterLine,
            @Nullable String after) {

        static List<Row> of(List<String> before, List<String> after) {
            List<Row> rows = new ArrayList<>();
            int left = 0;
            int right = 0;
            for (DiffRow row : generator().generateDiffRows(before, after)) {
                boolean isLeft = row.getTag() != DiffRow.Tag.INSERT;
                boolean isRight = row.getTag() != DiffRow.Tag.DELETE;
                left += isLeft ? 1 : 0;
                right += isRight ? 1 : 0;
                rows.add(new Row(
                        row.getTag().name().toLowerCase(Locale.ROOT),
                        isLeft ? left : null,
                        isLeft ? row.getOldLine() : null,
                        isRight ? right : null,
                        isRight ? row.getNewLine() : null));
            }
            return rows;
        }

        /** Lines as they are: no HTML, no wrapping; the page escapes what it shows. */
        private static DiffRowGenerator generator() {
            return DiffRowGenerator.create().lineNormalizer(line -> line).build();
        }
    }

    static DiffBody of(Version before, Version after, JsonMapper json) {
        JsonNode old = json.readTree(before.configuration());
        JsonNode now = json.readTree(after.configuration());
        return new DiffBody(
                after.deploymentId(),
                before.deploymentId(),
                changed(old, now),
                Sides.of("configuration.json", pretty(old, json), pretty(now, json)),
                Sides.of(
                        "module.py",
                        before.code().lines().toList(),
                        after.code().lines().toList()));
    }

    private static List<String> changed(JsonNode old, JsonNode now) {
        var names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        return names.stream()
                .filter(name -> !old.path(name).equals(now.path(name)))
                .toList();
    }

    private static List<String> pretty(JsonNode tree, JsonMapper json) {
        return json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(tree)
                .lines()
                .toList();
    }
}
