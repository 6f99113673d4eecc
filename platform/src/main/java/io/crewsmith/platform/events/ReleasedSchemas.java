package io.crewsmith.platform.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;

/** The schemas of the last release, so that records written with them can still be read. */
final class ReleasedSchemas {

    private ReleasedSchemas() {}

    static Schema of(Schema current) {
        String resource = "/released/%s.avsc".formatted(current.getName());
        try (InputStream stream = ReleasedSchemas.class.getResourceAsStream(resource)) {
            return stream == null ? current : new Schema.Parser().parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
