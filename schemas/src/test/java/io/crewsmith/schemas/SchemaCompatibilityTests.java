package io.crewsmith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every record against each of its released schemas, in {@code src/main/resources/released}: a new reader reads old
 * events and an old reader reads new ones. {@code -Dcrewsmith.release-schemas=true} adds those that are new with a release;
 * what was released stays.
 */
class SchemaCompatibilityTests {

    private static final Path RELEASED = Path.of("src/main/resources/released");

    @TestFactory
    Iterable<DynamicTest> everyRecordIsCompatibleWithItsReleasedSchema() throws IOException {
        if (Boolean.getBoolean("crewsmith.release-schemas")) {
            release();
        }
        return current().values().stream()
                .map(schema -> DynamicTest.dynamicTest(schema.getName(), () -> assertCompatible(schema)))
                .toList();
    }

    @Test
    void noReleasedRecordHasDisappeared() throws IOException {
        try (var files = Files.list(RELEASED)) {
            assertThat(files.map(file -> file.getFileName().toString().split("\\.")[0]))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(current()).containsKey(name));
        }
    }

    @Test
    void whatIsWrittenNowCanBeReadAfterTheNextRelease() throws IOException {
        for (Schema schema : current().values()) {
            assertThat(released(schema))
                    .as("%s: release it with -Dcrewsmith.release-schemas=true", schema.getName())
                    .contains(schema);
        }
    }

    private static void assertCompatible(Schema schema) throws IOException {
        List<Schema> released = released(schema);
        assertThat(released).as("released schemas").isNotEmpty();
        for (Schema version : released) {
            assertReads(schema, version);
            assertReads(version, schema);
        }
    }

    /** The first release first. */
    private static List<Schema> released(Schema schema) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (Path file = file(schema, 1); Files.exists(file); file = file(schema, versions.size() + 1)) {
            versions.add(new Schema.Parser().parse(Files.readString(file)));
        }
        return versions;
    }

    private static Path file(Schema schema, int version) {
        return RELEASED.resolve("%s.%d.avsc".formatted(schema.getName(), version));
    }

    private static void assertReads(Schema reader, Schema writer) {
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(compatibility.getType())
                .as(compatibility.getResult().getIncompatibilities().toString())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static Map<String, Schema> current() {
        return Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .distinct()
                .map(SpecificData.get()::getSchema)
                .collect(Collectors.toMap(Schema::getName, Function.identity()));
    }

    private static void release() throws IOException {
        for (Schema schema : current().values()) {
            List<Schema> released = released(schema);
            if (!released.contains(schema)) {
                Files.writeString(file(schema, released.size() + 1), schema.toString(true) + "\n");
            }
        }
    }
}
