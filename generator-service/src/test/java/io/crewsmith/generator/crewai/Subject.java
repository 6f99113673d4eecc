package io.crewsmith.generator.crewai;

import static java.util.stream.Collectors.joining;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.generator.model.Generation.Generated;
import java.util.Arrays;
import java.util.Locale;

/**
 * An agent that is held against the real CrewAI.
 *
 * @param execute whether it is given a task too
 */
record Subject(Configuration configuration, Generated generated, boolean execute) {

    Subject {
        execute = execute && embeds(configuration);
    }

    /** Whether its embedder works here, or none is asked: each but OpenAI's needs a package of its own. */
    boolean embeds() {
        return embeds(configuration);
    }

    private static boolean embeds(Configuration agent) {
        Configuration embedder = agent.section("embedder_config");
        boolean asked = agent.flag("memory_enabled")
                || !agent.sections("knowledge_sources").isEmpty();
        return !asked || embedder == null || embedder.required("provider").equals("openai");
    }

    /** Its key, which no other subject has. */
    String id() {
        return configuration.key(Kind.AGENT);
    }

    /** The class that its key promises. */
    String type() {
        return Arrays.stream(id().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining());
    }

    boolean warnsOf(String parameter) {
        return generated.warnings().stream()
                .anyMatch(warning -> warning.parameter().equals(parameter));
    }
}
