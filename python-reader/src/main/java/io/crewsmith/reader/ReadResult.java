package io.crewsmith.reader;

import io.crewsmith.python.Refusal;
import java.util.List;

/** The answer to every source. Never an exception. */
public sealed interface ReadResult {

    /** It is Python; the reading says what could be made of it. */
    record Read(Reading reading) implements ReadResult {}

    /** It is no Python that may be read. */
    record Refused(List<Refusal> refusals) implements ReadResult {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
