package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contracts as another service fetches them: a list, whole schemas, and no byte twice. */
class SchemaTests {

    private final Api service = Api.as("service");

    @Test
    void theListLeadsToEverySchema() {
        List<JsonNode> items =
                service.get("/api/schemas").body().path("items").valueStream().toList();

        assertThat(items).isNotEmpty().allSatisfy(item -> {
            Answer answer = service.get(item.path("schema").asString());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.header("Avro-Fingerprint"))
                    .isEqualTo(item.path("fingerprint").asString());
            Schema schema = new Schema.Parser().parse(answer.response().body());
            assertThat(schema.getFullName()).isEqualTo(item.path("full_name").asString());
        });
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        for (String path : List.of("/api/schemas", "/api/schemas/io.crewsmith.events.v1.AgentChanged")) {
            Answer first = service.get(path);

            Answer again = service.send("GET", path, null, Map.of("If-None-Match", first.header("ETag")));

            assertThat(first.header("Cache-Control")).contains("private", "max-age=300");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.response().body()).isEmpty();
        }
    }

    @Test
    void aNameThatDoesNotExistIsAProblemThatNamesWhatIsNear() {
        Answer answer = service.get("/api/schemas/AgentChanged");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/type")).isEqualTo("/problems/not-found");
        assertThat(answer.text("/detail")).contains("io.crewsmith.events.v1.AgentChanged");
    }

    @Test
    void aStrangerSeesNoContract() {
        assertThat(Api.withToken(null).get("/api/schemas").status()).isEqualTo(401);
    }
}
