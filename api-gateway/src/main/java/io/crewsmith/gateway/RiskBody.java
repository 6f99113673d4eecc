package io.crewsmith.gateway;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What a change could do.
 *
 * @param level {@code low}, {@code medium}, {@code high} or {@code unknown}
 * @param reasons in words, the worst first
 */
record RiskBody(String level, List<String> reasons) {

    static RiskBody of(JsonNode risk) {
        return new RiskBody(
                risk.path("level").asString().toLowerCase(Locale.ROOT),
                risk.path("reasons").valueStream().map(JsonNode::asString).toList());
    }
}
