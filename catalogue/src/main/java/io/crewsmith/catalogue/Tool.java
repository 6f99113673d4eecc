package io.crewsmith.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool that an agent may use.
 *
 * @param key what a configuration says
 * @param module Python module to import from
 * @param type name in that module; called with the arguments it gives the tool
 * @param arguments keywords of that call, in order: texts, whole numbers, flags
 * @param environment variables that must be set where the agent runs
 * @param capabilities what it can do, for people who decide about it: network, reads-files, writes-files, code-execution …
 */
public record Tool(
        String key,
        String module,
        String type,
        Map<String, Object> arguments,
        List<String> environment,
        List<String> capabilities) {

    public Tool {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        environment = List.copyOf(environment);
        capabilities = List.copyOf(capabilities);
    }
}
