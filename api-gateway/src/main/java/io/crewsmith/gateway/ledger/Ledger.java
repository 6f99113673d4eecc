package io.crewsmith.gateway.ledger;

import static io.crewsmith.gateway.ledger.Parameters.uuid;

import io.crewsmith.events.v1.Envelope;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes events and what follows from them, each batch in one transaction, and signals the runs that moved. */
class Ledger {

    /** Any number, the same for all: writers take turns, so positions become visible in their order. */
    private static final long WRITERS_TURN = 4_711;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Projection projection;

    Ledger(DatabaseClient database, TransactionalOperator transactions, Projection projection) {
        this.database = database;
        this.transactions = transactions;
        this.projection = projection;
    }

    Mono<Void> record(List<Entry> entries) {
        Mono<Void> turn = database.sql("select pg_advisory_xact_lock(:turn)")
                .bind("turn", WRITERS_TURN)
                .then();
        Mono<Void> writing = Flux.fromIterable(entries).concatMap(this::record).then();
        List<UUID> runs = entries.stream().map(Entry::runId).distinct().toList();
        Mono<Void> signals = Flux.fromIterable(runs).concatMap(this::signal).then();
        return turn.then(writing).then(signals).as(transactions::transactional);
    }

    private Mono<Void> record(Entry entry) {
        return insert(entry).fetch().rowsUpdated().filter(rows -> rows == 1).flatMap(rows -> projection.apply(entry));
    }

    private Mono<Void> signal(UUID runId) {
        return database.sql("select pg_notify(:channel, :run)")
                .bind("channel", LedgerSignals.CHANNEL)
                .bind("run", runId.toString())
                .then();
    }

    private GenericExecuteSpec insert(Entry entry) {
        Envelope envelope = entry.envelope();
        return database.sql("""
                        insert into ledger.events (event_id, type, topic, partition, topic_offset, run_id, subject, actor,
                          causation_id, cause_digest, digest, occurred_at, recorded_at, event)
                        values (:event_id, :type, :topic, :partition, :offset, :run_id, :subject, :actor,
                          :causation_id, :cause_digest, :digest, :occurred_at, :recorded_at, cast(:event as json))
                        on conflict (event_id) do nothing
                        """)
                .bind("event_id", entry.received().eventId())
                .bind("type", entry.type())
                .bind("topic", entry.topic())
                .bind("partition", entry.partition())
                .bind("offset", entry.offset())
                .bind("run_id", entry.runId())
                .bind("subject", entry.subject())
                .bind("actor", envelope.getActor())
                .bind("causation_id", uuid(envelope.getCausationId()))
                .bind("cause_digest", Parameters.text(envelope.getCauseDigest()))
                .bind("digest", entry.received().digest())
                .bind("occurred_at", envelope.getOccurredAt())
                .bind("recorded_at", entry.recordedAt())
                .bind("event", entry.event().toString());
    }
}
