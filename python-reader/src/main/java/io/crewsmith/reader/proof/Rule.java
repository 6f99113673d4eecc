package io.crewsmith.reader.proof;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What code must say of one parameter.
 *
 * @param <S> what the parameter belongs to
 */
sealed interface Rule<S> {

    /** Exactly its value: same type, same characters. A flag that is null is false; anything else that is null is absent. */
    record Exact<S>() implements Rule<S> {}

    /**
     * A value that follows from the configuration, or, where that is null, nothing.
     *
     * @param how what CrewAI does not take as it is, and what it gets instead
     */
    record Derived<S>(String how, Function<S, @Nullable Object> value) implements Rule<S> {}

    /**
     * Nothing, whatever its value: the target cannot say it.
     *
     * @param reason why
     */
    record Unsaid<S>(String reason) implements Rule<S> {}
}
