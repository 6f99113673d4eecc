package io.crewsmith.reader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.reader.GeneratedFiles;
import io.crewsmith.reader.GeneratedFiles.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Another value of any parameter is seen in the code, unless the code cannot say that parameter. */
class EveryParameterTests {

    private static final String ID = "0d9cc561-2a84-4a79-8364-0000000000ff";

    /** Parameters whose other value the module of {@code everything-at-once} rightly does not say, and why. */
    private static final Map<String, String> UNSAID = Map.ofEntries(
            Map.entry("AGENT code_execution_mode", "never anything but safe is generated"),
            Map.entry("AGENT memory_config/contextual_enabled", "CrewAI brings the memories together by itself"),
            Map.entry("AGENT memory_config/user_enabled", "CrewAI has no memory of users"),
            Map.entry("AGENT memory_config/storage_type", "CrewAI keeps memory in its own files"),
            Map.entry("AGENT memory_config/storage_connection_string", "it may hold a secret"),
            Map.entry("AGENT memory_config/short_term_max_messages", "CrewAI has no such limit"),
            Map.entry("AGENT memory_config/long_term_max_kb", "CrewAI has no such limit"),
            Map.entry("AGENT memory_config/entity_max_count", "CrewAI has no such limit"),
            Map.entry("AGENT memory_config/embedder_dimensions", "without a model OpenAI's embedder takes none"),
            Map.entry("AGENT embedder_config/dimensions", "Cohere's embedder takes none"),
            Map.entry("CREW manager_llm", "an agent leads, who has a model of its own"),
            Map.entry("CREW config_file_path", "CrewAI takes no path of a configuration file"));

    /** Values where the type alone does not say a valid other one. */
    private static final Map<String, Object> OTHERS = Map.ofEntries(
            Map.entry("llm_model", "gemini/gemini-2.5-flash"),
            Map.entry("function_calling_llm", "gpt-4.1"),
            Map.entry("manager_llm", "openai/gpt-4.1"),
            Map.entry("planning_llm", "openai/gpt-4.1"),
            Map.entry("date_format", "MM/DD/YYYY"),
            Map.entry("response_template", "{{ .Response }} STOP"),
            Map.entry("template_version", "1.0.1"),
            Map.entry("step_callback_url", "https://hooks.example.com/other"),
            Map.entry("task_callback_url", "https://hooks.example.com/other"),
            Map.entry("callback_url", "https://hooks.example.com/other"),
            Map.entry("embedder_provider", "openai"),
            Map.entry("provider", "ollama"),
            Map.entry("dimensions", 7),
            Map.entry("storage_type", "file"),
            Map.entry("process_type", "sequential"),
            Map.entry("manager_agent_id", ID),
            Map.entry("assigned_agent_id", "0d9cc561-2a84-4a79-8364-0000000000a2"),
            Map.entry("department_id", ID));

    @ParameterizedTest
    @MethodSource("parameters")
    void anotherValueIsRefused(Kind kind, String parameter, Parameter described) {
        String pointer = "/" + parameter;
        List<String> refused = new ArrayList<>();
        for (JsonNode other : others(kind, parameter, described)) {
            GeneratedFile module = GeneratedFiles.module(kind == Kind.AGENT ? kind : Kind.CREW, "everything-at-once");
            Claim claim = new Claim(
                    module.claim().kind(),
                    module.claim().key(),
                    other.toString(),
                    module.claim().configurationDigest(),
                    module.claim().template(),
                    module.claim().templateVersion());
            GeneratedFiles.examine(module.claiming(claim)).stream()
                    .filter(found -> found.pointer().contains(pointer) || isNoVersion(found, parameter))
                    .map(Discrepancy::message)
                    .forEach(refused::add);
        }
        boolean unsaid = UNSAID.containsKey(kind + " " + parameter);
        assertThat(refused.isEmpty()).as("%s %s: %s", kind, parameter, refused).isEqualTo(unsaid);
    }

