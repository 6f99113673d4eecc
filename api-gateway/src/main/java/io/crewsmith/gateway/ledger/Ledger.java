package io.crewsmith.gateway.ledger;

import io.crewsmith.gateway.ledger.LedgerSignals.Moved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events and what follows from them, each batch in one transaction, and signals the runs that moved. Rows travel
 * as one JSON array a statement: a batch takes as many round trips as an event.
 */
class Ledger {

    /** Any number, the same for all: writers take turns, so positions become visible in their order. */
    private static final long WRITERS_TURN = 4_711;

    private static final String INSERT = """
            insert into ledger.events (event_id, type, topic, partition, topic_offset, run_id, subject, actor,
              causation_id, cause_digest, digest, occurred_at, recorded_at, event)
            select event_id, type, topic, partition, topic_offset, run_id, subject, actor,
              causation_id, cause_digest, digest, occurred_at, recorded_at, event
            from json_populate_recordset(null::ledger.events, cast(:rows as json))
            on conflict (event_id) do nothing
            returning event_id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Projection projection;

    Ledger(DatabaseClient database, TransactionalOperator transactions, Projection projection) {
        this.database = database;
        this.transactions = transactions;
        this.projection = projection;
    }

    Mono<Void> record(List<Entry> entries) {
        return takeTurn()
                .then(insert(entries))
                .flatMap(added -> projection.apply(entries.stream()
                        .filter(entry -> added.contains(entry.received().eventId()))
                        .toList()))
                .then(signal(entries))
                .as(transactions::transactional);
    }

    private Mono<Void> takeTurn() {
        return database.sql("select pg_advisory_xact_lock(:turn)")
                .bind("turn", WRITERS_TURN)
                .then();
    }

    /** The ids of those that were not there yet. */
    private Mono<Set<UUID>> insert(List<Entry> entries) {
        List<Map<String, Object>> rows = entries.stream().map(Entry::row).toList();
        return database.sql(INSERT)
                .bind("rows", JsonMapper.shared().writeValueAsString(rows))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<Void> signal(List<Entry> entries) {
        String[] signals = entries.stream()
                .map(entry -> new Moved(entry.runId(), entry.type()).payload())
                .distinct()
                .toArray(String[]::new);
        return database.sql("select pg_notify(:channel, signal) from unnest(:signals) as signal")
                .bind("channel", LedgerSignals.CHANNEL)
                .bind("signals", signals)
                .then();
    }
}
