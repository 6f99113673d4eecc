package io.crewsmith.platform.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** The schemas of every release, so that records written with any of them can still be read: topics are kept for ever. */
final class ReleasedSchemas {

    private ReleasedSchemas() {}

    /** Those of a record, the first release first; none where it was never released. */
    static List<Schema> of(Schema current) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> read("/released/%s.%d.avsc".formatted(current.getName(), number)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Schema> read(String resource) {
        try (InputStream stream = ReleasedSchemas.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
