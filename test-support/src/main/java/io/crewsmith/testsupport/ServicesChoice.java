package io.crewsmith.testsupport;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the test services run: {@value #VARIABLE} says {@code embedded} (as without it) or {@code containers}. */
enum ServicesChoice {
    EMBEDDED,
    CONTAINERS;

    static final String VARIABLE = "CREWSMITH_TEST_SERVICES";

    static ServicesChoice of(Optional<String> value, BooleanSupplier dockerAnswers) {
        return switch (value.orElse("embedded")) {
            case "embedded" -> EMBEDDED;
            case "containers" -> withDocker(dockerAnswers);
            default ->
                throw new IllegalStateException(
                        VARIABLE + " must be \"embedded\" or \"containers\", but is \"" + value.get() + "\".");
        };
    }

    /** A silent fall back would let a build believe that it tested what it did not. */
    private static ServicesChoice withDocker(BooleanSupplier dockerAnswers) {
        if (!dockerAnswers.getAsBoolean()) {
            throw new IllegalStateException(VARIABLE + " is \"containers\", but no Docker engine answers. Start one, or"
                    + " unset the variable to test on the embedded services.");
        }
        return CONTAINERS;
    }
}
