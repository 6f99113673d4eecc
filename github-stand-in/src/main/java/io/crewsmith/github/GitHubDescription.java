package io.crewsmith.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.crewsmith.testsupport.NpmPackage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What GitHub itself publishes of its REST API, cut down to what is used here: the whole takes ten seconds to load. */
final class GitHubDescription {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REPOSITORY = "/repos/{owner}/{repo}";
    private static final List<String> PATHS = List.of(
            "/users/{username}",
            "/app",
            "/app/installations/{installation_id}",
            "/app/installations/{installation_id}/access_tokens",
            REPOSITORY,
            REPOSITORY + "/pulls",
            REPOSITORY + "/pulls/{pull_number}",
            REPOSITORY + "/pulls/{pull_number}/merge",
            REPOSITORY + "/pulls/{pull_number}/requested_reviewers",
            REPOSITORY + "/pulls/{pull_number}/reviews",
            REPOSITORY + "/issues/{issue_number}",
            REPOSITORY + "/issues/{issue_number}/labels",
            REPOSITORY + "/issues/{issue_number}/comments",
            REPOSITORY + "/commits/{ref}/check-runs",
            REPOSITORY + "/commits/{ref}/status",
            REPOSITORY + "/statuses/{sha}",
            REPOSITORY + "/code-scanning/analyses",
            REPOSITORY + "/code-scanning/sarifs");

    private static final GitHubDescription LOADED = load();

    private final ObjectNode components;
    private final OpenApiInteractionValidator validator;

    private GitHubDescription(ObjectNode cut) {
        this.components = (ObjectNode) cut.path("components");
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(cut.toString())
                .withBasePathOverride("/")
                .withLevelResolver(LevelResolver.create()
                        // GitHub adds fields at any time; what it promises is what it lists.
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    static GitHubDescription get() {
        return LOADED;
    }

    private static GitHubDescription load() {
        Path file = NpmPackage.folder("@octokit/openapi", "23.0.2").resolve("generated/api.github.com.json");
        return new GitHubDescription(cut((ObjectNode) JSON.readTree(file.toFile())));
    }

    /** What GitHub shows as an answer, to be filled in. */
    JsonNode example(String name) {
        return components.path("examples").path(name).path("value").deepCopy();
    }

    List<String> violations(Request request, Response response) {
        return validator.validate(request, response).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> "%s %s: %s".formatted(request.getMethod(), request.getPath(), message.getMessage()))
                .toList();
    }

    private static ObjectNode cut(ObjectNode whole) {
        ObjectNode cut = whole.deepCopy();
        cut.remove("x-webhooks");
        ObjectNode paths = cut.putObject("paths");
        ObjectNode components = cut.putObject("components");
        PATHS.forEach(path -> paths.set(path, whole.path("paths").path(path)));
        Set<String> seen = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(paths));
        while (!open.isEmpty()) {
            for (JsonNode reference : open.pop().findValues("$ref")) {
                String pointer = reference.asString("");
                if (pointer.startsWith("#/components/") && seen.add(pointer)) {
                    String[] names = pointer.substring("#/components/".length()).split("/");
                    JsonNode component = whole.path("components").path(names[0]).path(names[1]);
                    components.withObject("/" + names[0]).set(names[1], component);
                    open.push(component);
                }
            }
        }
        // OpenAPI wants its property to be required, which GitHub does not say; the alternatives are checked all the
        // same.
        cut.findParents("discriminator").forEach(schema -> ((ObjectNode) schema).remove("discriminator"));
        return cut;
    }
}
