package io.crewsmith.gateway.ledger;

import static java.util.Objects.requireNonNull;

import io.crewsmith.gateway.ledger.LedgerSignals.Moved;
import io.crewsmith.platform.outbox.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
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
              causation_id, cause_digest, digest, occurred_at, recorded_at, trace_parent, event)
            select event_id, type, topic, partition, topic_offset, run_id, subject, actor,
              causation_id, cause_digest, digest, occurred_at, recorded_at, trace_parent, event
            from json_populate_recordset(null::ledger.events, cast(? as json))
            on conflict (event_id) do nothing
            returning event_id
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Projection projection;

    Ledger(ReadModel model) {
        this.jdbc = model.jdbc();
        this.transactions = model.transactions();
        this.projection = new Projection(jdbc);
    }

    void record(List<Entry> entries) {
        transactions.executeWithoutResult(transaction -> {
            takeTurn();
            Set<UUID> added = insert(entries);
            projection.apply(entries.stream()
                    .filter(entry -> added.contains(entry.received().eventId()))
                    .toList());
            signal(entries);
        });
    }

    private void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(WRITERS_TURN).query().singleRow();
    }

    /** The ids of those that were not there yet. */
    private Set<UUID> insert(List<Entry> entries) {
        List<Map<String, Object>> rows = entries.stream().map(Entry::row).toList();
        return jdbc.sql(INSERT)
                .param(JsonMapper.shared().writeValueAsString(rows))
                .query((row, number) -> requireNonNull(row.getObject("event_id", UUID.class)))
                .set();
    }

    private void signal(List<Entry> entries) {
        String[] signals = entries.stream()
                .map(entry -> new Moved(entry.runId(), entry.type()).payload())
                .distinct()
                .toArray(String[]::new);
        jdbc.sql("select pg_notify(?, signal) from unnest(?) as signal")
                .param(LedgerSignals.CHANNEL)
                .param(signals)
                .query()
                .listOfRows();
    }
}
