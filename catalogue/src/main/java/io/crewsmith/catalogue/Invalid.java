package io.crewsmith.catalogue;

import java.util.List;

/** The values are no configuration; all that is wrong, in the order of the catalogue. */
public record Invalid(List<Problem> problems) implements ValidationResult {

    public Invalid {
        problems = List.copyOf(problems);
    }
}
