package io.crewsmith.git.github;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a scan found.
 *
 * @param verdict JSON of the verdict, with paths in the repository; without findings where nobody said them
 * @param files texts by their paths in the repository, the module first
 */
public record Findings(JsonNode verdict, Map<String, String> files) {}
