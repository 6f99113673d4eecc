package io.crewsmith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Envelope;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** Tests for {@link Topics}. */
class TopicsTests {

    @Test
    void everyTopicHasANameOfItsOwnThatEndsWithItsVersion() {
        List<String> names = Topics.all().stream().map(Topic::name).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("crewsmith\\.[a-z-]+\\.v[0-9]+"));
    }

    @Test
    void everyRecordBeginsWithTheEnvelope() {
        assertThat(Topics.all()).flatMap(Topic::records).isNotEmpty().allSatisfy(record -> {
            Schema.Field first = schemaOf(record).getFields().getFirst();
            assertThat(first.name()).isEqualTo("envelope");
            assertThat(first.schema()).isEqualTo(Envelope.getClassSchema());
        });
    }

    @Test
    void everyRecordAndEveryFieldIsDocumented() {
        assertThat(Topics.all()).flatMap(Topic::records).allSatisfy(record -> assertDocumented(schemaOf(record)));
    }

    @Test
    void whatBelongsToTheAuditTrailIsKeptForEver() {
        assertThat(Topics.trail()).extracting(Topic::retention).containsOnly(Topic.FOREVER);
        assertThat(Topics.draftLane()).extracting(Topic::retention).doesNotContain(Topic.FOREVER);
    }

    private static void assertDocumented(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                schema.getFields().forEach(field -> {
                    assertThat(field.doc())
                            .as(schema.getName() + "." + field.name())
                            .isNotBlank();
                    assertDocumented(field.schema());
                });
            }
            case ENUM -> assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
            case ARRAY -> assertDocumented(schema.getElementType());
            case UNION -> schema.getTypes().forEach(TopicsTests::assertDocumented);
            case MAP -> assertDocumented(schema.getValueType());
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private static Schema schemaOf(Class<?> record) {
        return SpecificData.get().getSchema(record);
    }
}
