package io.crewsmith.agent;

import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.platform.events.Received;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says on {@code agents} what became of a change, in the transaction of the change. */
interface Answers {

    void saved(Received cause, StoredConfiguration stored, @Nullable GenerationRequest generation, Instant now);

    void deleted(Received cause, StoredConfiguration stored, Instant now);

    void rejected(Received cause, Rejection rejection, List<Problem> problems, Instant now);

    default void refused(Received cause, Refused refused, Instant now) {
        String code = refused.ground().name().toLowerCase(Locale.ROOT);
        rejected(
                cause,
                Rejection.valueOf(refused.ground().name()),
                List.of(new Problem(refused.pointer(), code, refused.reason())),
                now);
    }

    default void invalid(Received cause, List<io.crewsmith.catalogue.Problem> problems, Instant now) {
        rejected(
                cause,
                Rejection.INVALID,
                problems.stream()
                        .map(problem -> new Problem(problem.pointer(), problem.code(), problem.message()))
                        .toList(),
                now);
    }
}
