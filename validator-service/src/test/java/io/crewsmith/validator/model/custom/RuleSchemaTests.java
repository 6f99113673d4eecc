package io.crewsmith.validator.model.custom;

import static io.crewsmith.validator.model.custom.SampleRules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader say the same about the form of a rule, and the documentation keeps to both. */
class RuleSchemaTests {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\\n(id: .*?)```");
    private static final String SOUND = rule("forbid: {imports: [requests]}", "import requests", "import json");

    @ParameterizedTest
    @MethodSource("documented")
    void aDocumentedRuleIsAcceptedByBoth(String text) throws IOException {
        assertThat(schemaProblems(text)).isEmpty();
        SampleRules.accepted(text);
    }

    static Stream<String> documented() throws IOException {
        return BLOCK.matcher(Files.readString(DOCS.resolve("custom-rules.md")))
                .results()
                .map(block -> block.group(1));
    }

    @Test
    void thereAreDocumentedRules() throws IOException {
        assertThat(documented()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forbid: {calls: [os.system, 'os.*', '*.execute', print]}",
                "require: {imports: [json], literals: ['a']}",
                "forbid: {attributes: [a.b]}\ncwe: CWE-918\napplies_to: generated"
            })
    void aSoundFormIsAcceptedByBoth(String demand) throws IOException {
        String text = SOUND.replace("forbid: {imports: [requests]}", demand);

        assertThat(schemaProblems(text)).isEmpty();
        assertThat(RuleReader.read(text)).isInstanceOf(Loading.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forbid: {}",
                "forbid: {imports: []}",
                "forbid: {imports: [1]}",
                "forbid: {imports: ['a-b']}",
                "forbid: {imports: ['*']}",
                "forbid: {decorators: [a]}",
                "forbid: {literals: ['']}",
                "forbid: {imports: [a]}\nrequire: {imports: [b]}",
                "forbid: {imports: [a]}\ncwe: CWE-0",
                "forbid: {imports: [a]}\napplies_to: ALL",
                "forbid: {imports: [a]}\nversion: 1",
                "x: 1",
                "# neither"
            })
    void aBrokenFormIsRefusedByBoth(String demand) throws IOException {
        String text = SOUND.replace("forbid: {imports: [requests]}", demand);

        assertThat(schemaProblems(text)).isNotEmpty();
        assertThat(RuleReader.read(text)).isInstanceOf(Loading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "message", "severity"})
    void noFieldMayBeMissing(String field) throws IOException {
        String text = SOUND.replaceFirst("(?m)^%s: .*\\n".formatted(field), "");

        assertThat(schemaProblems(text)).isNotEmpty();
        assertThat(RuleReader.read(text)).isInstanceOf(Loading.Refused.class);
    }

    private static List<Error> schemaProblems(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("custom-rule.schema.json")));
        JsonNode rule = JsonMapper.shared().valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        return schema.validate(rule);
    }
}
