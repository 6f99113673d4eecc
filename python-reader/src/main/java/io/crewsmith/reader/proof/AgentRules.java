package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.reader.proof.Rule.Derived;
import io.crewsmith.reader.proof.Rule.Exact;
import io.crewsmith.reader.proof.Rule.Unsaid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the code of an agent must say of each parameter of the catalogue. */
final class AgentRules {

    private static final String RESPONSE = "{{ .Response }}";
    private static final Map<String, Rule<Configuration>> RULES = new HashMap<>();

    static {
        exact(
                "agent_key",
                "name",
                "role",
                "goal",
                "backstory",
                "department_id",
                "template_version",
                "tools",
                "max_tokens",
                "max_iter",
                "max_retry_limit",
                "allow_delegation",
                "respect_context_window",
                "cache_enabled",
                "reasoning_enabled",
                "system_template",
                "prompt_template",
                "inject_date",
                "multimodal_enabled",
                "use_system_prompt",
                "knowledge_sources",
                "verbose",
                "step_callback_url");
        models();
        limits();
        memory();
        embedders();
        unsaid("CrewAI 1.3.0 brings the memories together by itself", "contextual_enabled");
        unsaid("CrewAI 1.3.0 has no memory of users", "user_enabled");
        unsaid("CrewAI 1.3.0 keeps memory in its own files", "storage_type");
        unsaid("a place of storage may hold a secret", "storage_connection_string");
        unsaid("CrewAI 1.3.0 has no such limit", "short_term_max_messages", "long_term_max_kb", "entity_max_count");
    }

    private AgentRules() {}

    static Map<String, Rule<Configuration>> all() {
        return RULES;
    }

    private static void models() {
        derived("llm_model", "with its provider", agent -> ModelFacts.fullName(agent.text("llm_model")));
        derived(
                "function_calling_llm",
                "with its provider",
                agent -> ModelFacts.fullName(agent.text("function_calling_llm")));
        derived("temperature", "none for models that reason, at most 1 for Anthropic's", ModelFacts::temperature);
    }

    private static void limits() {
        for (String limit : List.of("max_rpm", "max_execution_time")) {
            derived(limit, "no limit is said by saying nothing, not by 0", agent -> positive(agent.integer(limit)));
        }
        derived("allow_code_execution", "said only where it is so", agent -> whenTrue(agent, "allow_code_execution"));
        derived(
                "code_execution_mode",
                "always safe, and only with allow_code_execution",
                agent -> agent.flag("allow_code_execution") ? "safe" : null);
        derived(
                "max_reasoning_attempts",
                "only with reasoning_enabled",
                agent -> agent.flag("reasoning_enabled") ? agent.integer("max_reasoning_attempts") : null);
        derived("response_template", "only with a text behind its marker", AgentRules::response);
        derived("date_format", "in strftime's codes, only with inject_date", DateFacts::format);
    }

    private static void memory() {
        derived("memory_enabled", "said only where anything is remembered", MemoryFacts::enabled);
        for (String kind : List.of("short_term_enabled", "long_term_enabled", "entity_enabled")) {
            derived("memory_config/" + kind, "only with memory_enabled", agent -> MemoryFacts.one(agent, kind));
        }
    }

    private static void embedders() {
        embedder("embedder_config/", AgentRules::own);
        embedder("memory_config/embedder_", MemoryFacts::embedder);
    }

    private static void embedder(String prefix, Function<Configuration, @Nullable EmbedderFacts> embedder) {
        String how = "by CrewAI's name of the provider, and only what that provider takes";
        derived(prefix + "provider", how, agent -> {
            EmbedderFacts facts = embedder.apply(agent);
            return facts == null ? null : facts.provider();
        });
        derived(prefix + "model", how, agent -> {
            EmbedderFacts facts = embedder.apply(agent);
            return facts == null ? null : facts.model();
        });
        derived(prefix + "dimensions", how, agent -> {
            EmbedderFacts facts = embedder.apply(agent);
            return facts == null ? null : facts.dimensions();
        });
    }

    private static @Nullable EmbedderFacts own(Configuration agent) {
        Configuration asked = agent.section("embedder_config");
        return asked == null
                ? null
                : EmbedderFacts.of(asked.required("provider"), asked.text("model"), asked.integer("dimensions"));
    }

    /** CrewAI stops an answer at the text behind the marker; without any it could not be used. */
    private static @Nullable Object response(Configuration agent) {
        String template = agent.text("response_template");
        int marker = template == null ? -1 : template.indexOf(RESPONSE);
        if (template == null || marker < 0) {
            return null;
        }
        int start = marker + RESPONSE.length();
        int next = template.indexOf(RESPONSE, start);
        return template.substring(start, next < 0 ? template.length() : next).isBlank() ? null : template;
    }

    static @Nullable Object positive(@Nullable Long limit) {
        return limit == null || limit == 0 ? null : limit;
    }

    private static @Nullable Object whenTrue(Configuration agent, String flag) {
        return agent.flag(flag) ? Boolean.TRUE : null;
    }

    private static void exact(String... parameters) {
        List.of(parameters).forEach(parameter -> RULES.put(parameter, new Exact<>()));
    }

    private static void derived(String parameter, String how, Function<Configuration, @Nullable Object> value) {
        RULES.put(parameter, new Derived<>(how, value));
    }

    private static void unsaid(String reason, String... parameters) {
        List.of(parameters).forEach(parameter -> RULES.put("memory_config/" + parameter, new Unsaid<>(reason)));
    }
}
