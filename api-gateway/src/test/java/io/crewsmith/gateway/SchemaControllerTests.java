package io.crewsmith.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.schemas.Contract;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class SchemaControllerTests {

    private static final String NAMESPACE = "io.crewsmith.events.v1.";

    private final SchemaController schemas = new SchemaController(JsonMapper.shared());

    @Test
    void everyRecordIsListedWithEveryTopicThatCarriesIt() {
        assertThat(items()).hasSameSizeAs(Contract.all());
        assertThat(items())
                .filteredOn(item -> item.fullName().equals(DraftFailed.class.getName()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.topics()).containsExactly("crewsmith.draft-code.v1", "crewsmith.draft-scans.v1");
                    assertThat(item.doc()).isEqualTo("A preview could not be rendered.");
                    assertThat(item.schema()).hasPath("/api/schemas/io.crewsmith.events.v1.DraftFailed");
                    assertThat(item.fingerprint()).matches("[0-9a-f]{16}");
                });
    }

    @Test
    void aSchemaIsAnsweredAsTheClassHasItAndNamesItsFingerprint() {
        ResponseEntity<String> answer = schemas.read(AgentChanged.class.getName());

        assertThat(answer.getBody()).isEqualTo(AgentChanged.getClassSchema().toString());
        assertThat(answer.getHeaders().getFirst(SchemaController.FINGERPRINT)).isEqualTo(listedFingerprint());
    }

    @Test
    void anAnswerMayBeKeptAndOtherSchemasHaveOtherTags() {
        assertThat(schemas.list().getHeaders().getCacheControl()).contains("max-age", "private");
        assertThat(schemas.list().getHeaders().getETag()).matches("\"[0-9a-f]{64}\"");
        assertThat(Contract.all().stream()
                        .map(contract ->
                                schemas.read(contract.fullName()).getHeaders().getETag())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(Contract.all());
    }

    @ParameterizedTest
    @CsvSource({
        "AgentChanged, AgentChanged",
        "io.crewsmith.events.v1.AgentChangd, AgentChanged",
        "io.crewsmith.events.v2.Deployed, Deployed"
    })
    void aNameThatComesNearIsAnsweredWithTheNamesItMayMean(String name, String meant) {
        assertThatThrownBy(() -> schemas.read(name)).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(refused.getBody().getDetail()).contains("Did you mean " + NAMESPACE + meant);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "../secrets", "io.crewsmith.events.v1.", "."})
    void aNameThatComesNearNothingIsToldWhereTheListIs(String name) {
        assertThatThrownBy(() -> schemas.read(name)).hasMessageContaining("GET /api/schemas lists all");
    }

    private String listedFingerprint() {
        return items().stream()
                .filter(item -> item.fullName().equals(AgentChanged.class.getName()))
                .map(SchemaListBody.Item::fingerprint)
                .findFirst()
                .orElseThrow();
    }

    private List<SchemaListBody.Item> items() {
        return requireNonNull(schemas.list().getBody()).items();
    }
}
