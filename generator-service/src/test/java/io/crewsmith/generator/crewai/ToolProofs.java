package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.json.Catalogues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an agent may use: tools, and knowledge. */
final class ToolProofs {

    private static final Catalogue CATALOGUE = Catalogues.crewAi130();
    private static final Map<String, String> TOOLS = Map.of(
            "search_news", "SerperDevTool",
            "search_openvc", "SearchOpenvc",
            "search_growjo", "SearchGrowjo",
            "query_knowledge_base", "QueryKnowledgeBase");

    private static final Predicate<String> TALKS_TO_SERPER = Set.of("SerperDevTool", "search_news")::contains;

    private ToolProofs() {}

    static List<Proof> all() {
        return List.of(tools(), knowledge());
    }

    private static Proof tools() {
        return of("tools")
                .attribute(
                        agent -> agent.texts("tools").stream()
                                .map(key -> TOOLS.getOrDefault(key, key))
                                .toList(),
                        seen -> seen.each("tools", "type"))
                .attribute(
                        agent -> agent.texts("tools").stream()
                                .filter(TALKS_TO_SERPER)
                                .map(key -> key.equals("search_news") ? "news" : "search")
                                .toList(),
                        seen -> present(seen.each("tools", "search_type")))
                .wire(
                        Asked::introduces,
                        (agent, seen) -> StreamSupport.stream(
                                        seen.each("tools", "name").spliterator(), false)
                                .allMatch(name -> seen.chat("text").asString().contains(name.asString())))
                .warning(agent -> agent.texts("tools").stream()
                        .anyMatch(key -> !CATALOGUE.tool(key).environment().isEmpty()))
                .notes("Warned of: the variables that a tool takes its access from.");
    }

    private static Proof knowledge() {
        return of("knowledge_sources")
                .attribute(ToolProofs::contents, seen -> seen.each("knowledge_sources", "content"))
                .wire(
                        agent -> true,
                        (agent, seen) -> contents(agent).stream()
                                .allMatch(text -> seen.asked("embedding").stream()
                                        .anyMatch(asked ->
                                                asked.path("text").asString().contains(text))))
                .warning(agent -> !agent.sections("knowledge_sources").isEmpty())
                .notes("crewsmith_runtime asks the knowledge base for each source when the agent is made.");
    }

    private static JsonNode present(JsonNode values) {
        ArrayNode present = JsonNodeFactory.instance.arrayNode();
        values.valueStream().filter(JsonNode::isString).forEach(present::add);
        return present;
    }

    /** What the stand-in for the knowledge base says. */
    private static List<String> contents(Configuration agent) {
        return agent.sections("knowledge_sources").stream()
                .map(source -> "Text of %s source %s.".formatted(source.required("source_type"), source.required("id")))
                .toList();
    }
}
