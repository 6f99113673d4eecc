package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an agent remembers, and the embedders of its memory and its knowledge. */
final class MemoryProofs {

    private static final Set<String> OWN_STORES = Set.of("file", "sqlite", "chroma");

    private MemoryProofs() {}

    static List<Proof> all() {
        return List.of(
                of("embedder_config.provider")
                        .attribute(
                                agent -> Asked.embedder(Asked.embedder(agent, "provider")),
                                seen -> seen.agent("embedder/provider"))
                        .warning("embedder_config", agent -> agent.section("embedder_config") != null)
                        .notes("Warned of: the key that it needs, and a name that CrewAI has not; left out then."),
                of("embedder_config.model")
                        .attribute(
                                agent -> known(agent, "model"),
                                seen -> any(seen, "embedder/config/model_name", "embedder/config/model"))
                        .wire(
                                MemoryProofs::embeds,
                                (agent, seen) -> anyEmbedding(seen, "model", known(agent, "model"))),
                of("embedder_config.dimensions")
                        .attribute(
                                MemoryProofs::dimensions,
                                seen -> any(seen, "embedder/config/dimensions", "embedder/config/output_dimension"))
                        .wire(
                                MemoryProofs::embeds,
                                (agent, seen) -> anyEmbedding(seen, "dimensions", dimensions(agent))),
                of("memory_enabled")
                        .crew(agent -> agent.flag("memory_enabled") && Asked.remembers(agent), MemoryProofs::anyMemory)
                        .warning(agent -> agent.flag("memory_enabled") && !Asked.remembers(agent))
                        .notes("Of the crew: CrewAI 1.3.0 has no memory of an agent."),
                of("memory_config.short_term_enabled")
                        .crew(agent -> Asked.remembers(agent, "short_term_enabled"), MemoryProofs::shortTerm),
                of("memory_config.long_term_enabled")
                        .crew(
                                agent -> Asked.remembers(agent, "long_term_enabled"),
                                seen -> is(seen, "_long_term_memory", "LongTermMemory"))
                        .warning(agent -> on(agent, "long_term_enabled") && !on(agent, "entity_enabled")),
                of("memory_config.entity_enabled")
                        .crew(
                                agent -> Asked.remembers(agent, "entity_enabled"),
                                seen -> is(seen, "_entity_memory", "EntityMemory")),
                warned("contextual_enabled", "always so in CrewAI"),
                warned("user_enabled", "not in CrewAI 1.3.0"),
                of("memory_config.storage_type")
                        .warning(agent -> Asked.memory(agent, "storage_type") instanceof String store
                                && !OWN_STORES.contains(store))
                        .notes("CrewAI has its own store."),
                warned("storage_connection_string", "never written into code"),
                warned("short_term_max_messages", "no such limit in CrewAI"),
                warned("long_term_max_kb", "no such limit in CrewAI"),
                warned("entity_max_count", "no such limit in CrewAI"),
                of("memory_config.embedder_provider")
                        .crew(MemoryProofs::memoryProvider, seen -> shortTerm(seen, "provider"))
                        .warning(agent -> Asked.remembers(agent) && memoryEmbedder(agent) != null)
                        .notes("Instead of embedder_config, for the memory. Warned of: the key that it needs."),
                of("memory_config.embedder_model")
                        .crew(agent -> memorySetting(agent, "model"), seen -> shortTerm(seen, "config/model_name"))
                        .wire(
                                MemoryProofs::memoryEmbeds,
                                (agent, seen) -> anyEmbedding(seen, "model", Asked.memory(agent, "embedder_model"))),
                of("memory_config.embedder_dimensions")
                        .crew(MemoryProofs::memoryDimensions, seen -> shortTerm(seen, "config/dimensions"))
                        .wire(
                                MemoryProofs::memoryEmbeds,
                                (agent, seen) ->
                                        anyEmbedding(seen, "dimensions", Asked.memory(agent, "embedder_dimensions"))));
    }

    private static Proof warned(String setting, String rendered) {
        return of("memory_config." + setting)
                .warning(agent -> {
                    Object value = Asked.memory(agent, setting);
                    return value != null && !value.equals(false);
                })
                .notes(rendered + ".");
    }

