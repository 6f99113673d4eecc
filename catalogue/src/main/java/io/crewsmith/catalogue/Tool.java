package io.crewsmith.catalogue;

import java.util.List;

/**
 * A tool that an agent may use.
 *
 * @param key what a configuration says
 * @param module Python module to import from
 * @param type name in that module; called without arguments it gives the tool
 * @param environment variables that must be set where the agent runs
 */
public record Tool(String key, String module, String type, List<String> environment) {

    public Tool {
        environment = List.copyOf(environment);
    }
}
