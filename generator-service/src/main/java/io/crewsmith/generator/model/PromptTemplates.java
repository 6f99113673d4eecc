package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Templates of the prompt, as far as CrewAI 1.3.0 can use them. */
final class PromptTemplates {

    private static final String SYSTEM = "{{ .System }}";
    private static final String PROMPT = "{{ .Prompt }}";
    private static final String RESPONSE = "{{ .Response }}";

    private final Configuration agent;
    private final List<Warning> warnings;

    PromptTemplates(Configuration agent, List<Warning> warnings) {
        this.agent = agent;
        this.warnings = warnings;
    }

    void put(Keywords keywords) {
        String system = agent.text("system_template");
        String prompt = agent.text("prompt_template");
        keywords.put("system_template", system);
        keywords.put("prompt_template", prompt);
        keywords.put("response_template", response());
        if (system != null && prompt != null) {
            marker(
                    "system_template",
                    system,
                    SYSTEM,
                    "the model does not learn who the agent is and what tools it has");
            marker("prompt_template", prompt, PROMPT, "the model does not learn its task");
        } else if (system != null || prompt != null) {
            warn(
                    system == null ? "prompt_template" : "system_template",
                    "CrewAI uses system_template and prompt_template only together.",
                    "its own prompts");
        }
        if (agent.flag("use_system_prompt") && (system != null || prompt != null)) {
            warn(
                    "use_system_prompt",
                    "With a template CrewAI has no message of the system.",
                    "one message of the user");
        }
    }

    /** CrewAI takes the text after the marker for a stop word, and an empty one stops every answer before it begins. */
    private @Nullable String response() {
        String response = agent.text("response_template");
        if (response == null) {
            return null;
        }
        String[] parts = response.split(Pattern.quote(RESPONSE), -1);
        if (parts.length == 1) {
            warn("response_template", "Without the marker %s CrewAI cannot use it.".formatted(RESPONSE), "");
            return null;
        }
        if (parts[1].isBlank()) {
            warn(
                    "response_template",
                    "CrewAI ends each answer at the text after %s; there is none, so every answer would be empty."
                            .formatted(RESPONSE),
                    "");
            return null;
        }
        return response;
    }

    private void marker(String parameter, String template, String marker, String consequence) {
        if (!template.contains(marker)) {
            warn(parameter, "Without the marker %s %s.".formatted(marker, consequence), "");
        }
    }

    private void warn(String parameter, String reason, String nearest) {
        warnings.add(new Warning(parameter, reason, nearest));
    }
}
