package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which memories the crew of an agent has; in CrewAI 1.3.0 memory belongs to the crew, and its store is its own. */
record Memory(boolean shortTerm, boolean longTerm, boolean entity) {

    private static final Set<String> OWN_STORES = Set.of("file", "sqlite", "chroma");
    private static final List<String> LIMITS =
            List.of("short_term_max_messages", "long_term_max_kb", "entity_max_count");

    /** Null where nothing is to be remembered. */
    static @Nullable Memory of(Configuration agent, List<Warning> warnings) {
        Configuration settings = agent.section("memory_config");
        if (!agent.flag("memory_enabled")) {
            if (settings != null) {
                warnings.add(new Warning("memory_config", "Memory is off: memory_enabled is false.", "no memory"));
            }
            return null;
        }
        if (settings == null) {
            return new Memory(true, true, true);
        }
        warn(settings, warnings);
        var memory = new Memory(
                settings.flag("short_term_enabled"),
                settings.flag("long_term_enabled"),
                settings.flag("entity_enabled"));
        if (!memory.shortTerm && !memory.longTerm && !memory.entity) {
            warnings.add(new Warning("memory_enabled", "memory_config turns each of its memories off.", "no memory"));
            return null;
        }
        return memory;
    }

    boolean all() {
        return shortTerm && longTerm && entity;
    }

    private static void warn(Configuration settings, List<Warning> warnings) {
        if (settings.flag("long_term_enabled") && !settings.flag("entity_enabled")) {
            warnings.add(new Warning(
                    "memory_config.long_term_enabled",
                    "CrewAI writes long-term memory only where there is entity memory too.",
                    "long-term memory that is read but not written"));
        }
        if (settings.flag("contextual_enabled")) {
            warnings.add(new Warning(
                    "memory_config.contextual_enabled",
                    "CrewAI brings the memories together whenever a crew has any.",
                    "the same without a setting"));
        }
        if (settings.flag("user_enabled")) {
            warnings.add(new Warning("memory_config.user_enabled", "CrewAI 1.3.0 has no memory of users.", ""));
        }
        String store = settings.required("storage_type");
        if (!OWN_STORES.contains(store)) {
            warnings.add(new Warning(
                    "memory_config.storage_type", "CrewAI 1.3.0 cannot keep memory there.", "its own files"));
        }
        if (settings.text("storage_connection_string") != null) {
            warnings.add(new Warning(
                    "memory_config.storage_connection_string", "A place of storage is never written into code.", ""));
        }
        LIMITS.stream()
                .filter(limit -> settings.integer(limit) != null)
                .forEach(limit ->
                        warnings.add(new Warning("memory_config." + limit, "CrewAI 1.3.0 has no such limit.", "")));
    }
}
