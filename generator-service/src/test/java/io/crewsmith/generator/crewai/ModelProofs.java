package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an agent is, and the model that it thinks with. */
final class ModelProofs {

    private static final long ANTHROPIC_DEFAULT = 4096;

    private ModelProofs() {}

    static List<Proof> all() {
        return List.of(
                of("agent_key").own(agent -> agent.text("agent_key"), seen -> seen.own("agent_key")),
                of("name")
                        .own(agent -> agent.text("name"), seen -> seen.own("name"))
                        .notes("CrewAI has no such field."),
                introduced("role"),
                introduced("goal"),
                introduced("backstory"),
                of("department_id")
                        .own(agent -> agent.text("department_id"), seen -> seen.own("department_id"))
                        .notes("CrewAI has no such field."),
                of("template_version")
                        .own(
                                agent -> agent.text("template_version"),
                                seen -> seen.seen().path("template")),
                model(),
                temperature(),
                tokens(),
                of("function_calling_llm")
                        .attribute(
                                agent -> functionCalling(agent).map(Asked::type).orElse(null),
                                seen -> seen.agent("function_calling_llm/type"))
                        .attribute(
                                agent -> functionCalling(agent).map(Asked::kept).orElse(null),
                                seen -> seen.agent("function_calling_llm/model"))
                        .warning(agent -> functionCalling(agent)
                                .filter(name -> !name.contains("/"))
                                .isPresent()));
    }

    private static Optional<String> functionCalling(Configuration agent) {
        return Optional.ofNullable(agent.text("function_calling_llm"));
    }

    private static Proof introduced(String text) {
        return of(text).attribute(agent -> agent.text(text), seen -> seen.agent(text))
                .wire(
                        Asked::introduces,
                        (agent, seen) -> seen.chat("text").asString().contains(filled(agent, text)))
                .notes(text.equals("goal") ? "CrewAI fills in {role} and {backstory}." : "");
    }

    /** The text as it is sent: CrewAI fills in goal, role and backstory one after the other. */
    private static String filled(Configuration agent, String text) {
        return switch (text) {
            case "goal" ->
                agent.required(text)
                        .replace("{role}", agent.required("role"))
                        .replace("{backstory}", agent.required("backstory"));
            case "role" -> agent.required(text).replace("{backstory}", agent.required("backstory"));
            default -> agent.required(text);
        };
    }

    private static Proof model() {
        return of("llm_model")
                .attribute(agent -> Asked.type(agent.required("llm_model")), seen -> seen.agent("llm/type"))
                .attribute(agent -> Asked.kept(agent.required("llm_model")), seen -> seen.agent("llm/model"))
                .wire(agent -> true, agent -> Asked.bare(agent.required("llm_model")), seen -> seen.chat("model"))
                .warning(agent -> !agent.required("llm_model").contains("/"))
                .notes("A name without provider gets its own, with a warning; CrewAI would ask OpenAI.");
    }

    private static Proof temperature() {
        return of("temperature")
                .attribute(ModelProofs::temperature, seen -> seen.agent("llm/temperature"))
                .wire(agent -> true, ModelProofs::temperature, seen -> seen.chat("temperature"))
                .warning(agent -> agent.number("temperature") != null
                        && !Objects.equals(temperature(agent), agent.number("temperature")))
                .notes("OpenAI's models that reason take none; Anthropic takes 0 to 1, and gets 1 where it is more.");
    }

    private static @Nullable Double temperature(Configuration agent) {
        Double asked = agent.number("temperature");
        if (asked == null || Asked.reasons(agent)) {
            return null;
        }
        return Asked.provider(agent).equals("anthropic") ? Double.valueOf(Math.min(asked, 1)) : asked;
    }

    private static Proof tokens() {
        return of("max_tokens")
                .attribute(ModelProofs::tokens, ModelProofs::tokens)
                .wire(agent -> true, ModelProofs::tokens, seen -> seen.chat("max_tokens"))
                .warning(agent -> agent.integer("max_tokens") == null
                        && Asked.provider(agent).equals("anthropic"))
                .notes("Anthropic wants a limit: where none is given CrewAI sends 4096, with a warning.");
    }

    private static @Nullable Long tokens(Configuration agent) {
        Long tokens = agent.integer("max_tokens");
        return tokens == null && Asked.provider(agent).equals("anthropic") ? Long.valueOf(ANTHROPIC_DEFAULT) : tokens;
    }

    private static JsonNode tokens(Observed seen) {
        return Stream.of("max_output_tokens", "max_completion_tokens")
                .map(keyword -> seen.agent("llm/" + keyword))
                .filter(JsonNode::isNumber)
                .findFirst()
                .orElse(seen.agent("llm/max_tokens"));
    }
}
