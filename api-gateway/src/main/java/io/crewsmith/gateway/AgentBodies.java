package io.crewsmith.gateway;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.gateway.model.Agent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Agents as they come in and go out: the configuration, and what the server says beside it. */
@Component
class AgentBodies {

    private static final String ID = "agent_id";

    /** What the server sets: ignored in a request, so that an answer can be edited and sent back. */
    private static final Set<String> SERVER_SET = Set.of(ID, "revision", "updated_by", "updated_at");

    private final ConfigurationJson configurations;
    private final JsonMapper json;

    AgentBodies(ConfigurationJson configurations, JsonMapper json) {
        this.configurations = configurations;
        this.json = json;
    }

    /** An agent that somebody sent: valid, and with the id if one was given. */
    record Submission(Optional<UUID> agentId, String canonicalConfiguration) {

        /** The id in the body, if there is one, must be that of the path. */
        void requireAgentId(UUID expected) {
            if (agentId.isPresent() && !agentId.get().equals(expected)) {
                throw RefusedRequest.invalid("/" + ID, "agent_id is not that of the path.");
            }
        }
    }

    Submission read(byte[] body) {
        return switch (configurations.read(Kind.AGENT, body, SERVER_SET)) {
            case Valid(Configuration configuration) ->
                new Submission(agentId(body), configurations.write(configuration));
            case Invalid(List<Problem> problems) ->
                throw new RefusedRequest(
                        ProblemType.INVALID,
                        "The agent is not valid.",
                        problems.stream()
                                .map(problem -> new FieldProblem(problem.pointer(), problem.code(), problem.message()))
                                .toList());
        };
    }

    /** The agent with every field of its configuration. */
    JsonNode write(Agent agent) {
        ObjectNode body = json.createObjectNode();
        body.put(ID, agent.id().toString());
        body.put("revision", agent.revision());
        body.put("updated_by", agent.author());
        body.put("updated_at", agent.savedAt().toString());
        body.setAll((ObjectNode) json.readTree(agent.configuration()));
        return body;
    }

    private Optional<UUID> agentId(byte[] body) {
        JsonNode id = json.readTree(body).path(ID);
        if (id.isMissingNode() || id.isNull()) {
            return Optional.empty();
        }
        Texts.requireUuid("/" + ID, id.isString() ? id.stringValue() : "");
        return Optional.of(UUID.fromString(id.stringValue()));
    }
}
