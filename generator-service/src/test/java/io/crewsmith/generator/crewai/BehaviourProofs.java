package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Configuration;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an agent works: limits, prompts, the date, steps. */
final class BehaviourProofs {

    private static final String DATE = "%Y-%m-%d";

    // CrewAI looks for a few codes, and says no date where it finds none of them.
    private static final String UNSAID = "week %U";

    /** The formats that samples and cases have, as strftime and as Java know them. */
    private static final Map<String, List<String>> DATES = Map.of(
            DATE,
            List.of(DATE, "yyyy-MM-dd"),
            "%d %b %Y",
            List.of("%d %b %Y", "dd MMM yyyy"),
            "%A, %B %d",
            List.of("%A, %B %d", "EEEE, MMMM dd"),
            "YYYY-MM-DD",
            List.of(DATE, "yyyy-MM-dd"),
            "DD.MM.YYYY",
            List.of("%d.%m.%Y", "dd.MM.yyyy"),
            UNSAID,
            List.of(DATE, "yyyy-MM-dd"));

    private BehaviourProofs() {}

    static List<Proof> all() {
        return List.of(
                limit("max_rpm"),
                number("max_iter"),
                limit("max_execution_time"),
                number("max_retry_limit"),
                flag("allow_delegation", "allow_delegation")
                        .warning(agent -> agent.flag("allow_delegation"))
                        .notes("An agent alone has nobody to delegate to; it may in a crew."),
                flag("allow_code_execution", "allow_code_execution")
                        .warning(agent -> agent.flag("allow_code_execution"))
                        .notes("Only where it is true: CrewAI asks for Docker then."),
                of("code_execution_mode")
                        .attribute(agent -> "safe", seen -> seen.agent("code_execution_mode"))
                        .warning(agent -> "unsafe".equals(agent.text("code_execution_mode")))
                        .notes("unsafe is never generated."),
                flag("respect_context_window", "respect_context_window"),
                flag("cache_enabled", "cache"),
                flag("multimodal_enabled", "multimodal"),
                flag("reasoning_enabled", "reasoning")
                        .behaviour(
                                agent -> true,
                                (agent, seen) -> seen.asked("chat").stream()
                                                .anyMatch(asked -> asked.path("purpose")
                                                        .asString()
                                                        .equals("plan"))
                                        == agent.flag("reasoning_enabled")),
                of("max_reasoning_attempts")
                        .attribute(
                                agent -> agent.flag("reasoning_enabled")
                                        ? agent.integer("max_reasoning_attempts")
                                        : null,
                                seen -> seen.agent("max_reasoning_attempts")),
                template("system_template", "{{ .System }}", "prompt_template")
                        .notes("Both templates or none; without its marker who the agent is gets lost."),
                template("prompt_template", "{{ .Prompt }}", "system_template")
                        .notes("Both templates or none; without its marker the task gets lost."),
                response(),
                flag("inject_date", "inject_date")
                        .wire(
                                Asked::tellsTask,
                                (agent, seen) -> seen.chat("text").asString().contains("Current Date: ")
                                        == agent.flag("inject_date")),
                date(),
                flag("use_system_prompt", "use_system_prompt")
                        .wire(
                                agent -> !Asked.provider(agent).equals("ollama"),
                                (agent, seen) -> seen.chat("system").isString()
                                        == (agent.flag("use_system_prompt") && !Asked.hasTemplate(agent)))
                        .warning(agent -> agent.flag("use_system_prompt") && Asked.hasTemplate(agent))
                        .notes("With a template of its own CrewAI sends one message, as the user's."),
                flag("verbose", "verbose").crew(agent -> agent.flag("verbose"), seen -> seen.crew("verbose")),
                steps());
    }

    private static Proof flag(String parameter, String field) {
        return of(parameter).attribute(agent -> agent.flag(parameter), seen -> seen.agent(field));
    }

    private static Proof number(String parameter) {
        return of(parameter).attribute(agent -> agent.integer(parameter), seen -> seen.agent(parameter));
    }

    private static Proof limit(String parameter) {
        return of(parameter)
                .attribute(agent -> Asked.limit(agent, parameter), seen -> seen.agent(parameter))
                .notes("0 and null: left out, which is CrewAI's \"no limit\".");
    }

    private static Proof template(String parameter, String marker, String other) {
        return of(parameter)
                .attribute(agent -> agent.text(parameter), seen -> seen.agent(parameter))
                .wire(
                        Asked::hasBothTemplates,
                        (agent, seen) -> seen.chat("text").asString().contains(Asked.sent(agent, parameter)))
                .warning(agent -> agent.text(parameter) != null
                        && (agent.text(other) == null
                                || !agent.required(parameter).contains(marker)));
    }

    private static Proof response() {
        return of("response_template")
                .attribute(
                        agent -> Asked.canRespond(agent) ? agent.text("response_template") : null,
                        seen -> seen.agent("response_template"))
                .wire(
                        agent -> Asked.canRespond(agent) && Asked.hasBothTemplates(agent),
                        (agent, seen) -> seen.chat("text").asString().contains(Asked.sent(agent, "response_template")))
                .warning(agent -> agent.text("response_template") != null && !Asked.canRespond(agent))
                .notes("Left out without its marker, and without a text after it: CrewAI cuts answers at that text.");
    }

    private static Proof date() {
        return of("date_format")
                .attribute(agent -> format(agent).getFirst(), seen -> seen.agent("date_format"))
                .wire(
                        agent -> agent.flag("inject_date") && Asked.tellsTask(agent),
                        (agent, seen) -> seen.chat("text").asString().contains("Current Date: " + today(agent, seen)))
                .warning(agent -> agent.text("date_format") != null
                        && agent.flag("inject_date")
                        && (UNSAID.equals(agent.text("date_format"))
                                || !agent.required("date_format").contains("%")))
                .notes("Left out without a code that CrewAI knows: it would say no date.");
    }

    private static List<String> format(Configuration agent) {
        String format = agent.flag("inject_date") ? agent.text("date_format") : null;
        List<String> known = DATES.get(format == null ? DATE : format);
        if (known == null) {
            throw new IllegalStateException("Say here what %s means".formatted(format));
        }
        return known;
    }

    private static String today(Configuration agent, Observed seen) {
        LocalDate day = Instant.ofEpochSecond(seen.seen().path("date").asLong())
                .atZone(ZoneId.systemDefault())
                .toLocalDate();
        return DateTimeFormatter.ofPattern(format(agent).getLast(), Locale.ENGLISH)
                .format(day);
    }

    private static Proof steps() {
        return of("step_callback_url")
                .attribute(agent -> agent.text("step_callback_url"), seen -> seen.agent("step_callback/url"))
                .attribute(
                        agent -> agent.text("step_callback_url") == null ? null : agent.text("agent_key"),
                        seen -> seen.agent("step_callback/agent_key"))
                .behaviour(
                        agent -> agent.text("step_callback_url") != null,
                        (agent, seen) -> seen.asked("outside").stream()
                                .anyMatch(asked -> asked.path("target")
                                        .asString()
                                        .equals(URI.create(agent.required("step_callback_url"))
                                                        .getHost()
                                                + ":443")));
    }
}
