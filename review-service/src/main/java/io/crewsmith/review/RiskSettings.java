package io.crewsmith.review;

import io.crewsmith.review.model.RiskRules;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as risk. A change of a parameter that neither names is of medium risk.
 *
 * @param low parameters, by their names in JSON, that only say other words or set other limits to the model
 * @param high parameters that give an agent hands: tools, code, addresses, files
 */
record RiskSettings(
        @DefaultValue({
            "name",
            "role",
            "goal",
            "backstory",
            "crew_name",
            "description",
            "expected_output",
            "temperature",
            "max_tokens",
            "max_rpm",
            "max_iter",
            "max_execution_time",
            "max_retry_limit",
            "max_reasoning_attempts",
            "guardrail_max_retries",
            "respect_context_window",
            "cache_enabled",
            "inject_date",
            "date_format",
            "markdown_enabled",
            "verbose"
        })
        Set<String> low,

        @DefaultValue({
            "tools",
            "allow_code_execution",
            "code_execution_mode",
            "guardrail_function",
            "knowledge_sources",
            "step_callback_url",
            "task_callback_url",
            "callback_url",
            "output_file",
            "create_directory",
            "output_log_file",
            "config_file_path",
            "prompt_file_path",
            "share_crew"
        })
        Set<String> high) {

    RiskRules rules() {
        return new RiskRules(low, high);
    }
}