    @Test
    void theRulesNameWhatCannotBeSaidAndWhatIsDerivedWithTheReason() {
        assertThat(Stream.of(AgentRules.all(), CrewRules.all(), TaskRules.all())
                        .flatMap(rules -> rules.values().stream())
                        .map(rule -> switch (rule) {
                            case Rule.Exact<?> exact -> "exactly";
                            case Rule.Derived<?> derived -> derived.how();
                            case Rule.Unsaid<?> unsaid -> unsaid.reason();
                        }))
                .hasSize(parameters().toList().size())
                .noneMatch(String::isBlank);
    }

    /** Of the templates of crews there is one version, so another one is no valid configuration. */
    private static boolean isNoVersion(Discrepancy found, String parameter) {
        return parameter.equals("template_version") && found.kind() == Discrepancy.Kind.UNREADABLE;
    }

    static Stream<Arguments> parameters() {
        return Stream.of(Kind.values())
                .flatMap(kind -> GeneratedFiles.CATALOGUE.parameters(kind).stream()
                        .flatMap(parameter -> parameter.type() == Parameter.Type.SECTION
                                ? parameter.fields().stream()
                                        .map(field -> Arguments.of(kind, parameter.name() + "/" + field.name(), field))
                                : Stream.of(Arguments.of(kind, parameter.name(), parameter))));
    }

    /** The configuration with another value; of tasks, each task in turn. */
    private static List<JsonNode> others(Kind kind, String parameter, Parameter described) {
        String text = GeneratedFiles.module(kind == Kind.AGENT ? kind : Kind.CREW, "everything-at-once")
                .claim()
                .configuration();
        List<JsonNode> all = new ArrayList<>();
        for (int task = 0; task < (kind == Kind.TASK ? 3 : 1); task++) {
            ObjectNode whole = (ObjectNode) JsonMapper.shared().readTree(text);
            ObjectNode target = switch (kind) {
                case AGENT -> whole;
                case CREW -> (ObjectNode) whole.get("crew");
                case TASK -> (ObjectNode) whole.at("/tasks/%d/task".formatted(task));
            };
            change(target, parameter.split("/"), described);
            all.add(whole);
        }
        return all;
    }

    private static void change(ObjectNode target, String[] path, Parameter described) {
        ObjectNode parent = path.length == 1 ? target : (ObjectNode) target.get(path[0]);
        String name = path[path.length - 1];
        JsonNode before =
                parent.has(name) ? parent.get(name) : JsonMapper.shared().valueToTree(described.fallback());
        if (OTHERS.containsKey(name)) {
            parent.set(name, JsonMapper.shared().valueToTree(OTHERS.get(name)));
            return;
        }
        switch (described.type()) {
            case FLAG -> parent.put(name, !before.asBoolean(false));
            case INTEGER -> parent.put(name, before.asInt(1) + 1);
            case NUMBER -> parent.put(name, before.asDouble() + 0.5);
            case LIST ->
                listed(
                        parent.putArray(name)
                                .addAll(
                                        before.isArray()
                                                ? (ArrayNode) before
                                                : JsonMapper.shared().createArrayNode()),
                        name);
            case JSON_SCHEMA -> schema(parent, name);
            case TEXT, SECTION ->
                parent.put(
                        name,
                        described.limits().values().stream()
                                .filter(value -> !value.equals(before.asString("")))
                                .findFirst()
                                .orElse(before.asString("") + "x"));
        }
    }

    private static void listed(ArrayNode list, String name) {
        switch (name) {
            case "tools" -> list.add("FileWriterTool");
            case "knowledge_sources" -> list.addObject().put("id", "c").put("source_type", "pdf");
            default -> list.add(ID);
        }
    }

    private static void schema(ObjectNode task, String name) {
        task.remove(List.of("output_json_schema", "output_pydantic_schema"));
        task.set(
                name,
                JsonMapper.shared()
                        .readTree("{\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"integer\"}}}"));
    }
}
