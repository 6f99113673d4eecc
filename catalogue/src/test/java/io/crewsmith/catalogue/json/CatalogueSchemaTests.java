package io.crewsmith.catalogue.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Parameter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue as JSON Schema. */
class CatalogueSchemaTests {

    private final JsonNode schema = new CatalogueSchema(Catalogues.crewAi130()).of(Kind.AGENT);

    @Test
    void everyParameterIsThereInTheOrderOfTheCatalogue() {
        assertThat(schema.at("/properties").propertyNames())
                .containsExactlyElementsOf(Catalogues.crewAi130().parameters(Kind.AGENT).stream()
                        .map(Parameter::name)
                        .toList());
        assertThat(schema.at("/required").valueStream().map(JsonNode::asString))
                .containsExactly("agent_key", "role", "goal", "backstory", "llm_model");
        assertThat(schema.at("/additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void aNumberHasItsRangeAndItsDefault() {
        assertThat(schema.at("/properties/temperature").toString())
                .isEqualTo(
                        "{\"type\":[\"number\",\"null\"],\"description\":\"Sampling temperature.\","
                                + "\"minimum\":0.0,\"maximum\":2.0,\"default\":0.7,\"x-group\":\"Model\","
                                + "\"x-column\":\"temperature\",\"x-rendered\":\"`LLM(temperature=…)`\",\"x-since\":\"1.3.0\"}");
    }

    @Test
    void aSectionIsASchemaOfItsOwn() {
        assertThat(schema.at("/properties/memory_config/properties/storage_type/enum/0")
                        .asString())
                .isEqualTo("file");
        assertThat(schema.at("/properties/memory_config/additionalProperties").asBoolean())
                .isFalse();
    }

    @Test
    void aToolSaysWhatItNeedsWhereItRuns() {
        JsonNode tools = schema.at("/properties/tools/items");

        assertThat(tools.at("/enum").valueStream().map(JsonNode::asString)).contains("SerperDevTool", "FileReadTool");
        assertThat(tools.at("/x-environment/SerperDevTool/0").asString()).isEqualTo("SERPER_API_KEY");
        assertThat(tools.at("/x-environment/FileReadTool").isMissingNode()).isTrue();
    }

    @Test
    void aToolSaysWhatItCanDo() {
        JsonNode capabilities = schema.at("/properties/tools/items/x-capabilities");

        assertThat(capabilities.at("/CodeInterpreterTool/0").asString()).isEqualTo("code-execution");
        assertThat(capabilities.valueStream())
                .hasSizeGreaterThan(40)
                .allSatisfy(labels -> assertThat(labels.size()).isPositive());
    }

    @Test
    void everyParameterBelongsToAGroup() {
        assertThat(schema.at("/properties").valueStream())
                .allSatisfy(parameter ->
                        assertThat(parameter.at("/x-group").asString()).isNotEmpty());
    }

    @Test
    void aParameterSaysWhereItIsKeptAndWhatBecomesOfIt() {
        assertThat(schema.at("/properties/memory_config/x-column").asString()).isEqualTo("memory_config_id");
        assertThat(schema.at("/properties/template_version/x-column").isMissingNode())
                .isTrue();
        assertThat(schema.at("/properties/reasoning_enabled/x-deprecated").asString())
                .isEqualTo("1.11.0");
        assertThat(schema.at("/properties/role/x-deprecated").isMissingNode()).isTrue();
    }
}
