package io.crewsmith.gateway.github;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What became of a delivery. */
sealed interface Outcome {

    /** It is a command now, about each of these. */
    record Accepted(List<UUID> deployments) implements Outcome {

        public Accepted {
            deployments = List.copyOf(deployments);
        }
    }

    /** It was a command before. */
    record Repeated(List<UUID> deployments) implements Outcome {

        public Repeated {
            deployments = List.copyOf(deployments);
        }
    }

    /** It decides nothing. */
    record Ignored(String reason) implements Outcome {}

    /** What became of it for several runs: it counts if it does for any of them. */
    static Outcome of(List<Outcome> each) {
        List<UUID> accepted = each.stream()
                .flatMap(one -> one instanceof Accepted(var runs) ? runs.stream() : Stream.of())
                .toList();
        List<UUID> repeated = each.stream()
                .flatMap(one -> one instanceof Repeated(var runs) ? runs.stream() : Stream.of())
                .toList();
        if (!accepted.isEmpty()) {
            return new Accepted(accepted);
        }
        return repeated.isEmpty() ? each.getFirst() : new Repeated(repeated);
    }
}
