package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keywords of {@code Agent(…)} whose values are literals, by the rules of CrewAI 1.3.0. */
final class AgentKeywords {

    // What CrewAI takes where no format is given.
    private static final String ISO_DATE = "%Y-%m-%d";

    private final Configuration agent;
    private final List<Warning> warnings;
    private final Keywords keywords = new Keywords();

    AgentKeywords(Configuration agent, List<Warning> warnings) {
        this.agent = agent;
        this.warnings = warnings;
    }

    Map<String, Object> all() {
        limits();
        behaviour();
        reasoning();
        new PromptTemplates(agent, warnings).put(keywords);
        date();
        keywords.put("multimodal", agent.flag("multimodal_enabled"));
        keywords.put("use_system_prompt", agent.flag("use_system_prompt"));
        keywords.put("verbose", agent.flag("verbose"));
        return keywords.all();
    }

    private void limits() {
        keywords.put("max_rpm", positive(agent.integer("max_rpm")));
        keywords.put("max_iter", agent.integer("max_iter"));
        keywords.put("max_execution_time", positive(agent.integer("max_execution_time")));
        keywords.put("max_retry_limit", agent.integer("max_retry_limit"));
    }

    private void behaviour() {
        keywords.put("allow_delegation", agent.flag("allow_delegation"));
        if (agent.flag("allow_delegation")) {
            warn(
                    "allow_delegation",
                    "An agent alone in its crew has nobody to delegate to.",
                    "no effect until it joins a crew");
        }
        if (agent.flag("allow_code_execution")) {
            keywords.put("allow_code_execution", true);
            keywords.put("code_execution_mode", "safe");
            warn("allow_code_execution", "CrewAI runs what the agent writes, and asks for Docker when it starts.", "");
        }
        if ("unsafe".equals(agent.text("code_execution_mode"))) {
            warn(
                    "code_execution_mode",
                    "unsafe would run what the agent writes on the host itself; that is never generated.",
                    "safe");
        }
        keywords.put("respect_context_window", agent.flag("respect_context_window"));
        keywords.put("cache", agent.flag("cache_enabled"));
    }

    private void reasoning() {
        keywords.put("reasoning", agent.flag("reasoning_enabled"));
        if (agent.flag("reasoning_enabled")) {
            keywords.put("max_reasoning_attempts", agent.integer("max_reasoning_attempts"));
        }
    }

    private void date() {
        keywords.put("inject_date", agent.flag("inject_date"));
        String format = agent.text("date_format");
        if (agent.flag("inject_date") && format != null) {
            String strftime = DateFormat.strftime(format);
            if (!DateFormat.isSaid(strftime)) {
                warn("date_format", "CrewAI says no date in a format without %Y, %m, %d or the like.", ISO_DATE);
                return;
            }
            keywords.put("date_format", strftime);
            if (!strftime.equals(format)) {
                warn("date_format", "CrewAI takes strftime codes only.", strftime);
            }
        }
    }

    private void warn(String parameter, String reason, String nearest) {
        warnings.add(new Warning(parameter, reason, nearest));
    }

    /** CrewAI has no 0 for "no limit": the keyword is left out then. */
    private static @Nullable Long positive(@Nullable Long value) {
        return value == null || value == 0 ? null : value;
    }
}
