package io.crewsmith.gateway;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.gateway.model.SavedConfiguration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Configurations as they come in and go out, with what the server says beside them. */
@Component
class ConfigurationBodies {

    /** What the server sets: ignored in a request, so that an answer can be edited and sent back. */
    private static final List<String> SERVER_SET = List.of("revision", "updated_by", "updated_at");

    private final ConfigurationJson configurations;
    private final JsonMapper json;

    ConfigurationBodies(ConfigurationJson configurations, JsonMapper json) {
        this.configurations = configurations;
        this.json = json;
    }

    /** What somebody sent: valid, and with the id if one was given. */
    record Submission(Optional<UUID> id, Configuration configuration, String canonicalConfiguration) {

        /** The id in the body, if there is one, must be that of the path. */
        void requireId(Kind kind, UUID expected) {
            if (id.isPresent() && !id.get().equals(expected)) {
                throw RefusedRequest.invalid("/" + idName(kind), "%s is not that of the path.".formatted(idName(kind)));
            }
        }
    }

    Submission read(Kind kind, byte[] body) {
        Set<String> serverSet = new HashSet<>(SERVER_SET);
        serverSet.add(idName(kind));
        return switch (configurations.read(kind, body, serverSet)) {
            case Valid(Configuration configuration) ->
                new Submission(id(kind, body), configuration, configurations.write(configuration));
            case Invalid(List<Problem> problems) -> throw invalid(kind, problems);
        };
    }

    /** The refusal of a configuration with these problems. */
    static RefusedRequest invalid(Kind kind, List<Problem> problems) {
        return new RefusedRequest(
                ProblemType.INVALID,
                "The %s is not valid.".formatted(kind.word()),
                problems.stream()
                        .map(problem -> new FieldProblem(problem.pointer(), problem.code(), problem.message()))
                        .toList());
    }

    /** Every field of the configuration, and what the server says beside it. */
    JsonNode write(SavedConfiguration saved) {
        ObjectNode body = json.createObjectNode();
        body.put(idName(saved.kind()), saved.id().toString());
        body.put("revision", saved.revision());
        body.put("updated_by", saved.author());
        body.put("updated_at", saved.savedAt().toString());
        body.setAll((ObjectNode) json.readTree(saved.configuration()));
        return body;
    }

    private Optional<UUID> id(Kind kind, byte[] body) {
        JsonNode id = json.readTree(body).path(idName(kind));
        if (id.isMissingNode() || id.isNull()) {
            return Optional.empty();
        }
        Texts.requireUuid("/" + idName(kind), id.isString() ? id.stringValue() : "");
        return Optional.of(UUID.fromString(id.stringValue()));
    }

    private static String idName(Kind kind) {
        return kind.word() + "_id";
    }
}
