package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.DeleteCrew;
import io.crewsmith.events.v1.DeleteTask;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveCrew;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveTask;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.gateway.model.SavedConfiguration;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Sends commands about configurations and answers with what the ledger then holds; empty where that takes too long. */
@Component
class ConfigurationDesk {

    private final Commands commands;
    private final Outcomes outcomes;
    private final LedgerQueries ledger;
    private final ConfigurationBodies bodies;
    private final Clock clock;

    ConfigurationDesk(
            Commands commands, Outcomes outcomes, LedgerQueries ledger, ConfigurationBodies bodies, Clock clock) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.bodies = bodies;
        this.clock = clock;
    }

    ConfigurationBodies.Submission read(Kind kind, byte[] body) {
        return bodies.read(kind, body);
    }

    JsonNode body(SavedConfiguration saved) {
        return bodies.write(saved);
    }

    Mono<List<SavedConfiguration>> list(Kind kind, String afterKey, int limit) {
        return ledger.configurations(kind, afterKey, limit).collectList();
    }

    Mono<SavedConfiguration> existing(Kind kind, UUID id) {
        return ledger.configuration(kind, id)
                .switchIfEmpty(Mono.error(() ->
                        new RefusedRequest(ProblemType.NOT_FOUND, "There is no %s %s.".formatted(kind.word(), id))));
    }

    /**
     * The id of something that is to be created: the one that was sent; for a repeat the one of the first time; for a key
     * whose owner was deleted that owner's, since a key belongs to one id for ever; otherwise a new one.
     */
    Mono<UUID> idFor(Kind kind, Caller caller, ConfigurationBodies.Submission submission) {
        String key = submission.configuration().key(kind);
        return Mono.justOrEmpty(submission.id())
                .switchIfEmpty(ledger.subjectOf(caller.commandId()))
                .switchIfEmpty(ledger.deletedOwner(kind, key))
                .switchIfEmpty(Mono.fromSupplier(caller::newId));
    }

    Mono<SavedConfiguration> save(
            Kind kind,
            Caller caller,
            UUID id,
            SaveMode mode,
            @Nullable Integer expectedRevision,
            ConfigurationBodies.Submission submission) {
        SpecificRecord command = saving(
                kind,
                caller.beginning(id, clock.instant()),
                mode,
                expectedRevision,
                submission.canonicalConfiguration());
        return commands.carryOut(command, Outcomes.ofSaving(kind))
                .map(outcomes::accepted)
                .flatMap(saved -> ledger.configuration(kind, id));
    }

    Mono<Effect> delete(Kind kind, Caller caller, UUID id, @Nullable Integer expectedRevision) {
        return commands.carryOut(
                        deleting(kind, caller.beginning(id, clock.instant()), expectedRevision),
                        Outcomes.ofDeleting(kind))
                .map(outcomes::accepted);
    }

    private static SpecificRecord saving(
            Kind kind, Envelope envelope, SaveMode mode, @Nullable Integer expectedRevision, String configuration) {
        return switch (kind) {
            case AGENT -> new SaveAgent(envelope, mode, expectedRevision, configuration);
            case CREW -> new SaveCrew(envelope, mode, expectedRevision, configuration);
            case TASK -> new SaveTask(envelope, mode, expectedRevision, configuration);
        };
    }

    private static SpecificRecord deleting(Kind kind, Envelope envelope, @Nullable Integer expectedRevision) {
        return switch (kind) {
            case AGENT -> new DeleteAgent(envelope, expectedRevision);
            case CREW -> new DeleteCrew(envelope, expectedRevision);
            case TASK -> new DeleteTask(envelope, expectedRevision);
        };
    }
}
