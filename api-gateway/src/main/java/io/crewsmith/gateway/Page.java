package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items what is on it
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last one
 */
record Page<T>(
        List<T> items,
        @JsonProperty("next_cursor") @Nullable String nextCursor) {

    private static final int LARGEST = 200;

    Page {
        items = List.copyOf(items);
    }

    /** The asked size, if it is allowed: 1 to 200. */
    static int size(int asked) {
        if (asked < 1 || asked > LARGEST) {
            throw RefusedRequest.invalid("", "limit must be between 1 and %d, but is %d.".formatted(LARGEST, asked));
        }
        return asked;
    }

    static <T> Page<T> of(List<T> items, int size, Function<T, String> cursor) {
        return new Page<>(items, items.size() < size ? null : cursor.apply(items.getLast()));
    }

    <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
