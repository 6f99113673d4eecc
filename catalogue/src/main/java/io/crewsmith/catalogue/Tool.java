package io.crewsmith.catalogue;

import java.util.List;

/**
 * A tool that an agent may use.
 *
 * @param key what a configuration says
 * @param module Python module to import from
 * @param type name in that module; called without arguments it gives the tool
 * @param environment variables that must be set where the agent runs
 * @param capabilities what it can do, for people who decide about it: network, reads-files, writes-files, code-execution …
 */
public record Tool(String key, String module, String type, List<String> environment, List<String> capabilities) {

    public Tool {
        environment = List.copyOf(environment);
        capabilities = List.copyOf(capabilities);
    }
}
