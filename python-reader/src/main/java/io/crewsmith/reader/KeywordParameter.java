package io.crewsmith.reader;

import java.util.List;

/**
 * A keyword of a call whose value is a plain value, and the parameter that says it.
 *
 * @param keyword as CrewAI 1.3.0 names it
 * @param parameter as the catalogue names it
 */
public record KeywordParameter(String keyword, String parameter) {

    /** Of {@code Agent(…)}, before the keywords with values of their own shapes. */
    public static final List<KeywordParameter> WHO = same("role", "goal", "backstory");

    /** Of {@code Agent(…)}, after its models, in the order of generated code. */
    public static final List<KeywordParameter> AGENT = List.of(
            of("max_rpm"),
            of("max_iter"),
            of("max_execution_time"),
            of("max_retry_limit"),
            of("allow_delegation"),
            of("allow_code_execution"),
            of("code_execution_mode"),
            of("respect_context_window"),
            new KeywordParameter("cache", "cache_enabled"),
            new KeywordParameter("reasoning", "reasoning_enabled"),
            of("max_reasoning_attempts"),
            of("system_template"),
            of("prompt_template"),
            of("response_template"),
            of("inject_date"),
            of("date_format"),
            new KeywordParameter("multimodal", "multimodal_enabled"),
            of("use_system_prompt"),
            of("verbose"));

    /** Of {@code Crew(…)}. */
    public static final List<KeywordParameter> CREW = List.of(
            new KeywordParameter("planning", "planning_enabled"),
            new KeywordParameter("memory", "memory_enabled"),
            new KeywordParameter("cache", "cache_enabled"),
            of("max_rpm"),
            of("output_log_file"),
            new KeywordParameter("prompt_file", "prompt_file_path"),
            of("share_crew"),
            of("verbose"));

    /** Of {@code Crew(…)}: models, in the order of generated code. */
    public static final List<String> CREW_MODELS = List.of("manager_llm", "planning_llm", "function_calling_llm");

    /** Of {@code Task(…)}. */
    public static final List<KeywordParameter> TASK = List.of(
            of("async_execution"),
            of("human_input"),
            new KeywordParameter("markdown", "markdown_enabled"),
            of("output_file"),
            of("create_directory"),
            of("guardrail_max_retries"));

    private static KeywordParameter of(String name) {
        return new KeywordParameter(name, name);
    }

    private static List<KeywordParameter> same(String... names) {
        return List.of(names).stream().map(KeywordParameter::of).toList();
    }
}
