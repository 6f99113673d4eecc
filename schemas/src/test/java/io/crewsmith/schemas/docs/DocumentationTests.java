package io.crewsmith.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.crewsmith.schemas.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Holds the pages in {@code docs} against the schemas and the topic catalogue; {@code -Dcrewsmith.write-golden=true}
 * writes them anew, to be read in the review.
 */
class DocumentationTests {

    private static final Path DOCS = Path.of("../docs");

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new QuotedNumbers())
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                    .build())
            .build();

    /** A text that begins like a number is quoted: a fingerprint may look like one with an exponent. */
    private static final class QuotedNumbers extends StringQuotingChecker.Default {

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || Character.isDigit(value.charAt(0));
        }
    }

    @Test
    void theEventCatalogueIsWhatTheSchemasSay() throws IOException {
        assertGolden(DOCS.resolve("event-catalog.md"), EventCatalog.markdown());
    }

    @Test
    void theAsyncApiDocumentIsWhatTheSchemasSay() throws IOException {
        assertGolden(DOCS.resolve("asyncapi.yaml"), yaml());
    }

    @Test
    void theAsyncApiDocumentIsValidByAsyncApisOwnSchema() {
        assertThat(problems(written())).isEmpty();
    }

    @Test
    void asyncApisOwnSchemaWouldFindAMistake() {
        ObjectNode document = AsyncApi.document();
        ((ObjectNode) document.at("/components/messages/AgentChanged/payload/schema")).put("type", "rekord");
        ((ObjectNode) document.at("/operations/receive.crewsmith.agent-changes.v1")).put("action", "listen");

        assertThat(problems(document))
                .extracting(problem -> problem.getInstanceLocation().toString())
                .contains("/operations/receive.crewsmith.agent-changes.v1/action")
                .anyMatch(place -> place.startsWith("/components/messages/AgentChanged"));
    }

    @Test
    void everyReferenceInTheDocumentLeadsSomewhere() {
        JsonNode document = written();
        List<String> references = document.findValuesAsString("$ref");

        assertThat(references)
                .hasSizeGreaterThan(Contract.all().size())
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aSchemaInTheDocumentHasTheFingerprintOfItsRecord() {
        JsonNode messages = written().at("/components/messages");

        assertThat(Contract.all()).allSatisfy(contract -> {
            JsonNode message = messages.path(contract.schema().getName());
            Schema schema =
                    new Schema.Parser().parse(message.at("/payload/schema").toString());
            assertThat(new Contract(schema, List.of()).fingerprint())
                    .isEqualTo(contract.fingerprint())
                    .isEqualTo(message.path("x-avro-fingerprint").asString());
        });
    }

    private static List<Error> problems(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(AsyncApiSpecification.schema())
                .validate(document);
    }

    /** The document as a reader of the file has it. */
    private static JsonNode written() {
        return YAML.readTree(yaml());
    }

    private static String yaml() {
        return YAML.writeValueAsString(AsyncApi.document());
    }

    private static void assertGolden(Path file, String text) throws IOException {
        if (Boolean.getBoolean("crewsmith.write-golden")) {
            Files.writeString(file, text);
        }
        assertThat(file).as("-Dcrewsmith.write-golden=true writes it").exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
