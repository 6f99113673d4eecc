package io.crewsmith.python;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The borrowed tree has arrays, and null for an empty one. */
final class Lists {

    private Lists() {}

    static <S, T> List<T> map(S @Nullable [] source, Function<? super S, ? extends T> reading) {
        return source == null ? List.of() : Stream.of(source).<T>map(reading).toList();
    }
}
