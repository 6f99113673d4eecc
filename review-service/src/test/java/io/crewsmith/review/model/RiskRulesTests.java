package io.crewsmith.review.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.review.model.Risk.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a change is judged, and what is said of it. */
class RiskRulesTests {

    private static final RiskRules RULES =
            new RiskRules(Set.of("goal", "temperature", "description"), Set.of("tools", "step_callback_url"));

    private static final Map<String, @Nullable Object> ANALYST =
            Map.of("goal", "Find", "temperature", 0.2, "tools", List.of("search"), "memory", Map.of("kind", "short"));

    private static final CodeShape SHAPE = new CodeShape(Set.of("crewai.Agent"), Set.of("Agent"));

    @Test
    void otherWordsAndLimitsAreLow() {
        assertThat(change(Map.of("goal", "Find more", "temperature", 0.9)))
                .isEqualTo(new Risk(Level.LOW, List.of("/goal was changed.", "/temperature was changed.")));
    }

    @Test
    void toolsAreHighAndComeFirst() {
        assertThat(change(Map.of("goal", "Find more", "tools", List.of("search", "shell"))))
                .isEqualTo(new Risk(Level.HIGH, List.of("/tools was changed.", "/goal was changed.")));
    }

    @Test
    void whatNobodyListedIsMedium() {
        assertThat(change(Map.of("memory", Map.of("kind", "long"))))
                .isEqualTo(new Risk(Level.MEDIUM, List.of("/memory/kind was changed.")));
    }

    @Test
    void insideOfACrewTheNearestListedNameDecides() {
        Map<String, @Nullable Object> before = Map.of("tasks", List.of(Map.of("task", Map.of("description", "a"))));
        Map<String, @Nullable Object> after = Map.of("tasks", List.of(Map.of("task", Map.of("description", "b"))));

        assertThat(RULES.assess(version(after, SHAPE), version(before, SHAPE)))
                .isEqualTo(new Risk(Level.LOW, List.of("/tasks/0/task/description was changed.")));
    }

    @Test
    void codeThatImportsOrCallsMoreIsSaidSo() {
        var more = new CodeShape(Set.of("crewai.Agent", "os"), Set.of("Agent", "os.system"));

        assertThat(RULES.assess(version(ANALYST, more), version(ANALYST, SHAPE)))
                .isEqualTo(new Risk(
                        Level.HIGH,
                        List.of(
                                "The code imports os, which it did not.",
                                "The code calls os.system, which it did not.")));
        assertThat(RULES.assess(version(ANALYST, SHAPE), version(ANALYST, more)).level())
                .isEqualTo(Level.LOW);
    }

    @Test
    void codeThatCannotBeComparedIsNotHarmless() {
        assertThat(RULES.assess(version(ANALYST, null), version(ANALYST, SHAPE)))
                .isEqualTo(new Risk(Level.HIGH, List.of("The code could not be compared.")));
    }

    @Test
    void aFirstVersionAnotherTemplateAndWarningsAreMedium() {
        assertThat(RULES.assess(version(ANALYST, SHAPE), null))
                .isEqualTo(new Risk(Level.MEDIUM, List.of("It is the first version.")));
        assertThat(RULES.assess(new Version(ANALYST, SHAPE, "agent 1.1.0", 2), version(ANALYST, SHAPE)))
                .isEqualTo(new Risk(
                        Level.MEDIUM,
                        List.of(
                                "It is rendered by agent 1.1.0; the version before was by agent 1.0.0.",
                                "The scan warns of 2 finding(s).")));
    }

    private static Risk change(Map<String, ?> changed) {
        Map<String, @Nullable Object> after = new TreeMap<>(ANALYST);
        after.putAll(changed);
        return RULES.assess(version(after, SHAPE), version(new TreeMap<>(ANALYST), SHAPE));
    }

    private static Version version(Map<String, @Nullable Object> configuration, @Nullable CodeShape shape) {
        return new Version(configuration, shape, "agent 1.0.0", 0);
    }
}
