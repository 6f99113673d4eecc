package io.crewsmith.platform.sarif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A SARIF 2.1.0 document, as far as a scan needs it; the names are the standard's own. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SarifLog(@JsonProperty("$schema") URI schema, String version, List<Run> runs) {

    private static final URI SCHEMA =
            URI.create("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");

    static SarifLog of(Run run) {
        return new SarifLog(SCHEMA, "2.1.0", List.of(run));
    }

    /** One scan. */
    public record Run(
            Tool tool,
            List<Invocation> invocations,
            String columnKind,
            List<Result> results,
            Map<String, Object> properties) {}

    /** What scanned. */
    public record Tool(Driver driver) {}

    /** The validator with its rules. */
    public record Driver(String name, String version, List<Rule> rules) {}

    /** What a rule says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            String id,
            @Nullable Text shortDescription,
            @Nullable Text fullDescription,
            @Nullable URI helpUri,
            @Nullable Text help,
            @Nullable Configuration defaultConfiguration,
            Map<String, Object> properties) {}

    /** Words, also in Markdown where they have a form. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(String text, @Nullable String markdown) {

        static Text of(String text) {
            return new Text(text, null);
        }
    }

    /** How bad a rule's findings are. */
    public record Configuration(String level) {}

    /** Whether the scan came to its end. */
    public record Invocation(boolean executionSuccessful) {}

    /** One finding. */
    public record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            Map<String, Object> properties) {}

    /** Where it is. */
    public record Location(PhysicalLocation physicalLocation) {}

    /** In which file and where in it. */
    public record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    /** A file, relative to the root of the repository. */
    public record ArtifactLocation(String uri, String uriBaseId) {}

    /** A place; both count from 1, columns in Unicode code points. */
    public record Region(int startLine, int startColumn) {}
}