    private static boolean on(Configuration agent, String setting) {
        return Boolean.TRUE.equals(Asked.memory(agent, setting));
    }

    private static JsonNode is(Observed seen, String memory, String type) {
        return JsonNodeFactory.instance.booleanNode(
                seen.crew(memory + "/type").asString("").equals(type));
    }

    private static JsonNode anyMemory(Observed seen) {
        return JsonNodeFactory.instance.booleanNode(Stream.of("short_term", "long_term", "entity")
                .anyMatch(
                        memory -> seen.crew("_%s_memory/type".formatted(memory)).isString()));
    }

    private static JsonNode shortTerm(Observed seen) {
        return is(seen, "_short_term_memory", "ShortTermMemory");
    }

    private static JsonNode shortTerm(Observed seen, String setting) {
        return seen.crew("_short_term_memory/storage/embedder_config/" + setting);
    }

    /** A setting of an embedder that CrewAI knows. */
    private static @Nullable Object known(Configuration agent, String setting) {
        return Asked.embedder(Asked.embedder(agent, "provider")) == null ? null : Asked.embedder(agent, setting);
    }

    private static @Nullable Object dimensions(Configuration agent) {
        Object provider = Asked.embedder(agent, "provider");
        return "voyageai".equals(provider) || "openai".equals(provider) && isShortenable(Asked.embedder(agent, "model"))
                ? Asked.embedder(agent, "dimensions")
                : null;
    }

    /** Chroma's class sends the length of vectors with these models of OpenAI alone. */
    private static boolean isShortenable(@Nullable Object model) {
        return String.valueOf(model).contains("text-embedding-3");
    }

    private static JsonNode any(Observed seen, String path, String otherPath) {
        JsonNode value = seen.agent(path);
        return value.isMissingNode() ? seen.agent(otherPath) : value;
    }

    /** Whether knowledge is embedded by an embedder that says which model. */
    private static boolean embeds(Configuration agent) {
        return !agent.sections("knowledge_sources").isEmpty()
                && "openai".equals(Asked.embedder(agent, "provider"))
                && Asked.embedder(agent, "model") != null;
    }

    private static boolean memoryEmbeds(Configuration agent) {
        return Asked.remembers(agent, "short_term_enabled") && Asked.memory(agent, "embedder_model") != null;
    }

    private static boolean anyEmbedding(Observed seen, String field, @Nullable Object expected) {
        return seen.asked("embedding").stream()
                .anyMatch(asked -> Objects.equals(
                        asked.path(field).isNull() ? "null" : asked.path(field).asString(), "" + expected));
    }

    /** The embedder that the memory asks for itself; OpenAI's where only a model or a length is given. */
    private static @Nullable String memoryEmbedder(Configuration agent) {
        Object provider = Asked.memory(agent, "embedder_provider");
        boolean asked =
                Asked.memory(agent, "embedder_model") != null || Asked.memory(agent, "embedder_dimensions") != null;
        return provider == null ? (asked ? "openai" : null) : provider.toString();
    }

    private static @Nullable Object memoryProvider(Configuration agent) {
        if (!Asked.remembers(agent, "short_term_enabled")) {
            return null;
        }
        String own = memoryEmbedder(agent);
        return own == null ? Asked.embedder(Asked.embedder(agent, "provider")) : Asked.embedder((Object) own);
    }

    private static @Nullable Object memorySetting(Configuration agent, String setting) {
        if (!Asked.remembers(agent, "short_term_enabled")) {
            return null;
        }
        return memoryEmbedder(agent) == null ? known(agent, setting) : Asked.memory(agent, "embedder_" + setting);
    }

    private static @Nullable Object memoryDimensions(Configuration agent) {
        if (memoryEmbedder(agent) == null) {
            return Asked.remembers(agent, "short_term_enabled") ? dimensions(agent) : null;
        }
        return isShortenable(Asked.memory(agent, "embedder_model")) ? memorySetting(agent, "dimensions") : null;
    }
}
