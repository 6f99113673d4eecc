package io.crewsmith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Holds every record against its last released schema, in {@code src/main/resources/released}: a new reader reads old
 * events and an old reader reads new ones. After a release, {@code -Dcrewsmith.release-schemas=true} writes them anew.
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
            assertThat(files.map(file -> file.getFileName().toString().replace(".avsc", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(current()).containsKey(name));
        }
    }

    private static void assertCompatible(Schema schema) throws IOException {
        Path file = RELEASED.resolve(schema.getName() + ".avsc");
        assertThat(file).as("released schema").exists();
        Schema released = new Schema.Parser().parse(Files.readString(file));
        assertReads(schema, released);
        assertReads(released, schema);
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
        Files.createDirectories(RELEASED);
        for (Schema schema : current().values()) {
            Files.writeString(RELEASED.resolve(schema.getName() + ".avsc"), schema.toString(true) + "\n");
        }
    }
}
