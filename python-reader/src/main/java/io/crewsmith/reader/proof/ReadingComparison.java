package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.python.tree.Position;
import io.crewsmith.reader.Reading;
import io.crewsmith.reader.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what was read of a module against what must be read; every value has the type that Python gives it. */
final class ReadingComparison {

    private final Expected expected;
    private final Reading reading;
    private final List<Discrepancy> found = new ArrayList<>();

    private ReadingComparison(Expected expected, Reading reading) {
        this.expected = expected;
        this.reading = reading;
    }

    static List<Discrepancy> of(Kind kind, Expected expected, Reading reading) {
        var comparison = new ReadingComparison(expected, reading);
        if (reading.kind() != kind) {
            comparison.add(Discrepancy.Kind.UNREADABLE, "", Position.START, "this is no module of a " + kind.word());
        }
        reading.unread().forEach(comparison::unread);
        expected.all().forEach(comparison::compare);
        reading.values().forEach(comparison::extra);
        return comparison.found;
    }

    private void unread(Unread unread) {
        add(Discrepancy.Kind.UNREADABLE, "", new Position(unread.line(), unread.column()), unread.reason());
    }

    private void compare(String pointer, Object value) {
        Reading.Value read = reading.values().get(pointer);
        if (read == null) {
            add(Discrepancy.Kind.MISMATCH, pointer, Position.START, "%s is missing".formatted(words(value)));
        } else if (!Objects.equals(read.value(), value)) {
            String message = "%s was read, %s was expected".formatted(words(read.value()), words(value));
            add(Discrepancy.Kind.MISMATCH, pointer, read.at(), message);
        }
    }

    private void extra(String pointer, Reading.Value read) {
        if (!expected.has(pointer)) {
            String message = "%s was read, where nothing was expected".formatted(words(read.value()));
            add(Discrepancy.Kind.EXTRA, pointer, read.at(), message);
        }
    }

    private static String words(@Nullable Object value) {
        return Words.of(Syntax.literal(value));
    }

    private void add(Discrepancy.Kind kind, String pointer, Position at, String message) {
        found.add(new Discrepancy(kind, pointer, at, message));
    }
}
