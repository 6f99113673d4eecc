package io.crewsmith.gateway;

import io.crewsmith.events.v1.DeleteRule;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveRule;
import io.crewsmith.gateway.ledger.RuleQueries;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.gateway.model.RuleRevision;
import io.crewsmith.platform.events.Envelopes;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends commands about custom rules and answers with what the ledger then holds; empty where that takes too long. */
@Component
class RuleDesk {

    private final Commands commands;
    private final Outcomes outcomes;
    private final RuleQueries ledger;
    private final Clock clock;

    RuleDesk(Commands commands, Outcomes outcomes, RuleQueries ledger, Clock clock) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.clock = clock;
    }

    Mono<RuleRevision> existing(String id) {
        return ledger.rule(id).switchIfEmpty(Mono.error(() -> unknown(id)));
    }

    static RefusedRequest unknown(String id) {
        return new RefusedRequest(ProblemType.NOT_FOUND, "There is no rule %s.".formatted(id));
    }

    Mono<RuleRevision> save(
            Caller caller, String id, SaveMode mode, @Nullable Integer expectedRevision, RuleText rule) {
        var command =
                new SaveRule(caller.beginning(subject(id), clock.instant()), mode, expectedRevision, id, rule.text());
        return commands.carryOut(command, Outcomes.OF_SAVING_RULE)
                .map(outcomes::accepted)
                .flatMap(saved -> ledger.rule(id));
    }

    Mono<Effect> delete(Caller caller, String id, @Nullable Integer expectedRevision) {
        var command = new DeleteRule(caller.beginning(subject(id), clock.instant()), expectedRevision, id);
        return commands.carryOut(command, Outcomes.OF_DELETING_RULE).map(outcomes::accepted);
    }

    /** The same for the same rule, so that all commands about it stay in order. */
    private static UUID subject(String id) {
        return Envelopes.namedId(id);
    }
}
