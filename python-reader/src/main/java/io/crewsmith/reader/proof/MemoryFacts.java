package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Configuration;
import org.jspecify.annotations.Nullable;

/** The memory of an agent: CrewAI 1.3.0 keeps it in the agent's crew, of three kinds, in its own files. */
final class MemoryFacts {

    private MemoryFacts() {}

    /** True where anything is remembered; nothing is said where nothing is. */
    static @Nullable Boolean enabled(Configuration agent) {
        return one(agent, "short_term_enabled") != null
                        || one(agent, "long_term_enabled") != null
                        || one(agent, "entity_enabled") != null
                ? Boolean.TRUE
                : null;
    }

    /** True where this kind is; without a memory_config all kinds are. */
    static @Nullable Boolean one(Configuration agent, String kind) {
        Configuration settings = agent.section("memory_config");
        boolean on = agent.flag("memory_enabled") && (settings == null || settings.flag(kind));
        return on ? Boolean.TRUE : null;
    }

    /** The embedder that the memory has for itself; OpenAI's where no provider is named. */
    static @Nullable EmbedderFacts embedder(Configuration agent) {
        Configuration settings = agent.section("memory_config");
        if (settings == null || enabled(agent) == null) {
            return null;
        }
        String provider = settings.text("embedder_provider");
        String model = settings.text("embedder_model");
        Long dimensions = settings.integer("embedder_dimensions");
        return provider == null && model == null && dimensions == null
                ? null
                : EmbedderFacts.of(provider == null ? "openai" : provider, model, dimensions);
    }
}
