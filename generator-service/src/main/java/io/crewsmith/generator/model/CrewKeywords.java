package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keywords of {@code Crew(…)}; where a parameter has no counterpart, a warning and the nearest thing that works. */
final class CrewKeywords {

    private static final Identifier SEQUENTIAL = new Identifier("Process.sequential");
    private static final Identifier HIERARCHICAL = new Identifier("Process.hierarchical");

    private final Configuration crew;
    private final List<Warning> warnings;
    private final Map<String, String> models = new LinkedHashMap<>();
    private final Identifier process;

    CrewKeywords(Configuration crew, List<Warning> warnings) {
        this.crew = crew;
        this.warnings = warnings;
        this.process = decideProcess();
        manager();
        planning();
        model("function_calling_llm");
        others();
    }

    Identifier process() {
        return process;
    }

    boolean isHierarchical() {
        return process.equals(HIERARCHICAL);
    }

    /** Models by their keyword, as provider/model. */
    Map<String, String> models() {
        return models;
    }

    Map<String, Object> all() {
        var keywords = new Keywords();
        keywords.put("planning", crew.flag("planning_enabled"));
        keywords.put("memory", crew.flag("memory_enabled"));
        keywords.put("cache", crew.flag("cache_enabled"));
        Long rpm = crew.integer("max_rpm");
        keywords.put("max_rpm", rpm == null || rpm == 0 ? null : rpm);
        keywords.put("output_log_file", crew.text("output_log_file"));
        keywords.put("prompt_file", crew.text("prompt_file_path"));
        keywords.put("share_crew", crew.flag("share_crew"));
        keywords.put("verbose", crew.flag("verbose"));
        return keywords.all();
    }

    private Identifier decideProcess() {
        boolean managed = crew.text("manager_agent_id") != null || crew.text("manager_llm") != null;
        return switch (crew.required("process_type")) {
            case "sequential" -> SEQUENTIAL;
            case "hierarchical" -> HIERARCHICAL;
            default -> {
                warnings.add(new Warning(
                        "process_type",
                        "CrewAI 1.3.0 has no process in which all members decide.",
                        managed ? "hierarchical, since there is a manager" : "sequential"));
                yield managed ? HIERARCHICAL : SEQUENTIAL;
            }
        };
    }

    private void manager() {
        boolean hasAgent = crew.text("manager_agent_id") != null;
        if (!isHierarchical()) {
            for (String parameter : List.of("manager_agent_id", "manager_llm")) {
                if (crew.text(parameter) != null) {
                    warnings.add(new Warning(parameter, "Only a hierarchical crew has a manager.", "no manager"));
                }
            }
        } else if (!hasAgent) {
            model("manager_llm");
        } else if (crew.text("manager_llm") != null) {
            warnings.add(new Warning(
                    "manager_llm", "The agent who leads has a model of its own.", "the model of that agent"));
        }
    }

    private void planning() {
        String model = crew.text("planning_llm");
        if (crew.flag("planning_enabled")) {
            model("planning_llm");
            if (model == null) {
                warnings.add(new Warning(
                        "planning_llm", "CrewAI 1.3.0 plans with OpenAI's gpt-4o-mini unless told.", "gpt-4o-mini"));
            }
        } else if (model != null) {
            warnings.add(new Warning("planning_llm", "Planning is off.", "no planning"));
        }
    }

    private void model(String parameter) {
        String name = crew.text(parameter);
        if (name != null) {
            models.put(parameter, LanguageModel.of(parameter, name, warnings).model());
        }
    }

    private void others() {
        if (crew.flag("memory_enabled")) {
            warnings.add(new Warning(
                    "memory_enabled",
                    "A crew's memory takes OpenAI's embeddings, whose key comes from the environment.",
                    "set OPENAI_API_KEY"));
        }
        String log = crew.text("output_log_file");
        if (log != null && !log.endsWith(".txt") && !log.endsWith(".json")) {
            warnings.add(new Warning("output_log_file", "CrewAI writes .txt or .json files.", log + ".txt"));
        }
        if (log != null && log.contains("/")) {
            warnings.add(new Warning(
                    "output_log_file",
                    "CrewAI does not make the folder of its log, and stops where there is none.",
                    "make the folder before the crew starts"));
        }
        if (crew.text("prompt_file_path") != null) {
            warnings.add(new Warning(
                    "prompt_file_path",
                    "The file is no part of the code, and CrewAI stops where it is not there.",
                    "put it into the folder in which the crew starts"));
        }
        if (!crew.flag("cache_enabled")) {
            warnings.add(new Warning(
                    "cache_enabled",
                    "Each member still keeps the results of its own tools.",
                    "set cache_enabled of the members to false"));
        }
        if (isHierarchical() && crew.text("step_callback_url") != null) {
            warnings.add(new Warning(
                    "step_callback_url", "CrewAI does not tell of the manager's own steps.", "the members' steps"));
        }
        if (crew.text("config_file_path") != null) {
            warnings.add(new Warning(
                    "config_file_path", "CrewAI's Crew takes no path of a configuration file.", "this configuration"));
        }
    }
}
