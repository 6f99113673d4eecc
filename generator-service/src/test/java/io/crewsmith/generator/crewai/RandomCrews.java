package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewAssembly;
import io.crewsmith.catalogue.CrewAssembly.Assembled;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.ValidationResult;
import io.crewsmith.catalogue.json.ConfigurationJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Crews at random, the same for the same seed: each parameter has each of its values often. */
final class RandomCrews implements CrewAssembly.Stock {

    static final String HOOK = "https://hooks.example.com/told";
    static final String SCHEMA = """
            {"type": "object", "title": "Facts", "required": ["text"], "properties": {
              "text": {"type": "string", "minLength": 2}, "share": {"type": "number", "maximum": 100}}}
            """;

    private static final int MEMBERS = 3;
    private static final String CHIEF = id('c', 0);

    private final ConfigurationJson json;
    private final Random random;
    private final Map<String, Configuration> agents = new HashMap<>();
    private final Map<String, Configuration> tasks = new HashMap<>();

    RandomCrews(Catalogue catalogue, long seed) {
        this.json = new ConfigurationJson(catalogue);
        this.random = new Random(seed);
        IntStream.range(0, MEMBERS).forEach(number -> agents.put(id('a', number), plain("member-" + number)));
        agents.put(CHIEF, plain("chief-of-staff"));
    }

    /** The agents that the crews are made of, with their keys as roles. */
    List<Configuration> agents() {
        return List.copyOf(agents.values());
    }

    CrewSnapshot next(int number) {
        int count = 1 + random.nextInt(3);
        List<String> ids =
                IntStream.range(0, count).mapToObj(task -> task(number, task)).toList();
        ObjectNode crew = JsonMapper.shared().createObjectNode().put("crew_key", "crew-" + number);
        IntStream.range(0, MEMBERS)
                .forEach(member -> crew.withArray("agent_ids").add(id('a', member)));
        ids.forEach(crew.withArray("task_ids")::add);
        text(crew, "crew_name", null, "Die „Runde“");
        text(crew, "description", null, "What it is for.");
        text(crew, "manager_agent_id", null, CHIEF);
        text(crew, "manager_llm", "openai/gpt-4o", "gpt-4.1");
        text(crew, "process_type", "sequential", "hierarchical", "consensual");
        text(crew, "planning_llm", null, "openai/gpt-4o-mini");
        text(crew, "function_calling_llm", null, "openai/gpt-4o-mini");
        text(crew, "output_log_file", null, "log.json", "run.log");
        text(crew, "config_file_path", null, "crew.yaml");
        text(crew, "prompt_file_path", null, "prompts.json");
        text(crew, "step_callback_url", null, HOOK);
        text(crew, "task_callback_url", null, HOOK);
        flags(crew, "planning_enabled", "memory_enabled", "cache_enabled", "verbose", "share_crew");
        crew.set("max_rpm", random.nextInt(3) == 0 ? null : crew.numberNode(random.nextInt(2) * 30));
        return ((Assembled) CrewAssembly.assemble(valid(Kind.CREW, crew), this)).snapshot();
    }

    private String task(int crew, int number) {
        ObjectNode task = JsonMapper.shared()
                .createObjectNode()
                .put("task_key", "task-%d-%d".formatted(crew, number))
                .put("description", "Look at {market}: „all“ of it.")
                .put("expected_output", "A list.")
                .put("assigned_agent_id", id('a', random.nextInt(MEMBERS)))
                .put("async_execution", number == 0 && random.nextBoolean())
                .put("guardrail_max_retries", random.nextInt(5));
        if (number > 0 && random.nextBoolean()) {
            task.withArray("context_task_ids").add(taskId(crew, number - 1));
        }
        if (random.nextBoolean()) {
            task.withArray("tools").add("FileReadTool").add("SerperDevTool");
        }
        text(task, "guardrail_function", null, "has_sources", "It is short.");
        text(task, "output_file", null, "out/result.md");
        text(task, "callback_url", null, HOOK);
        flags(task, "human_input", "markdown_enabled", "create_directory");
        int form = random.nextInt(3);
        if (form > 0) {
            task.set(
                    form == 1 ? "output_json_schema" : "output_pydantic_schema",
                    JsonMapper.shared().readTree(SCHEMA));
        }
        tasks.put(taskId(crew, number), valid(Kind.TASK, task));
        return taskId(crew, number);
    }

    private Configuration plain(String key) {
        return valid(
                Kind.AGENT,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("agent_key", key)
                        .put("role", key)
                        .put("goal", "Goal")
                        .put("backstory", "Story")
                        .put("llm_model", "openai/gpt-4o"));
    }

    private Configuration valid(Kind kind, ObjectNode values) {
        ValidationResult result = json.read(kind, values.toString());
        if (result instanceof Valid(Configuration configuration)) {
            return configuration;
        }
        throw new AssertionError(values + " is not valid: " + result);
    }

    private void text(ObjectNode node, String name, @Nullable String... values) {
        node.put(name, values[random.nextInt(values.length)]);
    }

    private void flags(ObjectNode node, String... names) {
        Arrays.stream(names).forEach(name -> node.put(name, random.nextBoolean()));
    }

    @Override
    public Optional<Configuration> agent(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    @Override
    public Optional<Configuration> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    private static String taskId(int crew, int number) {
        return "00000000-0000-4000-8000-%06x%06x".formatted(crew + 1, number + 1);
    }

    private static String id(char kind, int number) {
        return "00000000-0000-4000-8000-00000000%c%03x".formatted(kind, number);
    }
}
